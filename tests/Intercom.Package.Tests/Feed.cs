using System.IO.Compression;
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

    /// <summary>What the packages were made from.</summary>
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
        // Not within the folder, whose feed they would be restored from.
        var sources = Directory.CreateTempSubdirectory("intercom-sources-").FullName;
        Revision = await PublicCopy.MakeAsync(sources);
        var options = $"-c Release -o \"{Packages}\" -p:PackageVersion={Version} -p:RunAnalyzers=false";
        (await DotNet.Run(sources, $"pack Intercom.Generator.sln {options}")).Succeeds();
        Directory.Delete(sources, recursive: true);
    }

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
    }

    private static string UserCache => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
        ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}

[CollectionDefinition(nameof(Feed))]
public sealed class FeedCollection : ICollectionFixture<Feed>;
