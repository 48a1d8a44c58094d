using Xunit;
using Xunit.Abstractions;

namespace Intercom.Package.Tests;

/// <summary>Analyzers pass over generated code. Here it is ordinary code, in the lowest language version and framework that are promised.</summary>
[Collection(nameof(Feed))]
public sealed class OrdinarySourceTests(Feed feed, ITestOutputHelper output)
{
    // What Intercom's own words and the form of the API decide, not the way the code is written.
    private static readonly Dictionary<string, string> Off = new(StringComparer.Ordinal)
    {
        ["CA1033"] = "a client makes others of its kind by a static member that only the runtime calls",
        ["CA1054"] = "the address of a stream is a string, as it came",
        ["CA1056"] = "addresses are strings: what the server sends is not always one",
        ["CA1707"] = "a version is called V2_14, and a name cannot start with a digit: _3rdPartyError",
        ["CA1711"] = "the document calls things attribute, collection and exception",
        ["CA1716"] = "the document has a call and an error, which are keywords of other languages",
        ["CA1720"] = "values of enums are called string and integer",
        ["CA1724"] = "the document has metadata, which is part of a namespace of .NET Framework",
        ["CA2225"] = "what converts implicitly has a constructor that does the same",
    };

    [Fact]
    public async Task All_analyzers_pass_it()
    {
        var generated = new Consumer(feed, "Generated").Project("net8.0", "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles><CompilerGeneratedFilesOutputPath>generated</CompilerGeneratedFilesOutputPath>", isLibrary: true);
        await generated.Builds();
        var ordinary = new Consumer(feed, "Ordinary").Project(
            "net8.0",
            $"""
            <LangVersion>12</LangVersion><ImplicitUsings>disable</ImplicitUsings><GenerateDocumentationFile>true</GenerateDocumentationFile>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors><AnalysisLevel>latest</AnalysisLevel><AnalysisMode>All</AnalysisMode><EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
            {string.Join('\n', Off.Select(static rule => $"<NoWarn>$(NoWarn);{rule.Key}</NoWarn><!-- {rule.Value} -->"))}
            """,
            isLibrary: true,
            package: $"""<PackageReference Include="Intercom.Runtime" Version="{Feed.Version}" />""");
        var files = Directory.GetFiles(Path.Combine(generated.Folder, "generated"), "*.g.cs", SearchOption.AllDirectories);
        foreach (var file in files)
            ordinary.With(Path.GetFileName(Path.GetDirectoryName(file)) + Path.GetFileName(file).Replace(".g.cs", ".cs", StringComparison.Ordinal), Ordinary(await File.ReadAllTextAsync(file)));
        Assert.InRange(files.Length, 80, 120);

        await ordinary.Builds();
        foreach (var (rule, reason) in Off)
            output.WriteLine($"{rule} is off: {reason}.");
        output.WriteLine($"{files.Length} files are clean under all other rules.");
    }

    // The first line says that the code is generated; the analysis of nullability is switched off to save the consumer's time.
    private static string Ordinary(string text) => string.Join('\n', text.Split('\n').Skip(1).Where(static line => line != "#nullable disable warnings"))
        .Replace("#nullable enable annotations", "#nullable enable", StringComparison.Ordinal);
}
