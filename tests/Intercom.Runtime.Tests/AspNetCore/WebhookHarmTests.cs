using System.Net;
using System.Net.Sockets;
using System.Text;
using Intercom.AspNetCore;
using Intercom.Runtime.Tests.Webhooks;
using Intercom.Webhooks;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Runtime.Tests.AspNetCore;

/// <summary>What a sender could try.</summary>
public sealed class WebhookHarmTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly List<string> _handled = [];

    [Fact]
    public async Task A_forged_or_failed_delivery_does_not_take_the_place_of_the_true_one()
    {
        var fails = true;
        await using var server = await WebhookServer.StartAsync(webhooks => webhooks.On("ping", (notification, _) =>
        {
            _handled.Add(notification.Id!);
            return fails ? throw new InvalidOperationException() : Task.CompletedTask;
        }));
        var ping = """{"type":"notification_event","id":"n1","topic":"ping"}""";
        Assert.Equal(HttpStatusCode.Unauthorized, await server.NotifyAsync(ping, "forged"));
        Assert.Equal(HttpStatusCode.BadRequest, await server.NotifyAsync("""{"id":"n1"}"""));
        Assert.Empty(_handled);
        Assert.Equal(HttpStatusCode.InternalServerError, await server.NotifyAsync(ping));
        fails = false;
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(ping));
        Assert.Equal(["n1", "n1"], _handled);
    }

    [Fact]
    public async Task An_event_of_Fin_cannot_take_the_place_of_a_notification()
    {
        await using var server = await ServerAsync();
        Assert.Equal(HttpStatusCode.OK, await server.FinAsync("""{"event_name":"notification","message":{"id":"n1"}}"""));
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync("""{"id":"n1","topic":"ping"}"""));
        Assert.Equal(["notification", "ping"], _handled);
    }

    [Fact]
    public async Task A_message_of_Fin_is_new_with_each_status()
    {
        await using var server = await ServerAsync();
        foreach (var status in new[] { "replying", "awaiting_user_reply", "replying" })
            await server.FinAsync($$"""{"event_name":"fin_replied","status":"{{status}}","message":{"id":"m1"} }""");
        Assert.Equal(2, _handled.Count);
    }

    [Fact]
    public async Task An_id_as_long_as_a_body_is_kept_as_its_hash()
    {
        var id = new string('x', 500_000);
        await using var server = await ServerAsync();
        for (var attempt = 1; attempt <= 2; attempt++)
            Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync($$"""{"id":"{{id}}","topic":"ping","delivery_attempts":{{attempt}} }"""));
        Assert.Equal(["ping"], _handled);
        Assert.InRange(WebhookNotification.Parse(Encoding.UTF8.GetBytes($$"""{"id":"{{id}}","topic":"ping"}""")).DeliveryKey.Length, 1, 200);
    }

    [Fact]
    public async Task A_topic_cannot_write_lines_into_the_log()
    {
        await using var server = await WebhookServer.StartAsync(
            webhooks => webhooks.OnUnknown((_, _) => throw new InvalidOperationException()));
        var topic = "ping\\r\\nInformation: all is well\\u2028\\u202e\\u0000" + new string('x', 5000);
        Assert.Equal(HttpStatusCode.InternalServerError, await server.NotifyAsync($$"""{"id":"n\n1","topic":"{{topic}}"}"""));
        var line = Assert.Single(server.Log, static line => line.Contains("was not handled", StringComparison.Ordinal));
        var told = line[..line.IndexOf("was not handled", StringComparison.Ordinal)];
        Assert.DoesNotContain(told, static c => char.IsControl(c) || c is '\u2028' or '\u202e');
        Assert.InRange(told.Length, 1, 500);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(100_000)]
    public async Task A_deep_body_is_answered_and_the_next_one_too(int depth)
    {
        await using var server = await ServerAsync();
        var deep = $$"""{"id":"deep","topic":"ping","data":{"item":{{new string('[', depth)}}{{new string(']', depth)}}} }""";
        Assert.Contains(await server.NotifyAsync(deep), new[] { HttpStatusCode.OK, HttpStatusCode.BadRequest });
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync("""{"id":"n1","topic":"ping"}"""));
    }

    [Fact]
    public async Task A_body_that_does_not_come_is_given_up()
    {
        var time = new ManualTime();
        await using var server = await WebhookServer.StartAsync(webhooks => webhooks.Options.TimeProvider = time);
        using var sender = new TcpClient();
        await sender.ConnectAsync(server.Address.Host, server.Address.Port);
        var stream = sender.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /intercom HTTP/1.1\r\nHost: x\r\nX-Hub-Signature: sha1={new string('0', 40)}\r\nContent-Length: 100\r\n\r\n{{"));
        await time.Waiting(TimeSpan.FromSeconds(10)).WaitAsync(Patience);
        time.Advance(TimeSpan.FromSeconds(10));
        using var reader = new StreamReader(stream);
        Assert.StartsWith("HTTP/1.1 408", await reader.ReadLineAsync().WaitAsync(Patience), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sender_that_breaks_off_is_no_failure_of_the_application()
    {
        await using var server = await ServerAsync();
        using (var sender = new TcpClient())
        {
            await sender.ConnectAsync(server.Address.Host, server.Address.Port);
            await sender.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                $"POST /intercom HTTP/1.1\r\nHost: x\r\nX-Hub-Signature: sha1={new string('0', 40)}\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{{\r\nzz"));
            using var reader = new StreamReader(sender.GetStream());
            Assert.StartsWith("HTTP/1.1 400", await reader.ReadLineAsync().WaitAsync(Patience), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(server.Log, static line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Odd_headers_are_refused_and_nothing_else_happens()
    {
        await using var server = await ServerAsync();
        var body = """{"id":"n1","topic":"ping"}"""u8.ToArray();
        var valid = WebhookSignature.Notifications.Create(body, WebhookServer.ClientSecret);
        string[] odd =
        [
            "=", "sha1==", "sha1=" + new string(
                'g',
                40), "sha1=" + new string('0', 10_000), new string('=', 10_000), valid + "," + valid, valid + ";", "sha1= " + valid[5..],
            valid.Replace("sha1", "sha1\u00a0", StringComparison.Ordinal), valid.Insert(
                10,
                " "), "sha1=" + new string('\u0660', 40), "SHA512=" + valid[5..], "\"" + valid + "\"",
        ];
        foreach (var header in odd)
            Assert.Contains(
                await server.PostAsync(body, (WebhookSignature.Notifications.Header, header)),
                new[] { HttpStatusCode.Unauthorized, HttpStatusCode.BadRequest, HttpStatusCode.RequestHeaderFieldsTooLarge });
        output.WriteLine($"{odd.Length} odd headers, none accepted");
        Assert.Empty(_handled);
        Assert.DoesNotContain(server.Log, static line => line.StartsWith("Error", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, await server.PostAsync(body, (WebhookSignature.Notifications.Header, valid)));
    }

    private Task<WebhookServer> ServerAsync() => WebhookServer.StartAsync(webhooks => webhooks.OnUnknown((body, _) =>
    {
        _handled.Add(body.Topic);
        return Task.CompletedTask;
    }));
}
