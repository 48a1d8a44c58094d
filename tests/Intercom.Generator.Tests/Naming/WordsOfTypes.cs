using System.Text.RegularExpressions;
using Intercom.Generator.Model;
using Intercom.Generator.Parsing;
using Intercom.Generator.Tests.Harness;
using Xunit;

namespace Intercom.Generator.Tests.Naming;

/// <summary>What the editor shows agrees with the types, and says something.</summary>
public sealed partial class WordsOfTypes
{
    [Theory]
    [InlineData(WholeDocument.Ours)]
    [InlineData("2.16")]
    [InlineData("2.14")]
    public void A_time_is_not_said_to_be_a_number_or_a_text(string name)
    {
        var texts = Model(name).Types.OfType<RecordType>().SelectMany(static record => record.Properties.Select(property => (record, property)))
            .Where(static found => found.property.Type.Name == "DateTimeOffset").ToList();
        Assert.True(texts.Count > 80);
        var wrong = texts.Where(static found => Form().IsMatch(found.property.Doc.Summary))
            .Select(static found => $"{found.record.Name}.{found.property.Name}: {found.property.Doc.Summary}").ToList();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Theory]
    [InlineData(WholeDocument.Ours, "preview")]
    [InlineData("2.16", "2.16")]
    [InlineData("2.14", "2.14")]
    public void Each_operation_leads_to_the_page_that_describes_it(string name, string version)
    {
        var operations = Model(name).Resources.SelectMany(static resource => resource.Operations).ToList();
        var start = $"https://developers.intercom.com/docs/references/{version}/rest-api/api.intercom.io/";
        var nameless = WholeDocument.Read(name, hasOverlay: true).OpenApi.Paths
            .Sum(static path => path.Value.Operations!.Count(static operation => string.IsNullOrEmpty(operation.Value.OperationId)));
        Assert.Equal(nameless, operations.Count(static operation => operation.Page is null));
        Assert.All(
            operations.Where(static operation => operation.Page is not null),
            operation => Assert.Matches("^" + Regex.Escape(start) + "[a-z0-9-]+/[a-z0-9_]+$", operation.Page));
        Assert.Contains(operations, operation => operation.Page == start + "contacts/showcontact");
        Assert.Contains(operations, operation => operation.Page?.StartsWith(start + "help-center/", StringComparison.Ordinal) == true);
    }

    private static ApiModel Model(string name) => ModelParser.Parse(WholeDocument.Read(name, hasOverlay: true), new ParseOptions(name), default);

    [GeneratedRegex("unix|ISO 8601", RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
