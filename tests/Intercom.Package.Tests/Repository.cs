namespace Intercom.Package.Tests;

/// <summary>Where what is packed lies.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Intercom.Generator.sln")))
                return folder.FullName;
        throw new InvalidOperationException($"No folder above {from} holds Intercom.Generator.sln.");
    }
}
