namespace Intercom.Generator.Tests.Harness;

/// <summary>What a project hands to the generator: files, each with the metadata of its item.</summary>
internal sealed record SpecInput(IReadOnlyList<InputFile> Files)
{
    public const string ProjectPath = "/project/Consumer.csproj";
    public const string ListingPath = "/project/Intercom.api.txt";
    public const string DocumentPath = "/project/specs/document.yaml";
    public const string OverlayPath = "/project/specs/own.overlay.yaml";
    public const string BundledPath = "/package/specs/intercom.overlay.yaml";

    public static SpecInput Empty { get; } = new([]);

    /// <summary>The properties of the project that the compiler sees.</summary>
    public IReadOnlyList<(string Name, string Value)> Properties { get; init; } = [];

    public static SpecInput Of(string document) => Empty.Document(document);

    /// <summary>A document that holds nothing but some schemas.</summary>
    public static SpecInput Schemas(string schemas) => Of(Small(schemas, ""));

    /// <summary>A document that holds some paths and schemas.</summary>
    public static SpecInput Paths(string paths, string schemas = "") => Of(Small(schemas, paths));

    public SpecInput Document(string text, string path = DocumentPath, params (string Name, string Value)[] metadata) =>
        With(new InputFile(path, text, [("IntercomKind", "Document"), .. metadata]));

    /// <summary>A bundled version that another one is the difference from, and that is no client of its own.</summary>
    public SpecInput Base(string version, string text, string path, string of = "") =>
        With(new InputFile(path, text, [("IntercomKind", "Base"), ("IntercomBundledVersion", version), ("IntercomBundledBase", of)]));

    /// <summary>Sets metadata of the first document.</summary>
    public SpecInput Option(string name, string value) => this with { Files = Files.Select((file, i) => i == 0 ? file.With(name, value) : file).ToList() };

    public SpecInput Overlay(string text, string path = OverlayPath) =>
        Option("IntercomOverlay", "specs/" + Path.GetFileName(path)).With(new InputFile(path, text, [("IntercomKind", "Overlay")]));

    public SpecInput Bundled(string text, string path = BundledPath) => With(new InputFile(path, text, [("IntercomKind", "BundledOverlay")]));

    /// <summary>The project file as it is handed over, so that what it says wrongly is said at its line.</summary>
    public SpecInput Project(string text) => With(new InputFile(ProjectPath, text, [("IntercomKind", "Project")]));

    /// <summary>Holds the API against a listing that was reviewed.</summary>
    public SpecInput Listing(string? text, string mode = "true") =>
        (text is null ? this : With(new InputFile(ListingPath, text, [("IntercomKind", "Listing")]))) with { Properties = [("IntercomApiListing", mode)] };

    public SpecInput With(InputFile file) => this with { Files = [.. Files, file] };

    public SpecInput Edit(Func<string, string> edit) => this with { Files = Files.Select((file, i) => i == 0 ? file with { Text = edit(file.Text) } : file).ToList() };

    private static string Small(string schemas, string paths) => $"""
        openapi: 3.0.1
        info: {"{"} title: Small, version: '1.0' {"}"}
        paths:{(paths.Length == 0 ? " {}" : "\n" + Indent(paths, 2))}
        components:
          schemas:{(schemas.Length == 0 ? " {}" : "\n" + Indent(schemas, 4))}

        """;

    private static string Indent(string text, int by) => string.Join("\n", text.Split('\n').Select(line => line.Length == 0 ? line : new string(' ', by) + line));
}

/// <summary>An additional file of the project.</summary>
internal sealed record InputFile(string Path, string Text, IReadOnlyList<(string Name, string Value)> Metadata)
{
    public InputFile With(string name, string value) => this with { Metadata = [.. Metadata.Where(m => m.Name != name), (name, value)] };
}
