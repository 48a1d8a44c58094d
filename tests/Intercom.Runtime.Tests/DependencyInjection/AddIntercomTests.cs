using Intercom.Runtime.Tests.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;
using static Intercom.Runtime.Tests.Http.Script;

namespace Intercom.Runtime.Tests.DependencyInjection;

public sealed class AddIntercomTests
{
    private static IConfigurationSection Section(params (string Name, string? Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(static value => KeyValuePair.Create($"Intercom:{value.Name}", value.Value)))
        .Build()
        .GetSection("Intercom");

    private static IntercomClientOptions Bound(params (string Name, string? Value)[] values)
    {
        var services = new ServiceCollection();
        services.AddIntercom<Client>(Section(values));
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<IntercomClientOptions>>().Get(typeof(Client).FullName);
    }

    [Fact]
    public async Task Every_option_of_the_section_is_read()
    {
        var options = Bound(
            ("AccessToken", " tok "), ("Region", "eu"), ("BaseAddress", "http://127.0.0.1:5000"), ("ApiVersion", "2.15"), ("Timeout", "00:01:30"),
            ("AttemptTimeout", "00:00:07"), ("MaxRetries", "5"), ("MaxRetryDelay", "00:00:11"), ("LimitRate", "True"),
            ("MaxResponseBytes", "1048576"), ("DownloadIdleTimeout", "00:00:13"),
            ("WorkspaceName", "main"), ("ApplicationName", "acme/1.2"), ("DefaultHeaders:X-Team", "support"));
        Assert.Equal(("main", "acme/1.2", "support"), (options.WorkspaceName, options.ApplicationName, options.DefaultHeaders["x-team"]));
        Assert.Equal("tok", await options.Credential!.GetTokenAsync());
        Assert.Equal((IntercomRegion.EU, new Uri("http://127.0.0.1:5000"), "2.15"), (options.Region, options.BaseAddress!, options.ApiVersion!));
        Assert.Equal((90, 7, 5, 11, true), (options.Timeout.TotalSeconds, options.AttemptTimeout.TotalSeconds, options.MaxRetries, options.MaxRetryDelay.TotalSeconds, options.LimitRate));
        Assert.Equal((1048576, 13), (options.MaxResponseBytes, options.DownloadIdleTimeout.TotalSeconds));
    }

    [Fact]
    public void Every_option_that_text_can_give_is_one_of_the_section()
    {
        string[] read = ["AccessToken", "Region", "BaseAddress", "ApiVersion", "Timeout", "AttemptTimeout", "MaxRetries", "MaxRetryDelay", "MaxResponseBytes", "DownloadIdleTimeout", "LimitRate", "WorkspaceName", "ApplicationName", "DefaultHeaders"];
        string[] objects = ["Credential", "HttpClient", "TimeProvider", "OnDeviation", "Observer"];
        Assert.Equal(read.Concat(objects).Order(), typeof(IntercomClientOptions).GetProperties().Select(static property => property.Name).Order());
    }

    [Fact]
    public void What_the_section_leaves_out_keeps_its_default()
    {
        var options = Bound(("AccessToken", "tok"), ("Region", ""));
        var defaults = new IntercomClientOptions();
        Assert.Equal((defaults.Region, defaults.Timeout, defaults.AttemptTimeout, defaults.MaxRetries, defaults.MaxRetryDelay, defaults.LimitRate), (options.Region, options.Timeout, options.AttemptTimeout, options.MaxRetries, options.MaxRetryDelay, options.LimitRate));
    }

    [Theory]
    [InlineData("AccessToken", "", "Intercom client (section Intercom): there is no access token. Set Intercom:AccessToken in the configuration, best from a store of secrets.")]
    [InlineData("AccessToken", "hidden token", "Intercom client (section Intercom): AccessToken has characters that no token has.")]
    [InlineData("Region", "Mars", "Intercom client (section Intercom): Region is 'Mars', which is not US, EU or AU.")]
    [InlineData("Region", "1", "Intercom client (section Intercom): Region is '1', which is not US, EU or AU.")]
    [InlineData("BaseAddress", "api.intercom.io", "Intercom client (section Intercom): BaseAddress is 'api.intercom.io', which is not an absolute address.")]
    [InlineData("BaseAddress", "file:///x", "Intercom client (section Intercom): BaseAddress is no absolute http or https address without user, query and fragment.")]
    [InlineData("MaxRetries", "-1", "Intercom client (section Intercom): MaxRetries is '-1', which is not a whole number.")]
    [InlineData("Timeout", "soon", "Intercom client (section Intercom): Timeout is 'soon', which is not a time as hh:mm:ss.")]
    [InlineData("AttemptTimeout", "00:00:00", "Intercom client (section Intercom): AttemptTimeout is 00:00:00; it is a positive time of at most 24 days, or infinite.")]
    [InlineData("MaxRetryDelay", "-00:00:01", "Intercom client (section Intercom): MaxRetryDelay is -00:00:01; it is a time from 0 to 24 days.")]
    [InlineData("MaxRetryDelay", "later", "Intercom client (section Intercom): MaxRetryDelay is 'later', which is not a time as hh:mm:ss.")]
    [InlineData("LimitRate", "maybe", "Intercom client (section Intercom): LimitRate is 'maybe', which is not true or false.")]
    public async Task A_host_does_not_start_with_options_that_cannot_work(string name, string value, string message)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddIntercom<Client>(name == "AccessToken" ? Section((name, value)) : Section(("AccessToken", "tok"), (name, value)));
        using var host = builder.Build();
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.Equal([message], failure.Failures);
    }

    [Fact]
    public async Task A_client_calls_with_its_options_and_through_the_handlers_that_were_added()
    {
        var server = new Script(Answer(200, "{}"));
        var services = new ServiceCollection();
        services.AddIntercom<Client>(static options => options.AccessToken = "tok").ConfigurePrimaryHttpMessageHandler(() => server);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<Client>();
        await client.Connection.SendAsync(new ApiRequest("GET /me"), null, default);
        Assert.Same(client, provider.GetRequiredService<Client>());
        Assert.Equal(("Bearer tok", "2.99"), (Assert.Single(server.Sent).Authorization!, server.Sent[0].Headers["Intercom-Version"]));
    }

    [Fact]
    public async Task Several_workspaces_have_a_client_each()
    {
        var server = new Script(Answer(200, "{}"));
        var services = new ServiceCollection();
        services.AddIntercom<Client>(static options => options.AccessToken = "main").ConfigurePrimaryHttpMessageHandler(() => server);
        services.AddIntercom<Client>(static options => (options.AccessToken, options.Region) = ("europe", IntercomRegion.EU), "eu").ConfigurePrimaryHttpMessageHandler(() => server);
        services.AddIntercom<Client>(Section(("AccessToken", "australia"), ("Region", "AU")), "au").ConfigurePrimaryHttpMessageHandler(() => server);
        await using var provider = services.BuildServiceProvider();
        foreach (var client in new[] { provider.GetRequiredService<Client>(), provider.GetRequiredKeyedService<Client>("eu"), provider.GetRequiredKeyedService<Client>("au") })
            await client.Connection.SendAsync(new ApiRequest("GET /me"), null, default);
        Assert.Equal(
            [("api.intercom.io", "Bearer main"), ("api.eu.intercom.io", "Bearer europe"), ("api.au.intercom.io", "Bearer australia")],
            server.Sent.Select(static sent => (sent.Address.Host, sent.Authorization)));
    }

    [Fact]
    public async Task A_token_that_changes_is_taken_up_and_one_that_cannot_work_is_not()
    {
        var server = new Script(Answer(200, "{}"));
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>("Intercom:AccessToken", "first")]).Build();
        var services = new ServiceCollection();
        services.AddIntercom<Client>(configuration.GetSection("Intercom"), "eu").ConfigurePrimaryHttpMessageHandler(() => server);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredKeyedService<Client>("eu");
        foreach (var token in (string[])["first", "second", "not a token", ""])
        {
            configuration["Intercom:AccessToken"] = token;
            Record.Exception(configuration.Reload);
            await client.Connection.SendAsync(new ApiRequest("GET /me"), null, default);
        }

        Assert.Equal(["Bearer first", "Bearer second", "Bearer second", "Bearer second"], server.Sent.Select(static sent => sent.Authorization));
    }

    [Fact]
    public async Task A_client_that_needs_no_token_sends_none()
    {
        var server = new Script(Answer(200, "{}"));
        var services = new ServiceCollection();
        services.AddIntercom<Client>(static options => options.Credential = IntercomCredential.None).ConfigurePrimaryHttpMessageHandler(() => server);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<Client>().Connection.SendAsync(new ApiRequest("GET /me"), null, default);
        Assert.Null(Assert.Single(server.Sent).Authorization);
    }

    [Fact]
    public async Task A_token_can_come_from_another_service()
    {
        var server = new Script(Answer(200, "{}"));
        var services = new ServiceCollection().AddSingleton(new Vault("from vault".Replace(' ', '-')));
        services.AddIntercom<Client>(static (options, provider) => options.Credential = IntercomCredential.FromProvider(_ => new(provider.GetRequiredService<Vault>().Token)))
            .ConfigurePrimaryHttpMessageHandler(() => server);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<Client>().Connection.SendAsync(new ApiRequest("GET /me"), null, default);
        Assert.Equal("Bearer from-vault", Assert.Single(server.Sent).Authorization);
    }

    [Fact]
    public void A_client_without_a_token_names_the_workspace_that_lacks_it()
    {
        var services = new ServiceCollection();
        services.AddIntercom<Client>(static _ => { }, "eu");
        using var provider = services.BuildServiceProvider();
        var failure = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredKeyedService<Client>("eu"));
        Assert.Equal(["Intercom client 'eu': there is no access token. Set AccessToken, or Credential."], failure.Failures);
    }

    [Fact]
    public async Task Handlers_that_repeat_whatever_failed_are_taken_out_unless_they_are_added_to_this_client()
    {
        var server = new Script(Answer(500));
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(static http => http.AddHttpMessageHandler(static () => new Microsoft.Extensions.Http.Resilience.ResilienceHandler()));
        services.AddIntercom<Client>(static options => options.AccessToken = "tok").ConfigurePrimaryHttpMessageHandler(() => server);
        services.AddIntercom<Client>(static options => options.AccessToken = "tok", "own").ConfigurePrimaryHttpMessageHandler(() => server)
            .AddHttpMessageHandler(static () => new Microsoft.Extensions.Http.Resilience.ResilienceHandler());
        await using var provider = services.BuildServiceProvider();
        await Assert.ThrowsAsync<IntercomServerException>(() => provider.GetRequiredService<Client>().Connection.SendAsync(new ApiRequest("POST /contacts"), null, default));
        Assert.Single(server.Sent);
        await Assert.ThrowsAsync<IntercomServerException>(() => provider.GetRequiredKeyedService<Client>("own").Connection.SendAsync(new ApiRequest("POST /contacts"), null, default));
        Assert.Equal(3, server.Sent.Count);
    }

    [Fact]
    public async Task The_http_client_follows_no_redirects()
    {
        await using var elsewhere = new RawServer(static (_, _) => "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        await using var server = new RawServer((_, _) => $"HTTP/1.1 307 Temporary Redirect\r\nContent-Length: 0\r\nLocation: http://127.0.0.1:{elsewhere.Port}/\r\n\r\n");
        var services = new ServiceCollection();
        services.AddIntercom<Client>(options => (options.AccessToken, options.BaseAddress) = ("tok", new Uri($"http://127.0.0.1:{server.Port}")));
        await using var provider = services.BuildServiceProvider();
        await Assert.ThrowsAsync<IntercomApiException>(() => provider.GetRequiredService<Client>().Connection.SendAsync(new ApiRequest("GET /me"), null, default));
        Assert.Empty(elsewhere.Requests);
    }

    private sealed record Vault(string Token);
}
