using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Intercom.Generator;

/// <summary>A document or an overlay that the project hands to the compiler, with what the project says of it.</summary>
internal sealed record SpecFile(string Path, FileText Text, bool IsDocument, bool IsBundled, SpecSettings Settings)
{
    private const string Prefix = "build_metadata.AdditionalFiles.";

    public static SpecFile? From(AdditionalText file, AnalyzerConfigOptionsProvider provider, CancellationToken cancellation)
    {
        var options = provider.GetOptions(file);
        if (!options.TryGetValue(Prefix + "IntercomKind", out var kind) || kind.Length == 0 || file.GetText(cancellation) is not { } text)
            return null;
        return new SpecFile(file.Path, new FileText(text), kind == "Document", kind == "BundledOverlay", new SpecSettings(
            Option(options, "IntercomNamespace", "Intercom"),
            Option(options, "IntercomClient", "IntercomClient"),
            Option(options, "IntercomAccessibility", "public"),
            Option(options, "IntercomOverlay", ""),
            !string.Equals(Option(options, "IntercomBundledOverlay", "true"), "false", StringComparison.OrdinalIgnoreCase)));
    }

    private static string Option(AnalyzerConfigOptions options, string name, string otherwise) =>
        options.TryGetValue(Prefix + name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : otherwise;
}

/// <summary>The metadata of an <c>IntercomSpec</c> item.</summary>
internal sealed record SpecSettings(string Namespace, string ClientName, string Accessibility, string Overlay, bool UsesBundledOverlay);

/// <summary>A file's text, equal to another of the same content.</summary>
internal sealed class FileText(SourceText text) : IEquatable<FileText>
{
    public bool Equals(FileText? other) => other is not null && (ReferenceEquals(Source, other.Source) || Source.ContentEquals(other.Source));

    public override bool Equals(object? obj) => Equals(obj as FileText);

    public override int GetHashCode() => Source.Length;

    public override string ToString() => Source.ToString();

    private SourceText Source { get; } = text;
}
