using System.Text.Json;
using Intercom.AspNetCore;
using Intercom.Json;
using Intercom.Runtime.Tests.DependencyInjection;
using Intercom.Runtime.Tests.Fin;
using Intercom.Runtime.Tests.Http;
using Intercom.Testing;
using Intercom.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Runtime.Tests.Observability;

/// <summary>All that the runtime does, over real connections, with everything watched that can be watched: no secret is in it.</summary>
public sealed class FullRunTests(ITestOutputHelper output) : IDisposable
{
    private static readonly string Run = Guid.NewGuid().ToString("N");
    private static readonly string AccessToken = $"access-token-{Run}";
    private static readonly string ClientSecret = $"client-secret-{Run}";
    private static readonly string FinSecret = $"fin-secret-{Run}";
    private static readonly string Code = $"oauth-code-{Run}=";
    private static readonly string GrantedToken = $"granted-token-{Run}";
    private static readonly string MessengerSecret = $"messenger-secret-{Run}";
    private static readonly string Password = $"password-{Run}";
    private readonly Watcher _watcher = new();

    public void Dispose() => _watcher.Dispose();

    [Fact]
    public async Task Nothing_that_can_be_watched_of_a_full_run_shows_a_secret()
    {
        await using var intercom = await FakeIntercom.StartAsync();
        await using var elsewhere = new RawServer(static (_, _) => "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        await using var services = Services(intercom);
        var connection = services.GetRequiredService<Client>().Connection;
        // Tests that run meanwhile use the first tokens of their own fakes.
        for (var i = 0; i < 50; i++)
            intercom.FinStream("of others");
        var script = intercom.FinStream("c").Chunks("He").Drop().Replied("<p>Hello</p>").TokenExpired();

        await CallAsync(intercom, connection, elsewhere);
        var granted = await AuthorizeAsync(intercom);
        await AskAsync(intercom, connection, script);
        await ReceiveAsync();
        await AnswerAsync();
        Show(services, connection, granted);

        var streamToken = intercom.FinStartUrl(script).Query.Split('&').Single(static pair => pair.StartsWith("accessToken=", StringComparison.Ordinal))["accessToken=".Length..];
        string[] secrets = [AccessToken, ClientSecret, FinSecret, Code, Code.TrimEnd('='), GrantedToken, MessengerSecret, Password, streamToken];
        output.WriteLine($"{_watcher.Seen.Count} texts, {_watcher.Seen.Sum(static text => text.Length) / 1024} KiB, {secrets.Length} secrets");
        foreach (var kind in new[] { "log Information", "log Warning", "scope ", "activity GET /contacts", "event System.Net.Http RequestStart", "intercom.client.calls", "IntercomUnauthorizedException", "FinStreamException", "Started {", "debugger " })
            Assert.Contains(_watcher.Seen, text => text.Contains(kind, StringComparison.Ordinal));
        Assert.All(secrets, secret => Assert.DoesNotContain(_watcher.Seen, text => text.Contains(secret, StringComparison.OrdinalIgnoreCase)));
        Assert.Empty(elsewhere.Requests);
    }

    private ServiceProvider Services(FakeIntercom intercom)
    {
        var section = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Intercom:AccessToken", AccessToken), new("Intercom:BaseAddress", intercom.BaseAddress.AbsoluteUri), new("Intercom:MaxRetryDelay", "00:00:00")])
            .Build().GetSection("Intercom");
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_watcher));
        services.AddIntercom<Client>(section);
        return services.BuildServiceProvider();
    }

    private async Task CallAsync(FakeIntercom intercom, IntercomConnection connection, RawServer elsewhere)
    {
        intercom.On("GET /contacts")
            .Returns(200, $$$"""{"friends":[{"id":7}],"pages":{"next":"http://127.0.0.1:{{{elsewhere.Port}}}/?page=2"}}""")
            .Drops().FailsAtGateway(503).Returns(200, """{"friends":[]}""");
        intercom.On("PUT /headers/{id}")
            .Returns(call => FakeAnswer.Json(call.Text))
            .Returns(_ => FakeAnswer.Error(401, "unauthorized", $"The token {AccessToken} is not known."))
            .Returns(_ => FakeAnswer.Empty(302).With("Location", $"http://127.0.0.1:{elsewhere.Port}/"))
            .Returns(_ => FakeAnswer.Json($"<html>Authorization: Bearer {AccessToken}</html>"))
            .Throttled(TimeSpan.FromMinutes(5));
        await _watcher.TryAsync(async () =>
        {
            await foreach (var person in connection.Pages<Json.Person, Json.Person>(new ApiRequest("GET /contacts"), PagePlace.Query, static page => page.Friends, null, default))
                _watcher.See(person);
        });
        for (var call = 0; call < 5; call++)
            await _watcher.TryAsync(async () => _watcher.See(await connection.SendAsync<Secretive>(new ApiRequest("PUT /headers/{id}", "1").Body(new Secretive { Value = Password }), null, default)));
        intercom.On("GET /download/{id}").Returns(FakeAnswer.Bytes("a,b"u8.ToArray()));
        using var file = await connection.DownloadAsync(new ApiRequest("GET /download/{id}", "1"), null, default);
        _watcher.Unfold(file);
    }

    private async Task<IntercomOAuthToken> AuthorizeAsync(FakeIntercom intercom)
    {
        var oauth = new IntercomOAuth("client-id", ClientSecret, intercom.Options);
        _watcher.See(oauth.AuthorizeAddress(IntercomRegion.EU, IntercomOAuth.CreateState()));
        intercom.On("POST /auth/eagle/token")
            .Returns(call => FakeAnswer.Error(401, "unauthorized", $"{call.Text} is not known"))
            .Returns(200, $$"""{"token":"{{GrantedToken}}","x":""")
            .Returns(200, $$"""{"token":"{{GrantedToken}}"}""");
        await _watcher.TryAsync(() => oauth.ExchangeAsync(Code));
        await _watcher.TryAsync(() => oauth.ExchangeAsync(Code));
        _watcher.See(IntercomIdentity.CreateJwt(MessengerSecret, "42", TimeSpan.FromHours(1)) + IntercomIdentity.UserHash(MessengerSecret, "42"));
        await _watcher.TryAsync(() => Task.FromResult(IntercomIdentity.CreateJwt(MessengerSecret, "", TimeSpan.FromHours(1))));
        _watcher.Unfold(oauth);
        return await oauth.ExchangeAsync(Code);
    }

    private async Task AskAsync(FakeIntercom intercom, IntercomConnection connection, FinScript script)
    {
        intercom.On("POST /fin/start").Streams(script);
        var question = Asked.Question;
        var options = Reading.AtOnce(_watcher.See);
        await _watcher.TryAsync(async () =>
        {
            await foreach (var next in FinStream.StreamAsync<Started, SampleEvent>(token => AskAsync(connection, question, token), static started => started.Url, options))
                _watcher.See(next);
        });
        var started = await AskAsync(connection, question, default);
        // The token of the address has expired by now.
        await _watcher.TryAsync(async () =>
        {
            await foreach (var next in FinStream.SubscribeAsync<SampleEvent>(new Uri(started.Url!), options))
                _watcher.See(next);
        });
    }

    private async Task<Started> AskAsync(IntercomConnection connection, JsonElement question, CancellationToken token)
    {
        var started = await connection.SendAsync<Started>(new ApiRequest("POST /fin/start").RawBody(question), new RequestOptions { OnResponse = response => _watcher.See(JsonSerializer.Serialize(response.Headers) + response) }, token);
        _watcher.See(started);
        _watcher.See(JsonSerializer.Serialize(started));
        return started;
    }

    private async Task ReceiveAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(_watcher);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([new("Webhooks:ClientSecrets:0", ClientSecret), new("Faulty:ClientSecrets:0", ClientSecret), new("Faulty:MaxAge", "old")]);
        builder.Services.AddIntercomWebhooks(builder.Configuration.GetSection("Webhooks"));
        await _watcher.TryAsync(() => Task.FromResult(new ServiceCollection().AddIntercomWebhooks(builder.Configuration.GetSection("Faulty")).Services
            .BuildServiceProvider().GetRequiredService<IOptions<IntercomWebhookOptions>>().Value));
        await using var app = builder.Build();
        app.MapIntercomWebhooks("/intercom", webhooks =>
        {
            webhooks.Options.FinSecrets.Add(FinSecret);
            webhooks.On("ping", (notification, _) => SeeAsync(notification)).On("fails", static (_, _) => throw new InvalidOperationException("odd")).OnFin((e, _) => SeeAsync(e));
            _watcher.Unfold(webhooks.Options);
        });
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        var address = new Uri("/intercom", UriKind.Relative);
        foreach (var webhook in new[] { FakeWebhook.Notification("ping", "{}"), FakeWebhook.Notification("fails", "{}") }.Select(static webhook => webhook.SignedWith(ClientSecret)).Append(FakeWebhook.FinEvent("""{"event_name":"x"}""").SignedWith(FinSecret)))
            foreach (var sent in new[] { webhook, webhook, webhook.Forged(), webhook.Unsigned(), webhook with { Body = "no JSON" } })
            {
                using var response = await sent.SendAsync(http, address);
                _watcher.See($"{sent} {JsonSerializer.Serialize(sent)} {response.StatusCode}");
            }
    }

    private async Task AnswerAsync()
    {
        var server = new Script(Script.Answer(403, $$"""{"errors":[{"code":"forbidden","message":"{{AccessToken}} may not"}]}"""));
        var item = JsonDocument.Parse("""{"step_id":"s","conversation_id":"c","callback_url":"https://api.intercom.io/procedures/c/collect_agent_input","attributes_to_collect":[]}""").RootElement;
        var reply = HitlReply.To(item);
        using var http = new HttpClient(server);
        await _watcher.TryAsync(() => reply.SendAsync(http, AccessToken));
        await _watcher.TryAsync(() => reply.SendAsync(server.Connect(null, static o => o.AccessToken = AccessToken)));
        await _watcher.TryAsync(() => HitlReply.To(JsonDocument.Parse("""{"step_id":"s","callback_url":"https://evil.example/"}""").RootElement).SendAsync(http, AccessToken));
        _watcher.Unfold(reply);
    }

    private void Show(ServiceProvider services, IntercomConnection connection, IntercomOAuthToken granted)
    {
        var options = services.GetRequiredService<IOptionsMonitor<IntercomClientOptions>>().Get(typeof(Client).FullName);
        WebhookSecret secret = ClientSecret;
        object[] all = [options, options.Credential!, granted, granted.ToCredential(), secret, WebhookSecret.FromKey(System.Text.Encoding.UTF8.GetBytes(FinSecret)), new Secretive { Value = Password }];
        foreach (var one in all)
        {
            _watcher.See(one);
            _watcher.See(JsonSerializer.Serialize(one, one.GetType()));
        }

        _watcher.Unfold([connection, .. all[..^1]]);
    }

    private Task SeeAsync(object what)
    {
        _watcher.See(what);
        return Task.CompletedTask;
    }
}
