using System.Net;
using Intercom.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Intercom.Runtime.Tests.AspNetCore;

/// <summary>Secrets that change while the application runs.</summary>
public class WebhookSecretsTests
{
    private const string Ping = """{"topic":"ping"}""";
    private const string Replied = """{"event_name":"fin_replied"}""";
    private readonly IConfigurationRoot _configuration = new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["ClientSecrets"] = "old", ["FinSecrets"] = "fin-old" })
        .Build();

    [Fact]
    public async Task Those_of_the_configuration_are_taken_up_and_the_endpoints_own_stay()
    {
        await using var server = await ServerAsync();
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Ping, "old"));
        Change(("ClientSecrets", "new"), ("FinSecrets", "fin-new"));
        Assert.Equal(HttpStatusCode.Unauthorized, await server.NotifyAsync(Ping, "old"));
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Ping, "new"));
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Ping, "own"));
        Assert.Equal(HttpStatusCode.Unauthorized, await server.FinAsync(Replied, "fin-old"));
        Assert.Equal(HttpStatusCode.OK, await server.FinAsync(Replied, "fin-new"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public async Task Those_of_before_stay_where_new_ones_are_blank_or_gone(string? blank)
    {
        await using var server = await ServerAsync();
        Assert.Equal(HttpStatusCode.OK, await server.FinAsync(Replied, "fin-old"));
        try
        {
            Change(("FinSecrets", blank));
        }
        catch (AggregateException)
        {
            // Whoever changed the configuration is told as well.
        }

        Assert.Equal(HttpStatusCode.OK, await server.FinAsync(Replied, "fin-old"));
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Ping, "old"));
        Assert.Single(server.Log, static line => line.Contains("the secrets of before stay", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_endpoint_that_left_some_out_has_its_own_alone()
    {
        await using var server = await WebhookServer.StartAsync(
            services => services.AddIntercomWebhooks(_configuration),
            static app => app.MapIntercomWebhooks("/intercom", static webhooks =>
            {
                webhooks.Options.ClientSecrets.Clear();
                webhooks.Options.ClientSecrets.Add("own");
            }));
        Assert.Equal(HttpStatusCode.Unauthorized, await server.NotifyAsync(Ping, "old"));
        Change(("ClientSecrets", "new"));
        Assert.Equal(HttpStatusCode.Unauthorized, await server.NotifyAsync(Ping, "new"));
        Assert.Equal(HttpStatusCode.OK, await server.NotifyAsync(Ping, "own"));
    }

    private Task<WebhookServer> ServerAsync() => WebhookServer.StartAsync(
        services => services.AddIntercomWebhooks(_configuration),
        static app => app.MapIntercomWebhooks("/intercom", static webhooks => webhooks.Options.ClientSecrets.Add("own")));

    private void Change(params (string Key, string? Value)[] values)
    {
        foreach (var (key, value) in values)
            _configuration[key] = value;
        _configuration.Reload();
    }
}
