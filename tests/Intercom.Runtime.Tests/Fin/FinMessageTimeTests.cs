using System.Text;
using Intercom.Json;
using Intercom.Runtime.Tests.Http;
using Xunit;
using static Intercom.Runtime.Tests.Http.Script;

namespace Intercom.Runtime.Tests.Fin;

/// <summary>Intercom drops a message that comes again within five minutes, and knows it by its time.</summary>
public class FinMessageTimeTests
{
    [Fact]
    public async Task A_message_to_Fin_gets_its_time_once_before_the_first_attempt()
    {
        var time = new FakeTime();
        var server = new Script(
            Answer(503),
            Fail(new HttpRequestException("reset")),
            Answer(429, "", ("Retry-After", "7")),
            Answer(200, "{}"));
        await server.Connect(time, static o => o.MaxRetries = 3).SendElementAsync(Ask(null), null, default);
        Assert.Equal(4, server.Sent.Count);
        Assert.NotEqual(FakeTime.Start, time.GetUtcNow());
        Assert.All(server.Sent, static sent => Assert.Equal("""{"message":{"body":"Hi","timestamp":"2026-03-01T12:00:00Z"}}""", Encoding.UTF8.GetString(sent.Body!)));
        await server.Connect(time).SendElementAsync(Ask(FakeTime.Start.AddDays(-1)), null, default);
        Assert.Contains("2026-02-28T12:00:00Z", Encoding.UTF8.GetString(server.Sent[^1].Body!), StringComparison.Ordinal);
    }

    private static ApiRequest Ask(DateTimeOffset? at) => new ApiRequest("POST /fin/start").Body(new Message("Hi", at)).Safe();

    /// <summary>A question to Fin, whose message is filled as the emitted one is.</summary>
    private sealed record Message(string Text, DateTimeOffset? Timestamp) : IJson<Message>
    {
        public static Message Read(ref JsonCursor json) => throw new NotSupportedException();

        public void Write(JsonOutput json)
        {
            json.Writer.WriteStartObject();
            json.Writer.WritePropertyName("message"u8);
            json.Item(new Part { Body = Text, Timestamp = Timestamp });
            json.Writer.WriteEndObject();
        }
    }

    private sealed record Part : JsonRequest, IJson<Part>
    {
        private static readonly JsonNames Table = new("body\0timestamp"u8);
        private string? _body;
        private DateTimeOffset? _timestamp;

        public string? Body { get => _body; init { _body = value; Assigned(0); } }

        public DateTimeOffset? Timestamp
        {
            get => _timestamp;
            init
            {
                _timestamp = value;
                if (value is not null)
                    Assigned(1);
            }
        }

        protected override JsonNames Names => Table;

        static Part IJson<Part>.Read(ref JsonCursor json) => json.Fill(new Part());

        protected override void Visit(ref JsonCursor json, int index)
        {
            if (index == 0)
                json.Text(ref _body);
            else
                json.FilledTime(ref _timestamp);
        }

        protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
    }
}
