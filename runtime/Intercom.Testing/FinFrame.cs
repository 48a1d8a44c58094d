using System.Text;
using System.Text.Json;

namespace Intercom.Testing;

/// <summary>One event as it goes over the wire.</summary>
internal sealed record FinFrame(string? Id, string Event, string Data)
{
    /// <summary>The envelope that the realtime service puts around a payload, which it holds as a JSON string.</summary>
    public static FinFrame Enveloped(string id, string channel, string payload) => new(id, "message", JsonText.Write(json =>
    {
        json.WriteString("id", id);
        json.WriteString("name", "fin_event");
        json.WriteNumber("timestamp", FinPayload.Start.ToUnixTimeMilliseconds());
        json.WriteString("encoding", "json");
        json.WriteString("channel", channel);
        json.WriteString("data", payload);
    }));

    public byte[] ToServerSentEvent()
    {
        var text = new StringBuilder();
        if (Id is not null)
            text.Append("id: ").Append(Id).Append('\n');
        text.Append("event: ").Append(Event).Append('\n');
        foreach (var line in Data.Split('\n'))
            text.Append("data: ").Append(line).Append('\n');
        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }

    /// <summary>The line of JSON that a client gets that does not ask for <c>text/event-stream</c>.</summary>
    public byte[] ToJsonLine() => Encoding.UTF8.GetBytes(JsonText.Write(json =>
    {
        if (Id is not null)
            json.WriteString("id", Id);
        json.WriteString("event", Event);
        json.WriteString("data", Data);
    }) + "\n");
}
