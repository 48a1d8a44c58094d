using System.Text.RegularExpressions;
using Intercom.Generator.Tests.Harness;
using Xunit;

namespace Intercom.Generator.Tests.Additive;

/// <summary>Since which version what is there, as the file says it that comes with the package.</summary>
public sealed partial class SinceFileTests
{
    private static readonly Lazy<IReadOnlyList<VersionMembers>> Versions = new(() =>
        [VersionMembers.Of("2.14", "2.14"), VersionMembers.Of("2.16", "2.16"), VersionMembers.Of("Preview", WholeDocument.Ours)]);

    [Fact]
    public void The_file_is_what_the_three_documents_say() =>
        Baseline.Matches(Path.Combine(Repository.Root, "specs", "intercom.since.overlay.yaml"), SinceFile.Write(Versions.Value));

    [Theory]
    [InlineData(WholeDocument.Ours, 2)]
    [InlineData("2.16", 1)]
    [InlineData("2.14", 0)]
    public void Each_operation_of_a_bundled_client_says_since_when_it_is_there(string document, int newest)
    {
        var said = Call().Matches(WholeDocument.Generate(document, hasOverlay: true).Text)
            .GroupBy(static call => Place(call.Groups["operation"].Value), static call => call.Groups["since"].Value)
            .ToDictionary(static operation => operation.Key, static operation => Assert.Single(operation.Distinct()));
        var known = Versions.Value[newest].Operations.Select(static operation => operation.Member).ToDictionary(static place => place, SinceOf);
        Assert.Equal(known.OrderBy(static one => one.Key, StringComparer.Ordinal), said.OrderBy(static one => one.Key, StringComparer.Ordinal));
        Assert.Equal(newest > 0, said.Values.Any(static since => since.Length > 0));
    }

    [Theory]
    [InlineData(WholeDocument.Ours, "/// <remarks>Preview only.", true)]
    [InlineData(WholeDocument.Ours, "/// <remarks>Since 2.16.", true)]
    [InlineData("2.16", "/// <remarks>Preview only.", false)]
    [InlineData("2.16", "/// <remarks>Since 2.16.", true)]
    [InlineData("2.14", "/// <remarks>Since 2.16.", false)]
    [InlineData("2.14", "ApiSince", false)]
    public void Documentation_says_only_what_is_true_of_the_version(string document, string said, bool isThere) =>
        Assert.Equal(isThere, WholeDocument.Generate(document, hasOverlay: true).Text.Contains(said, StringComparison.Ordinal));

    // The oldest version that has it, concluded from the documents and not from the file.
    private static string SinceOf(string place)
    {
        var oldest = Versions.Value.First(version => version.Operations.Any(operation => operation.Member == place)).Version;
        return oldest == "2.14" ? "" : oldest;
    }

    private static string Place(string operation) => Parameter().Replace(operation, "{}");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"new ApiRequest\(""(?<operation>[A-Z]+ /[^""]*)""[^\n]*?(?:\.Since\(""(?<since>[^""]+)"", ""[^""]+""\)[^\n]*)?;$", RegexOptions.Multiline)]
    private static partial Regex Call();
}
