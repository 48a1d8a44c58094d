using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Intercom.Json;
using Xunit;

namespace Intercom.Testing.Tests;

public sealed class FakeWebhookTests
{
    private const string Item = """{"type":"contact","id":"42"}""";

    private static readonly Uri Hook = new("/hook", UriKind.Relative);

    [Fact]
    public void A_notification_wraps_its_item()
    {
        var body = JsonDocument.Parse(FakeWebhook.Notification("contact.user.created", Item).Body).RootElement;

        Assert.Equal("notification_event", body.GetProperty("type").GetString());
        Assert.Equal("contact.user.created", body.GetProperty("topic").GetString());
        Assert.Equal("notification_event_data", body.GetProperty("data").GetProperty("type").GetString());
        Assert.Equal("42", body.GetProperty("data").GetProperty("item").GetProperty("id").GetString());
        Assert.Equal(1, body.GetProperty("delivery_attempts").GetInt32());
    }

    [Fact]
    public void A_notification_is_as_old_as_it_is_told_to_be()
    {
        var at = new DateTimeOffset(2027, 3, 4, 5, 6, 7, TimeSpan.Zero);
        var body = JsonDocument.Parse(FakeWebhook.Notification("ping", "{}", createdAt: at).Body).RootElement;

        Assert.Equal(at.ToUnixTimeSeconds(), body.GetProperty("created_at").GetInt64());
    }

    [Fact]
    public void Each_notification_has_an_id_of_its_own()
    {
        var ids = Enumerable.Range(0, 3).Select(_ => JsonDocument.Parse(FakeWebhook.Notification("ping", "{}").Body).RootElement.GetProperty("id").GetString());

        Assert.Equal(3, ids.Distinct().Count());
    }

    [Fact]
    [SuppressMessage("Security", "CA5350", Justification = "Intercom signs with SHA-1.")]
    public async Task A_notification_is_signed_with_SHA_1_over_the_bytes_that_are_sent()
    {
        await using var receiver = Receiver();

        using var response = await FakeWebhook.Notification("contact.user.created", Item).SendAsync(receiver.HttpClient, Hook);

        var call = receiver.Calls.Single("POST /hook");
        Assert.Equal("sha1=" + Convert.ToHexString(HMACSHA1.HashData("fake-client-secret"u8, call.Body.Span)).ToLowerInvariant(), call.Headers["X-Hub-Signature"]);
        Assert.False(call.Headers.ContainsKey("X-Fin-Agent-API-Webhook-Signature"));
    }

    [Fact]
    public async Task An_event_of_Fin_is_bare_and_signed_with_SHA_256()
    {
        await using var receiver = Receiver();

        using var response = await FakeWebhook.FinEvent(new Greeting { Text = "Grüße" }).SignedWith("other").SendAsync(receiver.HttpClient, Hook);

        var call = receiver.Calls.Single("POST /hook");
        Assert.Equal("Grüße", IntercomJson.Parse<Greeting>(call.Text).Text);
        Assert.Equal("sha256=" + Convert.ToHexString(HMACSHA256.HashData("other"u8, call.Body.Span)).ToLowerInvariant(), call.Headers["X-Fin-Agent-API-Webhook-Signature"]);
    }

    [Fact]
    public async Task A_forged_signature_has_the_right_form_and_the_wrong_value()
    {
        await using var receiver = Receiver();
        var webhook = FakeWebhook.Notification("contact.user.created", Item);

        using var response = await webhook.Forged().SendAsync(receiver.HttpClient, Hook);

        var forged = receiver.Calls.Single("POST /hook").Headers["X-Hub-Signature"];
        Assert.Matches("^sha1=[0-9a-f]{40}$", forged);
        Assert.NotEqual(webhook.Signature, forged);
    }

    [Fact]
    public async Task A_webhook_without_a_signature_has_no_header_for_it()
    {
        await using var receiver = Receiver();

        using var response = await FakeWebhook.Notification("ping", "{}").Unsigned().SendAsync(receiver.HttpClient, Hook);

        Assert.False(receiver.Calls.Single("POST /hook").Headers.ContainsKey("X-Hub-Signature"));
    }

    [Fact]
    public async Task A_duplicate_is_the_same_bytes_with_the_same_signature()
    {
        await using var receiver = Receiver();
        var webhook = FakeWebhook.Notification("contact.user.created", Item);

        using var first = await webhook.SendAsync(receiver.HttpClient, Hook);
        using var second = await webhook.SendAsync(receiver.HttpClient, Hook);

        var calls = receiver.Calls.All("POST /hook");
        Assert.Equal(2, calls.Count);
        Assert.Equal(calls[0].Text, calls[1].Text);
        Assert.Equal(calls[0].Headers["X-Hub-Signature"], calls[1].Headers["X-Hub-Signature"]);
    }

    [Fact]
    public void A_webhook_prints_its_body_and_neither_secret_nor_signature()
    {
        var webhook = FakeWebhook.FinEvent("""{"event_name":"x"}""").SignedWith("hidden-secret");

        Assert.Equal("""{"event_name":"x"}""", webhook.ToString());
        Assert.DoesNotContain("hidden", JsonSerializer.Serialize(webhook), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_is_probed_with_HEAD()
    {
        await using var receiver = Receiver();
        receiver.On("HEAD /hook").ReturnsNothing();
        receiver.HttpClient.DefaultRequestHeaders.Authorization = new("Bearer", "any");

        using var response = await FakeWebhook.ProbeAsync(receiver.HttpClient, Hook);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("HEAD", Assert.Single(receiver.Calls).Method);
    }

    // Anything that takes a POST and remembers it will do as the receiver; the fake itself is at hand.
    private static FakeIntercom Receiver()
    {
        var receiver = FakeIntercom.InMemory();
        receiver.On("POST /hook").ReturnsNothing();
        return receiver;
    }
}
