namespace Intercom.Generator.Benchmarks;

/// <summary>The documents of a folder.</summary>
internal static class DocumentFiles
{
    private static readonly string[] Endings = [".json", ".yaml", ".yml"];

    public static List<string> In(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(static file => Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
        .Order(StringComparer.Ordinal)
        .ToList();
}
