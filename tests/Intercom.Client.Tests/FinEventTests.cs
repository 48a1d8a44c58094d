using Intercom.Json;
using Intercom.Models;
using Intercom.Testing;
using Intercom.Webhooks;

namespace Intercom.Client.Tests;

/// <summary>Fin's events say their names by themselves.</summary>
public sealed class FinEventTests
{
    public static TheoryData<string, FinEvent> Events() => new()
    {
        { "fin_status_updated", new FinStatusUpdated { ConversationId = "c" } },
        { "fin_replied", new FinReplied { ConversationId = "c" } },
        { "fin_reply_chunk", new FinReplyChunk { ConversationId = "c" } },
        { "csat_requested", new FinCsatRequested { ConversationId = "c" } },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public void A_webhook_of_a_new_event_carries_its_name(string name, FinEvent value)
    {
        var body = FakeWebhook.FinEvent(value).Body;
        Assert.Equal(name, FinWebhookEvent.Parse(System.Text.Encoding.UTF8.GetBytes(body)).Topic);
        Assert.Equal(value, IntercomJson.Parse<FinEvent>(body));
    }

    [Fact]
    public void A_name_that_is_assigned_or_was_read_stays_as_it_is()
    {
        Assert.Equal("""{"event_name":"fin_answered"}""", FakeWebhook.FinEvent(new FinReplied { EventName = "fin_answered" }).Body);
        Assert.Equal("{}", FakeWebhook.FinEvent(IntercomJson.Parse<FinReplied>("{}")).Body);
        Assert.Equal("""{"event_name":"fin_replied"}""", IntercomJson.ToJson(new FinReplied() with { ConversationId = null }));
    }
}
