using Xunit;

namespace Intercom.Package.Tests;

/// <summary>What is in the packages.</summary>
[Collection(nameof(Feed))]
public sealed class PackageTests(Feed feed)
{
    private static readonly string[] Analyzers =
        ["analyzers/dotnet/cs/Intercom.Analyzers.dll", "analyzers/dotnet/vb/Intercom.Analyzers.dll"];

    [Fact]
    public void The_generator_brings_its_dependencies_its_documents_and_nothing_to_compile_against() => Assert.Equal(
        [
            "Intercom.Generator.nuspec", "README.md", "THIRD-PARTY-NOTICES.txt",
            "analyzers/dotnet/roslyn4.8/cs/Intercom.Generator.dll",
            "analyzers/dotnet/roslyn4.8/cs/Microsoft.Bcl.AsyncInterfaces.dll",
            "analyzers/dotnet/roslyn4.8/cs/Microsoft.OpenApi.dll",
            "analyzers/dotnet/roslyn4.8/cs/System.Text.Encodings.Web.dll",
            "analyzers/dotnet/roslyn4.8/cs/System.Text.Json.dll",
            "analyzers/dotnet/roslyn4.8/cs/YamlDotNet.dll",
            "build/Intercom.Generator.Help.props", "build/Intercom.Generator.props", "build/Intercom.Generator.targets",
            "icon.png", "lib/net8.0/_._",
            "specs/intercom-2.14.delta.yaml", "specs/intercom-2.16.delta.yaml", "specs/intercom-preview.yaml",
            "specs/intercom.names.overlay.yaml", "specs/intercom.names.yaml",
            "specs/intercom.overlay.yaml", "specs/intercom.since.overlay.yaml",
        ],
        Own(feed.FilesOf("Intercom.Generator")));

    [Theory]
    [InlineData("Intercom.Client")]
    [InlineData("Intercom.Client.Stable")]
    [InlineData("Intercom.Runtime")]
    [InlineData("Intercom.Extensions.DependencyInjection")]
    [InlineData("Intercom.Extensions.HealthChecks")]
    [InlineData("Intercom.AspNetCore")]
    [InlineData("Intercom.AspNetCore.EntityFrameworkCore")]
    [InlineData("Intercom.Extensions.AI")]
    [InlineData("Intercom.Testing")]
    public void A_runtime_package_has_both_frameworks_with_documentation_and_symbols(string package)
    {
        Assert.Equal(
            [
                $"{package}.nuspec", "README.md",
                .. package == "Intercom.Runtime" ? Analyzers : [],
                "icon.png",
                $"lib/net10.0/{package}.dll", $"lib/net10.0/{package}.xml", $"lib/net8.0/{package}.dll", $"lib/net8.0/{package}.xml",
            ],
            Own(feed.FilesOf(package)));
        Assert.True(File.Exists(Path.Combine(feed.Packages, $"{package}.{Feed.Version}.snupkg")));
    }

    [Theory]
    [InlineData("Intercom.Client", "Intercom.Runtime")]
    [InlineData("Intercom.Client.Stable", "Intercom.Runtime")]
    [InlineData("Intercom.Runtime", "Polly.Core", "System.Net.ServerSentEvents")]
    [InlineData("Intercom.Generator", "Intercom.Runtime")]
    [InlineData(
        "Intercom.Extensions.DependencyInjection",
        "Intercom.Runtime",
        "Microsoft.Extensions.Http",
        "Microsoft.Extensions.Options.ConfigurationExtensions")]
    [InlineData("Intercom.Extensions.HealthChecks", "Intercom.Runtime", "Microsoft.Extensions.Diagnostics.HealthChecks")]
    [InlineData("Intercom.AspNetCore", "Intercom.Runtime")]
    [InlineData("Intercom.AspNetCore.EntityFrameworkCore", "Intercom.AspNetCore", "Microsoft.EntityFrameworkCore.Relational")]
    [InlineData("Intercom.Extensions.AI", "Intercom.Runtime", "Microsoft.Extensions.AI.Abstractions", "YamlDotNet")]
    [InlineData("Intercom.Testing", "Intercom.Runtime", "System.IO.Pipelines", "YamlDotNet")]
    public void A_package_depends_on_what_it_says_and_tells_who_made_it(string package, params string[] dependencies)
    {
        var metadata = feed.Metadata(package);
        string[] Values(string name, string attribute) =>
        [
            .. metadata.Descendants().Where(element => element.Name.LocalName == name)
                .Select(element => (string)element.Attribute(attribute)!).Distinct().Order(StringComparer.Ordinal),
        ];
        Assert.Equal(dependencies, Values("dependency", "id"));
        foreach (var name in (string[])["authors", "description", "license", "readme", "icon", "tags"])
            Assert.NotEmpty(metadata.Elements().Single(element => element.Name.LocalName == name).Value);
        Assert.DoesNotContain("](", feed.Read(package, "README.md"), StringComparison.Ordinal);
        Assert.All(Values("dependency", "version").Zip(Values("dependency", "id")), static pair => Assert.NotEmpty(pair.First));
    }

    // What the package format itself adds.
    private static IEnumerable<string> Own(IEnumerable<string> files) => files.Where(static file =>
        !file.StartsWith("_rels/", StringComparison.Ordinal)
        && !file.StartsWith("package/", StringComparison.Ordinal)
        && file != "[Content_Types].xml");
}
