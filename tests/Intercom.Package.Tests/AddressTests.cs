using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Xunit;

namespace Intercom.Package.Tests;

/// <summary>What leads from a package, and from what it says, to the sources that it was made from.</summary>
[Collection(nameof(Feed))]
public sealed class AddressTests(Feed feed)
{
    private const string Page = PublicCopy.Address + "/blob/HEAD/generator/docs/diagnostics.md";

    public static TheoryData<string> Packages { get; } = [.. Feed.Names];

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_tells_the_repository_and_the_revision_that_it_was_made_from(string package)
    {
        var metadata = XDocument.Parse(feed.Read(package, package + ".nuspec")).Root!.Elements().Single();
        XElement Of(string name) => metadata.Elements().Single(element => element.Name.LocalName == name);
        Assert.Equal(PublicCopy.Address, Of("projectUrl").Value);
        Assert.Equal("git", (string?)Of("repository").Attribute("type"));
        Assert.Equal(PublicCopy.Address + ".git", (string?)Of("repository").Attribute("url"));
        Assert.Equal(feed.Revision, (string?)Of("repository").Attribute("commit"));
    }

    [Fact]
    public void Symbols_lead_to_the_sources_of_that_revision()
    {
        var symbols = Directory.GetFiles(feed.Packages, "*.snupkg").SelectMany(Pdbs).ToList();
        Assert.NotEmpty(symbols);
        var sources = $"https://raw.githubusercontent.com/example/intercom-dotnet/{feed.Revision}/*";
        Assert.All(symbols, pdb => Assert.Contains(sources, pdb.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_tells_the_credential_that_the_repository_was_fetched_with() => Assert.All(
        Directory.GetFiles(feed.Packages).SelectMany(Texts),
        static file => Assert.DoesNotContain("builder:credential", file.Text, StringComparison.Ordinal));

    [Fact]
    public async Task What_the_generator_and_the_analyzer_say_links_to_its_section()
    {
        var consumer = new Consumer(feed)
            .Project("net10.0", items: """<IntercomSpec Include="document.yaml" />""")
            .With("document.yaml", "openapi: 3.0.1\npaths:\n\t/a: {}\n")
            .With("Program.cs", "");
        (await consumer.Build()).Fails().Says("error IC1001").Says($"({Page}#ic1001-the-file-is-not-valid-yaml-or-json)");
        var older = new Consumer(feed, "Older").Project("net10.0", package: ReadyMadeTests.Client).With("Program.cs", """
            using Intercom;

            var intercom = new IntercomClient(new IntercomClientOptions { AccessToken = "token", ApiVersion = "2.11" });
            await intercom.Brands.GetAsync("42");
            """);
        (await older.Build()).Says("warning IC5001").Says($"({Page}#ic5001-a-call-speaks-a-version-of-the-api-that-lacks-its-operation)");
    }

    [Fact]
    public async Task What_the_build_says_links_to_the_page()
    {
        var consumer = new Consumer(feed).Project("net10.0").With("Program.cs", "");
        (await DotNet.Run(consumer.Folder, "restore")).Succeeds();
        Assert.Equal(Page, (await DotNet.Run(consumer.Folder, "msbuild -getProperty:IntercomHelpPage")).Succeeds().Output.Trim());
        var errors = XDocument.Parse(feed.Read("Intercom.Generator", "build/Intercom.Generator.targets")).Descendants("Error").ToList();
        Assert.NotEmpty(errors);
        Assert.All(errors, static error => Assert.Equal("$(IntercomHelpPage)", (string?)error.Attribute("HelpLink")));
    }

    private static IEnumerable<(string Name, string Text)> Pdbs(string package) =>
        Texts(package).Where(static file => file.Name.EndsWith(".pdb", StringComparison.Ordinal));

    private static List<(string Name, string Text)> Texts(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        return [.. archive.Entries.Select(static entry =>
        {
            using var reader = new StreamReader(entry.Open(), Encoding.Latin1);
            return (entry.FullName, reader.ReadToEnd());
        })];
    }
}
