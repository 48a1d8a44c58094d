using System.Text;
using Intercom.Json;
using Intercom.Runtime.Tests.AspNetCore;
using Intercom.Runtime.Tests.Json;
using Intercom.Webhooks;
using Xunit;

namespace Intercom.Runtime.Tests.Webhooks;

/// <summary>What webhooks hold and their types do not declare so.</summary>
public class WebhookDeviationTests
{
    private static readonly WebhookTopic<Person> Created = new("person.created");
    private readonly List<JsonDeviation> _told = [];

    [Fact]
    public void A_notification_read_by_hand_tells_where_its_item_deviates()
    {
        var notification = WebhookNotification.Parse(Encoding.UTF8.GetBytes(Notification("n1", 7)));
        Assert.Equal("7", notification.About<Person>(_told.Add).Item.Id);
        Assert.Contains(new JsonDeviation("person.created", "$.id", "string", "number"), _told);
    }

    [Fact]
    public async Task An_endpoint_tells_of_each_place_once_and_handles_what_deviates()
    {
        var handled = 0;
        await using var server = await WebhookServer.StartAsync(webhooks =>
        {
            webhooks.Options.OnDeviation = _told.Add;
            webhooks.On(Created, (_, _) =>
            {
                handled++;
                return Task.CompletedTask;
            });
        });
        for (var i = 0; i < 3; i++)
            await server.NotifyAsync(Notification($"n{i}", i));
        Assert.Equal(3, handled);
        Assert.Single(_told, static deviation => deviation == new JsonDeviation("person.created", "$.id", "string", "number"));
    }

    [Fact]
    public async Task A_listener_that_fails_fails_nothing()
    {
        var handled = 0;
        await using var server = await WebhookServer.StartAsync(webhooks =>
        {
            webhooks.Options.OnDeviation = static _ => throw new InvalidOperationException();
            webhooks.On(Created, (_, _) =>
            {
                handled++;
                return Task.CompletedTask;
            });
        });
        Assert.Equal(System.Net.HttpStatusCode.OK, await server.NotifyAsync(Notification("n1", 1)));
        Assert.Equal(1, handled);
    }

    [Fact]
    public void A_place_is_the_same_in_each_item_of_a_list_and_the_number_of_places_is_bounded()
    {
        object listener = new();
        Assert.True(DeviationReport.IsNew(listener, new JsonDeviation("x", "$.data[0].id", "string", "number")));
        Assert.False(DeviationReport.IsNew(listener, new JsonDeviation("x", "$.data[17].id", "string", "number")));
        Assert.True(DeviationReport.IsNew(listener, new JsonDeviation("x", "$.data[17].id", "string", "object")));
        Assert.True(DeviationReport.IsNew(listener, new JsonDeviation("y", "$.data[0].id", "string", "number")));
        Assert.True(DeviationReport.IsNew(new object(), new JsonDeviation("x", "$.data[0].id", "string", "number")));
        var told = Enumerable.Range(
            0,
            100_000).Count(i => DeviationReport.IsNew(listener, new JsonDeviation($"x{i}", "$", "string", "number")));
        Assert.InRange(told, 1, 4096);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_JSON_and_a_part_of_what_is_signed()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Notification("n1", 7))];
        var notification = WebhookNotification.Parse(body);
        Assert.Equal(("n1", body.Length), (notification.Id, notification.Utf8.Length));
        Assert.Equal("7", notification.About<Person>().Item.Id);
        Assert.Equal("n1", notification.Raw.GetProperty("id").GetString());
        Assert.StartsWith("{", notification.ToString(), StringComparison.Ordinal);
        var replied = FinWebhookEvent.Parse((byte[])[0xEF, 0xBB, 0xBF, .. """{"event_name":"fin_replied","id":"e1"}"""u8]);
        Assert.Equal(("fin_replied", "e1"), (replied.Topic, replied.As<Person>().Id));
        Assert.Equal("w1", AppCall.Parse((byte[])[0xEF, 0xBB, 0xBF, .. """{"workspace_id":"w1"}"""u8]).Raw.GetProperty("workspace_id").GetString());
    }

    [Fact]
    public async Task A_body_with_a_byte_order_mark_is_received()
    {
        var handled = new List<string>();
        await using var server = await WebhookServer.StartAsync(webhooks => webhooks.On(Created, (notification, _) =>
        {
            handled.Add(notification.Item.Id!);
            return Task.CompletedTask;
        }));
        byte[] body = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Notification("n1", 7))];
        var signature = WebhookSignature.Notifications.Create(body, WebhookServer.ClientSecret);
        Assert.Equal(System.Net.HttpStatusCode.OK, await server.PostAsync(body, (WebhookSignature.Notifications.Header, signature)));
        Assert.Equal(["7"], handled);
    }

    private static string Notification(string id, int item) => $$"""{"id":"{{id}}","topic":"person.created","data":{"item":{"id":{{item}} } } }""";
}
