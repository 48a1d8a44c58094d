using System.IO.Compression;
using System.Xml.Linq;
using Xunit;

namespace Intercom.Package.Tests;

/// <summary>The packages, packed once into a folder of their own that fresh projects restore from.</summary>
public sealed class Feed : IAsyncLifetime
{
    public const string Version = "1.0.0-local";

    /// <summary>The folder of the feed and of all projects that use it; outside the repository, whose properties would reach
    /// them.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("intercom-package-").FullName;

    public string Packages => Path.Combine(Folder, "feed");

    /// <summary>The sources that the packages were made from; not within the folder, whose feed they would be restored from.</summary>
    public string Sources { get; } =
        PublicCopy.Reason is null ? Directory.CreateTempSubdirectory("intercom-sources-").FullName : Repository.Root;

    /// <summary>The revision of a public copy.</summary>
    public string Revision { get; private set; } = "";

    /// <summary>The packages that there are: a project each.</summary>
    public static IEnumerable<string> Names { get; } = Directory
        .GetFiles(Path.Combine(Repository.Root, "runtime"), "*.csproj", SearchOption.AllDirectories)
        .Where(static project => !File.ReadAllText(project).Contains("<IsPackable>false</IsPackable>", StringComparison.Ordinal))
        .Select(static project => Path.GetFileNameWithoutExtension(project))
        .Append("Intercom.Generator")
        .Order(StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        // Packages restored from here must not be taken for published ones, and what is in the user's cache need not be fetched again.
        await File.WriteAllTextAsync(Path.Combine(Folder, "nuget.config"),
            $"""
            <configuration>
              <packageSources><add key="local" value="feed" /></packageSources>
              <config><add key="globalPackagesFolder" value="cache" /></config>
              <fallbackPackageFolders><add key="user" value="{UserCache}" /></fallbackPackageFolders>
            </configuration>
            """);
        if (PublicCopy.Reason is null)
            Revision = await PublicCopy.MakeAsync(Sources);
        (await Pack("Intercom.Generator.sln", Packages)).Succeeds();
    }

    /// <summary>Packs a project of the sources, or all.</summary>
    internal Task<CommandResult> Pack(string project, string to) => DotNet.Run(
        Sources, $"pack {project} -c Release -o \"{to}\" -p:PackageVersion={Version} -p:RunAnalyzers=false -p:NuGetAudit=false");

    /// <summary>What a package tells of itself.</summary>
    public XElement Metadata(string package) => XDocument.Parse(Read(package, package + ".nuspec")).Root!.Elements().Single();

    /// <summary>The names of the files in a package.</summary>
    public IReadOnlyList<string> FilesOf(string package)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(Packages, $"{package}.{Version}.nupkg"));
        return [.. archive.Entries.Select(static entry => entry.FullName).Order(StringComparer.Ordinal)];
    }

    /// <summary>The text of a file in a package.</summary>
    public string Read(string package, string file)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(Packages, $"{package}.{Version}.nupkg"));
        using var reader = new StreamReader(archive.GetEntry(file)!.Open());
        return reader.ReadToEnd();
    }

    public async Task DisposeAsync()
    {
        await DotNet.EndCompiler();
        Directory.Delete(Folder, recursive: true);
        if (Sources != Repository.Root)
            Directory.Delete(Sources, recursive: true);
    }

    private static string UserCache => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
        ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}

[CollectionDefinition(nameof(Feed))]
public sealed class FeedCollection : ICollectionFixture<Feed>;
