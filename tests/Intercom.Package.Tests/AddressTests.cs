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

    [PublicFact]
    public void A_package_tells_the_repository_and_the_revision_that_it_was_made_from() => Assert.All(Feed.Names, package =>
    {
        var metadata = feed.Metadata(package).Elements().ToDictionary(static element => element.Name.LocalName);
        Assert.Equal(PublicCopy.Address, metadata["projectUrl"].Value);
        Assert.Equal("git", (string?)metadata["repository"].Attribute("type"));
        Assert.Equal(PublicCopy.Address + ".git", (string?)metadata["repository"].Attribute("url"));
        Assert.Equal(feed.Revision, (string?)metadata["repository"].Attribute("commit"));
    });

    [PublicFact]
    public void Symbols_lead_to_the_sources_of_that_revision()
    {
        var symbols = Directory.GetFiles(feed.Packages, "*.snupkg").SelectMany(Texts)
            .Where(static file => file.Name.EndsWith(".pdb", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(symbols);
        var sources = $"https://raw.githubusercontent.com/example/intercom-dotnet/{feed.Revision}/*";
        Assert.All(symbols, pdb => Assert.Contains(sources, pdb.Text, StringComparison.Ordinal));
    }

    [PublicFact]
    public async Task What_a_repository_was_fetched_with_is_never_told()
    {
        const string Address = "https://git.example.com/team/intercom-dotnet";
        TellsNoCredential(feed.Packages);
        var packages = await Repacked($"https://{PublicCopy.Credential}@git.example.com/team/intercom-dotnet.git/");
        TellsNoCredential(packages);
        Assert.All(
            Files(packages, ".nuspec"),
            static nuspec => Assert.Contains($"<projectUrl>{Address}</projectUrl>", nuspec.Text, StringComparison.Ordinal));
        Assert.All(
            Files(packages, "Help.props"),
            static help => Assert.Contains($">{Address}/blob/HEAD/", help.Text, StringComparison.Ordinal));
    }

    [PublicFact]
    public async Task Without_an_address_that_others_can_open_nothing_is_linked_to()
    {
        foreach (var address in (string?[])["/srv/intercom-dotnet.git", "https://git.example.com/x?a=1&b=<2>", null])
        {
            var packages = await Repacked(address);
            Assert.All(
                Files(packages, ".nuspec"),
                static nuspec => Assert.DoesNotContain("<projectUrl>", nuspec.Text, StringComparison.Ordinal));
            Assert.All(
                Files(packages, "Help.props"),
                static help => Assert.Contains("<IntercomHelpPage></IntercomHelpPage>", help.Text, StringComparison.Ordinal));
        }
    }

    [PublicFact]
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

    [PublicFact]
    public async Task What_the_build_says_links_to_the_page()
    {
        var consumer = new Consumer(feed).Project("net10.0").With("Program.cs", "");
        (await DotNet.Run(consumer.Folder, "restore")).Succeeds();
        Assert.Equal(Page, (await DotNet.Run(consumer.Folder, "msbuild -getProperty:IntercomHelpPage")).Succeeds().Output.Trim());
        var errors = XDocument.Parse(feed.Read("Intercom.Generator", "build/Intercom.Generator.targets")).Descendants("Error").ToList();
        Assert.NotEmpty(errors);
        Assert.All(errors, static error => Assert.Equal("$(IntercomHelpPage)", (string?)error.Attribute("HelpLink")));
    }

    // The generator is packed by a file of its own, everything else as the SDK does it.
    private async Task<string> Repacked(string? address)
    {
        await PublicCopy.SetRemote(feed.Sources, PublicCopy.Address);
        await PublicCopy.SetRemote(feed.Sources, address);
        var packages = Directory.CreateDirectory(Path.Combine(feed.Folder, Path.GetRandomFileName())).FullName;
        foreach (var project in (string[])["generator", "runtime/Intercom.Runtime"])
            (await feed.Pack(project, packages)).Succeeds();
        return packages;
    }

    private static void TellsNoCredential(string packages) => Assert.All(
        Files(packages, ""),
        static file => Assert.DoesNotContain(PublicCopy.Credential, file.Text, StringComparison.Ordinal));

    private static List<(string Name, string Text)> Files(string packages, string end)
    {
        var files = Directory.GetFiles(packages).SelectMany(Texts)
            .Where(file => file.Name.EndsWith(end, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        return files;
    }

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
