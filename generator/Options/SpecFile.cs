using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Intercom.Generator.Options;

/// <summary>What a file that the project hands over is for.</summary>
internal enum SpecFileKind
{
    Document,
    Base,
    Overlay,
    BundledOverlay,
    Project,
    Listing,
    Names,
}

/// <summary>A file that the project hands to the compiler for this generator.</summary>
/// <param name="Settings">What the project says of a document.</param>
internal sealed record SpecFile(string Path, FileText Text, SpecFileKind Kind, SpecSettings Settings)
{
    private const string Prefix = "build_metadata.AdditionalFiles.Intercom";

    public static SpecFile? From(AdditionalText file, AnalyzerConfigOptionsProvider provider, CancellationToken cancellation)
    {
        var metadata = provider.GetOptions(file);
        return Enum.TryParse<SpecFileKind>(Metadata(metadata, "Kind"), out var kind) && file.GetText(cancellation) is { } text
            ? new SpecFile(file.Path, new FileText(text), kind, SpecSettings.Of(name => OptionText.Decode(Metadata(metadata, name))))
            {
                Version = Metadata(metadata, "BundledVersion"),
                Extends = Metadata(metadata, "BundledBase"),
            }
            : null;
    }

    /// <summary>The name by which a bundled version is included; empty for every other file.</summary>
    public string Version { get; init; } = "";

    /// <summary>The bundled version that this one is written as the difference from; empty where it stands alone.</summary>
    public string Extends { get; init; } = "";

    /// <summary>Whether it is laid over a document.</summary>
    public bool IsLaidOver => Kind is SpecFileKind.Overlay or SpecFileKind.BundledOverlay or SpecFileKind.Names;

    public string Name => System.IO.Path.GetFileName(Path.Replace('\\', '/'));

    /// <summary>Whether a name leads here. The compiler knows full paths; the project file names files as seen from itself.</summary>
    public bool IsAt(string relative)
    {
        var parts = relative.Replace('\\', '/').Split('/').SkipWhile(static part => part is "." or "..");
        return ("/" + Path.Replace('\\', '/')).EndsWith("/" + string.Join("/", parts), StringComparison.Ordinal);
    }

    private static string Metadata(AnalyzerConfigOptions metadata, string name) =>
        metadata.TryGetValue(Prefix + name, out var value) ? value.Trim() : "";
}

/// <summary>A file's text, equal to another of the same content.</summary>
internal sealed class FileText(SourceText text) : IEquatable<FileText>
{
    public bool Equals(FileText? other) =>
        other is not null && (ReferenceEquals(Source, other.Source) || Source.ContentEquals(other.Source));

    public override bool Equals(object? obj) => Equals(obj as FileText);

    public override int GetHashCode() => Source.Length;

    public override string ToString() => Source.ToString();

    private SourceText Source { get; } = text;
}
