using System.Text.Json;
using Intercom.Runtime.Tests.DependencyInjection;
using Intercom.Runtime.Tests.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;
using Xunit.Abstractions;
using static Intercom.Runtime.Tests.Http.Script;

namespace Intercom.Runtime.Tests.Observability;

/// <summary>Watches everything that can be watched while calls succeed, are repeated and fail, and looks for secrets in it.</summary>
public sealed class SecretTests(ITestOutputHelper output)
{
    private static readonly string[] Secrets = ["hidden-token", "hidden-query", "hidden-body", "hidden-header"];

    [Fact]
    public async Task No_secret_is_in_anything_that_can_be_watched()
    {
        using var watcher = new Watcher();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(watcher));
        var server = new Script(
            Answer(500), Fail(new HttpRequestException("broken")), Answer(200, """{"id":7}"""),
            Answer(401, """{"type":"error.list","request_id":"r","errors":[{"code":"unauthorized"}]}"""),
            Answer(429, "", ("Retry-After", "100")), Answer(200, "<html>"), Fail(new InvalidOperationException("odd")));
        services.AddIntercom<Client>(static options => (options.AccessToken, options.TimeProvider) = ("hidden-token", new FakeTime()))
            .ConfigurePrimaryHttpMessageHandler(() => server);
        await using var provider = services.BuildServiceProvider();
        var connection = provider.GetRequiredService<Client>().Connection;
        for (var call = 0; call < 5; call++)
        {
            var request = new ApiRequest("PUT /secret/{id}", "1").Query("key", "hidden-query").Body(new Json.Person { Id = "hidden-body" });
            var options = new RequestOptions { Headers = { ["X-Key"] = "hidden-header" }, OnResponse = response => watcher.See(JsonSerializer.Serialize(response.Headers) + response) };
            if (await Record.ExceptionAsync(() => connection.SendAsync<Json.Person>(request, options, default)) is { } failure)
                watcher.See(failure.ToString());
        }

        var all = provider.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<IntercomClientOptions>>().Get(typeof(Client).FullName);
        watcher.See(JsonSerializer.Serialize(all) + all + all.Credential);
        output.WriteLine(string.Join('\n', watcher.Seen));
        Assert.Equal(7, server.Sent.Count);
        Assert.All(server.Sent, static sent => Assert.Equal("Bearer hidden-token", sent.Authorization));
        foreach (var expected in new[] { "log Information", "log Warning", "log Debug", "activity PUT /secret/{id}", "intercom.client.calls", "IntercomUnauthorizedException", "IntercomRateLimitException", "IntercomUnreadableResponseException", "odd" })
            Assert.Contains(watcher.Seen, text => text.Contains(expected, StringComparison.Ordinal));
        Assert.All(Secrets, secret => Assert.DoesNotContain(watcher.Seen, text => text.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }
}
