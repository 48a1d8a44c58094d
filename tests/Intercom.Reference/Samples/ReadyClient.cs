namespace Intercom.Reference.Samples;

/// <summary>A client that is compiled once, as a package: what it is made of, and the file of its samples.</summary>
/// <param name="Version">The version of the API.</param>
/// <param name="Files">The document, and what makes it that version.</param>
/// <param name="Samples">The file with a sample of each operation.</param>
/// <param name="Package">The name of the package and of its assembly.</param>
internal sealed record ReadyClient(string Version, IReadOnlyList<string> Files, string Samples, string Package)
{
    private const string Document = "intercom-preview.yaml";

    public static ReadyClient Preview { get; } = new("Preview", [Document], "intercom.samples.overlay.yaml", "Intercom.Client");

    public static ReadyClient Stable { get; } =
        new("2.16", [Document, "intercom-2.16.delta.yaml"], "intercom-2.16.samples.overlay.yaml", "Intercom.Client.Stable");

    public static IReadOnlyList<ReadyClient> All { get; } = [Preview, Stable];
}
