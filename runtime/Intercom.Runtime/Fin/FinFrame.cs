using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Intercom.Json;

namespace Intercom;

/// <summary>What one event of the wire holds, taken out of its envelopes.</summary>
internal sealed class FinFrame
{
    private const int DeepestEnvelope = 4;
    private readonly List<string> _envelopeIds = [];

    private FinFrame(byte[] utf8) => Utf8 = utf8;

    /// <summary>The event's JSON, or what came instead.</summary>
    public byte[] Utf8 { get; private set; }

    /// <summary>The event; undefined where there is no JSON object.</summary>
    public JsonElement Root { get; private set; }

    /// <summary>The id that the stream is resumed from; null where the event has none.</summary>
    public string? Id { get; private set; }

    /// <summary>How long the server wants a client to wait before it reconnects; null where this event does not say.</summary>
    public TimeSpan? ReconnectionInterval { get; private set; }

    /// <summary>What the server reports instead of an event.</summary>
    public FinError? Error { get; private set; }

    public IReadOnlyList<string> EnvelopeIds => _envelopeIds;

    public bool IsBlank => Utf8.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0;

    public string Name => Root.Text("event_name") ?? "";

    public string? MessageId => Root.TryGetProperty("message", out var message) ? message.Text("id") : null;

    /// <summary>Whether the event speaks of a survey that is to follow.</summary>
    public bool AnnouncesCsat => Root.EnumerateObject().Any(static property =>
        property.Name.Contains(
            "csat",
            StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.False));

    public static FinFrame OfEvent(string type, ReadOnlySpan<byte> data)
    {
        var frame = new FinFrame(data.ToArray());
        frame.Open(type);
        return frame;
    }

    /// <summary>A line of JSON, which is what the server sends where it does not take up the offer of an event stream.</summary>
    public static FinFrame OfLine(string line)
    {
        var frame = OfEvent("", Encoding.UTF8.GetBytes(line));
        return frame.EnvelopeIds is [var id, ..] ? frame.WithId(id) : frame;
    }

    public FinFrame WithId(string? id, TimeSpan? reconnectionInterval = null)
    {
        Id = id is { Length: > 0 } ? id : null;
        ReconnectionInterval = reconnectionInterval;
        return this;
    }

    public string? Text(string name) => Root.Text(name);

    public int? Integer(string name) => Integer(Root, name);

    public static int? Integer(JsonElement parent, string name) =>
        int.TryParse(parent.Text(name), System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;

    private void Open(string type)
    {
        for (var depth = 0; depth < DeepestEnvelope; depth++)
        {
            if (!TryParse(Utf8, out var root, out var utf8))
                return;
            if (root.ValueKind != JsonValueKind.Object)
                break;
            (Root, Utf8) = (root, utf8);
            if (root.TryGetProperty("event_name", out _))
                return;
            if (!root.TryGetProperty("data", out var data) || data.ValueKind is not (JsonValueKind.String or JsonValueKind.Object))
                break;
            if (root.Text("id") is { Length: > 0 } id)
                _envelopeIds.Add(id);
            type = root.Text("event") ?? type;
            Utf8 = Encoding.UTF8.GetBytes(data.ValueKind == JsonValueKind.String ? data.GetString()! : data.GetRawText());
            Root = default;
        }

        if (type == "error" || (Root.ValueKind == JsonValueKind.Object && Root.TryGetProperty(
            "error",
            out var error) && error.ValueKind == JsonValueKind.Object))
            Error = FinError.Read(Root);
    }

    private static bool TryParse(byte[] utf8, [NotNullWhen(true)] out JsonElement root, out byte[] whole)
    {
        whole = WellFormedText.Of(utf8);
        root = default;
        try
        {
            JsonCursor.Check(whole);
            root = JsonDocuments.Parse(whole);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
