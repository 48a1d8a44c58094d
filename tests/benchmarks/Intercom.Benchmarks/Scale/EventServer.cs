using System.Globalization;
using System.IO.Pipelines;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Intercom.Benchmarks.Scale;

/// <summary>A stream of Fin that says one reply after the other, each in pieces, until it is the user's turn.</summary>
internal sealed class EventServer(int events) : HttpMessageHandler
{
    private const int EventsOfReply = 10;
    private const string Text = "A reply that is written piece by piece, and is long enough for ten of them.";
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var pipe = new Pipe();
        _ = WriteAsync(pipe.Writer, cancellationToken);
        var content = new StreamContent(pipe.Reader.AsStream());
        content.Headers.ContentType = new MediaTypeHeaderValue("text/event-stream");
        return Task.FromResult(new HttpResponseMessage { Content = content, RequestMessage = request });
    }

    private async Task WriteAsync(PipeWriter writer, CancellationToken cancellationToken)
    {
        for (var number = 0; number < events; number++)
            await writer.WriteAsync(Encoding.UTF8.GetBytes(Frame(number)), cancellationToken);
        await writer.CompleteAsync();
    }

    private string Frame(int number)
    {
        var envelope = $$"""
            {"id":"{{number}}","name":"fin_event","encoding":"json","channel":"c-1","data":{{JsonSerializer.Serialize(Event(number))}}}
            """;
        return $"id: {number}\nevent: message\ndata: {envelope}\n\n";
    }

    private string Event(int number)
    {
        var (reply, index) = (number / EventsOfReply, number % EventsOfReply);
        var (name, what) = number == events - 1 ? ("fin_status_updated", """ "status":"awaiting_user_reply" """)
            : index == EventsOfReply - 1 ? ("fin_replied", $$"""
                "message":{"id":"m-{{reply}}","author":"fin","body":"{{Text}}"},"stream_id":"s-{{reply}}","status":"replying"
                """)
            : ("fin_reply_chunk", $$"""
                "stream_id":"s-{{reply}}","chunk_index":{{index}},"chunk_text":"{{Text[..((index + 1) * 7)]}}","status":"replying"
                """);
        var time = Start.AddMilliseconds(number).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        return $$"""{"event_name":"{{name}}","conversation_id":"c-1",{{what.Trim()}},"created_at_ms":"{{time}}"}""";
    }
}
