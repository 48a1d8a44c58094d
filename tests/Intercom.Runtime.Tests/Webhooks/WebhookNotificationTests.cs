using System.Text;
using System.Text.Json;
using Intercom.Webhooks;
using Xunit;

namespace Intercom.Runtime.Tests.Webhooks;

public class WebhookNotificationTests
{
    private const string Created = """
        {"type":"notification_event","id":"notif_1","app_id":"abc","topic":"contact.user.created","created_at":1788264000,
         "delivery_attempts":2,"first_sent_at":1788263940,"delivered_at":0,"self":null,"links":{},
         "data":{"type":"notification_event_data","item":{"type":"contact","id":"c1"}}}
        """;

    [Fact]
    public void The_envelope_is_read()
    {
        var notification = Notification(Created);
        Assert.Equal("contact.user.created", notification.Topic);
        Assert.Equal("notif_1", notification.Id);
        Assert.Equal("abc", notification.AppId);
        Assert.Equal(2, notification.DeliveryAttempts);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1788264000), notification.CreatedAt);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1788263940), notification.FirstSentAt);
        Assert.Equal("c1", notification.RawItem.GetProperty("id").GetString());
    }

    [Fact]
    public void The_whole_and_the_item_are_read_as_emitted_types()
    {
        var notification = Notification(Created);
        Assert.Equal("contact.user.created", notification.As<Thing>()["topic"]);
        Assert.Equal("c1", notification.About<Thing>().Item["id"]);
        Assert.Equal(Created, notification.ToString());
        Assert.Equal("notif_1", notification.Raw.GetProperty("id").GetString());
    }

    [Fact]
    public void An_unknown_topic_with_an_unknown_item_is_kept_raw()
    {
        var notification = Notification("""{"topic":"galaxy.collided","data":{"item":[1,{"a":null}]}}""");
        Assert.Equal("galaxy.collided", notification.Topic);
        Assert.Equal("""[1,{"a":null}]""", notification.RawItem.GetRawText());
    }

    [Theory]
    [InlineData("""{"topic":"ping","id":null,"data":{"item":{"type":"ping"}}}""")]
    [InlineData("""{"topic":"ping","id":"","data":null}""")]
    [InlineData("""{"topic":"ping","created_at":null,"delivery_attempts":null}""")]
    public void A_ping_without_an_id_is_recognised_by_its_bytes(string json)
    {
        Assert.StartsWith("sha256:", Notification(json).DeliveryKey, StringComparison.Ordinal);
        Assert.Equal(Notification(json).DeliveryKey, Notification(json).DeliveryKey);
        Assert.NotEqual(Notification(json).DeliveryKey, Notification(json + " ").DeliveryKey);
    }

    [Fact]
    public void A_second_delivery_has_the_same_key_though_its_bytes_differ() =>
        Assert.Equal(Notification(Created).DeliveryKey, Notification(Created.Replace("\"delivery_attempts\":2", "\"delivery_attempts\":3", StringComparison.Ordinal)).DeliveryKey);

    [Fact]
    public void Other_shapes_than_declared_do_not_break_the_envelope()
    {
        var notification = Notification("""{"id":17,"app_id":{},"topic":"x","created_at":"2026-09-01T12:00:00Z","delivery_attempts":"2","first_sent_at":[],"data":"none"}""");
        Assert.Equal("17", notification.Id);
        Assert.Null(notification.AppId);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1788264000), notification.CreatedAt);
        Assert.Equal(2, notification.DeliveryAttempts);
        Assert.Equal(JsonValueKind.Undefined, notification.RawItem.ValueKind);
        Assert.Throws<JsonException>(() => notification.About<Thing>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"topic":null}""")]
    [InlineData("""{"topic":""}""")]
    [InlineData("""{"topic":"ping" """)]
    [InlineData("""{"topic":"ping"} x""")]
    [InlineData("""{"event_name":"fin_replied","conversation_id":"1"}""")]
    public void What_is_no_notification_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => Notification(json));

    [Fact]
    public void An_event_of_Fin_is_read_without_an_envelope()
    {
        var replied = Event("""{"event_name":"fin_replied","conversation_id":"c1","message":{"author":"fin","id":"m1"},"created_at_ms":"2026-09-01T12:00:00.250Z","user_id":"u1"}""");
        Assert.Equal(("fin_replied", "c1", "m1"), (replied.Topic, replied.ConversationId, replied.MessageId));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1788264000250), replied.CreatedAt);
        Assert.Equal("fin_replied:m1", replied.DeliveryKey);
        Assert.Equal("u1", replied.As<Thing>()["user_id"]);
    }

    [Fact]
    public void An_event_without_a_message_is_recognised_by_its_bytes()
    {
        const string Status = """{"event_name":"fin_status_updated","status":"complete","message":null}""";
        Assert.StartsWith("sha256:", Event(Status).DeliveryKey, StringComparison.Ordinal);
        Assert.NotEqual(Event(Status).DeliveryKey, Event(Status.Replace("complete", "resolved", StringComparison.Ordinal)).DeliveryKey);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("\"fin_replied\"")]
    [InlineData("""{"topic":"ping"}""")]
    [InlineData("""{"event_name":{}}""")]
    public void What_is_no_event_of_Fin_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => Event(json));

    private static WebhookNotification Notification(string json) => WebhookNotification.Parse(Encoding.UTF8.GetBytes(json));

    private static FinWebhookEvent Event(string json) => FinWebhookEvent.Parse(Encoding.UTF8.GetBytes(json));
}
