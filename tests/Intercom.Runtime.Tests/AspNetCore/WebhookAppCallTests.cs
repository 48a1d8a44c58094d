using System.Net;
using System.Security.Cryptography;
using System.Text;
using Intercom.AspNetCore;
using Intercom.Runtime.Tests.Webhooks;
using Intercom.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Intercom.Runtime.Tests.AspNetCore;

/// <summary>Calls about the app itself, signed in <c>X-Body-Signature</c>.</summary>
public class WebhookAppCallTests
{
    private const string HealthCheck = """{"workspace_id":"w1"}""";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly (string Hub, string Fin, string Body) Headers = ("X-Hub-Signature", "X-Fin-Agent-API-Webhook-Signature", "X-Body-Signature");
    private readonly List<string> _handled = [];

    [Fact]
    public async Task Each_is_answered_with_what_its_handler_gives()
    {
        await using var server = await ServerAsync();
        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.Accepted, await server.PostAsync(Bytes(HealthCheck), (Headers.Body, Sha256(HealthCheck))));
        Assert.Equal(["call w1", "call w1"], _handled);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("SHA256=")]
    public async Task The_name_of_the_algorithm_may_stand_before_its_digits(string name)
    {
        await using var server = await ServerAsync();
        Assert.Equal(
            HttpStatusCode.Accepted,
            await server.PostAsync(Bytes(HealthCheck), (Headers.Body, name + Sha256(HealthCheck).ToUpperInvariant())));
    }

    [Fact]
    public async Task What_is_not_signed_with_the_client_secret_is_refused()
    {
        await using var server = await ServerAsync();
        string[] forged =
        [
            "", "sha256=", Sha256(HealthCheck)[1..], Sha256(HealthCheck) + "00", Sha256(
                HealthCheck,
                "another"), Sha256(HealthCheck, WebhookServer.FinSecret), Sha256(HealthCheck + " "),
            "sha1=" + Sha256(HealthCheck), WebhookSignature.Notifications.Create(Bytes(HealthCheck), WebhookServer.ClientSecret),
        ];
        foreach (var signature in forged)
            Assert.Equal(HttpStatusCode.Unauthorized, await server.PostAsync(Bytes(HealthCheck), (Headers.Body, signature)));
        Assert.Empty(_handled);
    }

    [Fact]
    public async Task Of_several_signatures_all_must_hold_and_none_may_contradict_another()
    {
        await using var server = await ServerAsync();
        const string Ping = """{"id":"n1","topic":"ping"}""";
        var (hub, fin, body) = (WebhookSignature.Notifications.Create(
            Bytes(Ping),
            WebhookServer.ClientSecret), Sha256(Ping, WebhookServer.FinSecret), Sha256(Ping));
        (string, string)[][] refused =
        [
            [(Headers.Hub, hub), (Headers.Body, Sha256(Ping, "another"))],
            [(Headers.Hub, hub[..^1] + (hub[^1] == '0' ? '1' : '0')), (Headers.Body, body)],
            [(Headers.Hub, ""), (Headers.Body, body)],
            [(Headers.Hub, hub), (Headers.Body, "")],
            [(Headers.Hub, body), (Headers.Body, hub)],
            [(Headers.Fin, fin), (Headers.Body, body)],
            [(Headers.Hub, hub), (Headers.Fin, fin), (Headers.Body, body)],
            [(Headers.Body, body), (Headers.Body, body)],
        ];
        foreach (var headers in refused)
            Assert.Equal(HttpStatusCode.Unauthorized, await server.PostAsync(Bytes(Ping), headers));
        Assert.Empty(_handled);
        Assert.Equal(HttpStatusCode.OK, await server.PostAsync(Bytes(Ping), (Headers.Hub, hub), (Headers.Body, body)));
        Assert.Equal(["ping"], _handled);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task What_is_no_object_is_refused(string body)
    {
        await using var server = await ServerAsync();
        Assert.Equal(HttpStatusCode.BadRequest, await server.PostAsync(Bytes(body), (Headers.Body, Sha256(body))));
    }

    [Fact]
    public async Task Without_a_handler_it_is_accepted_and_needs_its_signature_all_the_same()
    {
        await using var server = await WebhookServer.StartAsync(
            static webhooks => webhooks.On("ping", static (_, _) => Task.CompletedTask));
        Assert.Equal(HttpStatusCode.OK, await server.PostAsync(Bytes(HealthCheck), (Headers.Body, Sha256(HealthCheck))));
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            await server.PostAsync(Bytes(HealthCheck), (Headers.Body, Sha256(HealthCheck, "another"))));
    }

    [Fact]
    public async Task A_handler_that_fails_or_is_too_slow_is_told_so()
    {
        var time = new ManualTime();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await WebhookServer.StartAsync(webhooks =>
        {
            webhooks.Options.TimeProvider = time;
            webhooks.OnAppCall(async (call, _) =>
            {
                if (call.Raw.GetProperty("workspace_id").GetString() == "w1")
                    throw new InvalidOperationException();
                started.SetResult();
                await released.Task;
                return Results.Ok();
            });
        });
        Assert.Equal(HttpStatusCode.InternalServerError, await server.PostAsync(Bytes(HealthCheck), (Headers.Body, Sha256(HealthCheck))));
        const string Slow = """{"workspace_id":"w2"}""";
        var slow = server.PostAsync(Bytes(Slow), (Headers.Body, Sha256(Slow)));
        await started.Task.WaitAsync(Patience);
        time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await slow.WaitAsync(Patience));
        released.SetResult();
    }

    [Fact]
    public void There_is_one_handler_and_it_needs_the_client_secret()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        static Task<IResult> Ok(AppCall call, CancellationToken token) => Task.FromResult(Results.Ok());
        Assert.Throws<InvalidOperationException>(() => app.MapIntercomWebhooks("/a", webhooks => webhooks.OnAppCall(Ok).OnAppCall(Ok)));
        var failure = Assert.Throws<InvalidOperationException>(
            () => app.MapIntercomWebhooks("/b", webhooks => webhooks.OnAppCall(Ok).Options.FinSecrets.Add("f")));
        Assert.Contains("client secret", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signature_is_checked_and_made_by_hand()
    {
        var body = Bytes(HealthCheck);
        Assert.Equal(Sha256(HealthCheck), WebhookSignature.AppCalls.Create(body, WebhookServer.ClientSecret));
        Assert.Equal(
            WebhookSignatureCheck.Valid,
            WebhookSignature.AppCalls.Check(body, Sha256(HealthCheck), "old", WebhookServer.ClientSecret));
        Assert.Equal(
            WebhookSignatureCheck.Mismatch,
            WebhookSignature.AppCalls.Check(body, Sha256(HealthCheck, "x"), WebhookServer.ClientSecret));
        Assert.Equal(WebhookSignatureCheck.Missing, WebhookSignature.AppCalls.Check(body, null, WebhookServer.ClientSecret));
        Assert.Throws<ArgumentException>(() => WebhookSignature.AppCalls.Check(body, Sha256(HealthCheck), new WebhookSecret[] { null! }));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Sha256(string body, string secret = WebhookServer.ClientSecret) =>
        Convert.ToHexString(HMACSHA256.HashData(Bytes(secret), Bytes(body))).ToLowerInvariant();

    private Task<WebhookServer> ServerAsync() => WebhookServer.StartAsync(webhooks => webhooks
        .OnUnknown((body, _) =>
        {
            _handled.Add(body.Topic);
            return Task.CompletedTask;
        })
        .OnAppCall((call, _) =>
        {
            _handled.Add($"call {call.Raw.GetProperty("workspace_id").GetString()}");
            return Task.FromResult(Results.Accepted());
        }));
}
