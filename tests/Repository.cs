namespace Intercom.Tests;

/// <summary>Where the sources that the tests read lie.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The project whose tests run: other projects compile this file as well.</summary>
    public static string Tests => Path.Combine(Root, "tests", typeof(Repository).Assembly.GetName().Name!);

    /// <summary>The overlays that come with the package, in the order in which they are applied.</summary>
    public static IReadOnlyList<string> BundledOverlays { get; } =
        ["intercom.overlay.yaml", "intercom.names.overlay.yaml", "intercom.names.yaml", "intercom.since.overlay.yaml"];

    public static string Generator => Path.Combine(Root, "generator");

    public static string Read(params string[] parts) => File.ReadAllText(Path.Combine([Root, .. parts]));

    private static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Intercom.Generator.sln")))
                return folder.FullName;
        throw new InvalidOperationException($"No folder above {from} holds Intercom.Generator.sln.");
    }
}
