namespace Intercom.Benchmarks;

/// <summary>The bodies that are measured.</summary>
internal static class Sample
{
    public static byte[] Read(string name)
    {
        using var stream = typeof(Sample).Assembly.GetManifestResourceStream($"Intercom.Benchmarks.Data.{name}.json") ?? throw new FileNotFoundException(name);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
