using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace Intercom.Client.Tests;

/// <summary>A document together with the client that was made from it.</summary>
internal sealed record TestedDocument(ApiDocument Document, ClientSurface Client)
{
    private static readonly ConcurrentDictionary<string, Lazy<TestedDocument?>> Loaded = new();

    /// <summary>
    /// The documents under test: ours in each bundled version, and three published ones where the environment says where they lie.
    /// </summary>
    public static TheoryData<string> Names => ["intercom-preview.yaml", "2.16", "2.14", "preview.yaml", "2.14.yaml", "2.11.yaml"];

    public static TestedDocument Ours { get; } = new(ApiDocument.Ours, ClientSurface.Ours);

    /// <summary>The document of a name; null where it is a published one and there are none.</summary>
    public static TestedDocument? Of(string name) => name == Ours.Document.Name
        ? Ours
        : Loaded.GetOrAdd(name, static name => new(() => Make(ApiDocument.Bundled(name) ?? ApiDocument.Published(name)))).Value;

    /// <summary>The document of a name; null, and said so, where it is a published one and there are none.</summary>
    public static TestedDocument? Of(string name, ITestOutputHelper output)
    {
        var tested = Of(name);
        if (tested is null)
            output.WriteLine("Skipped: INTERCOM_SPECS_DIR does not say where the published documents lie.");
        return tested;
    }

    /// <summary>The document as its client knows it: with the overlays.</summary>
    public JsonNode Corrected() => CorrectedDocument.Of(Document.Text, ApiDocument.Overlays.Select(static overlay => overlay.Text));

    /// <summary>The method of an example's operation.</summary>
    public ClientMethod Method(Example example) => Client.ByOperation[example.Operation.Name];

    /// <summary>How an example is read; null for what has no JSON type: an upload, an answer of no declared content.</summary>
    public IJsonType? TypeOf(Example example) => Method(example) is var method
        && (example.Kind == ExampleKind.Request ? method.RequestType : method.ResultType) is { } type ? JsonTypes.Of(type) : null;

    private static TestedDocument? Make(ApiDocument? document) => document is null ? null : new(document, GeneratedClient.Of(document));
}
