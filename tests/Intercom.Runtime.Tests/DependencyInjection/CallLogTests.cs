using Intercom.Runtime.Tests.Http;
using Intercom.Runtime.Tests.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;
using static Intercom.Runtime.Tests.Http.Script;

namespace Intercom.Runtime.Tests.DependencyInjection;

public sealed class CallLogTests
{
    private readonly List<string> _log = [];

    private async Task<List<string>> LogAsync(Script server, LogLevel least = LogLevel.Trace)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(least).AddProvider(new Recording(_log)));
        services.AddIntercom<Client>(static options => (options.AccessToken, options.TimeProvider, options.Random) = ("tok", new FakeTime(), static () => 0)).ConfigurePrimaryHttpMessageHandler(() => server);
        await using var provider = services.BuildServiceProvider();
        await Record.ExceptionAsync(() => provider.GetRequiredService<Client>().Connection.SendAsync<Person>(new ApiRequest("GET /contacts/{id}", "1"), null, default));
        return _log;
    }

    [Fact]
    public async Task A_call_is_logged_from_its_start_to_its_end() => Assert.Equal(
        [
            "Intercom Debug 1: GET /contacts/{id} starts",
            "Intercom Warning 4: GET /contacts/{id}: attempt 1 failed (503), the next one in 250 ms",
            "Intercom Debug 5: GET /contacts/{id}: number at $.id, where string is declared",
            "Intercom Information 2: GET /contacts/{id}: 200 after 250 ms, attempts: 2, request id: r1",
        ],
        await LogAsync(new Script(Answer(503), Answer(200, """{"id":7}""", ("X-Request-Id", "r1")))));

    [Fact]
    public async Task A_call_that_failed_is_a_warning() => Assert.Equal(
        ["Intercom Warning 3: GET /contacts/{id} failed (404): 404 after 0 ms, attempts: 1, request id: r1"],
        await LogAsync(new Script(Answer(404, "", ("X-Request-Id", "r1"))), LogLevel.Information));

    [Fact]
    public async Task A_call_without_a_response_names_what_failed() => Assert.EndsWith(
        "Intercom Warning 3: GET /contacts/{id} failed (connection): (null) after 750 ms, attempts: 3, request id: (null)",
        (await LogAsync(new Script(Fail(new HttpRequestException("x")))))[^1],
        StringComparison.Ordinal);

    [Fact]
    public async Task Each_workspace_has_a_category_of_its_own()
    {
        var server = new Script(Answer(200, "{}"));
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(new Recording(_log)));
        foreach (var workspace in (string[])["us", "eu"])
            services.AddIntercom<Client>(static options => options.AccessToken = "tok", workspace).ConfigurePrimaryHttpMessageHandler(() => server);
        await using var provider = services.BuildServiceProvider();
        foreach (var workspace in (string[])["us", "eu"])
            await provider.GetRequiredKeyedService<Client>(workspace).Connection.SendAsync(new ApiRequest("GET /me"), null, default);
        Assert.Equal(["Intercom.us", "Intercom.eu"], _log.Select(static line => line.Split(' ')[0]));
    }

    [Fact]
    public async Task Options_that_become_unfit_are_told_once()
    {
        var server = new Script(Answer(200, "{}"));
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>("Intercom:AccessToken", "first")]).Build();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(new Recording(_log)));
        services.AddIntercom<Client>(configuration.GetSection("Intercom")).ConfigurePrimaryHttpMessageHandler(() => server);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<Client>();
        configuration["Intercom:AccessToken"] = "not a token";
        Record.Exception(configuration.Reload);
        for (var call = 0; call < 3; call++)
            await client.Connection.SendAsync(new ApiRequest("GET /me"), null, default);
        var told = Assert.Single(_log, static line => line.StartsWith("Intercom Error 6", StringComparison.Ordinal));
        Assert.EndsWith("(section Intercom): AccessToken has characters that no token has.", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_level_that_is_off_is_not_logged() => Assert.Empty(await LogAsync(new Script(Answer(200, "{}")), LogLevel.Warning));

    private sealed class Recording(List<string> log) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => new Logger(categoryName, log);

        public void Dispose()
        {
        }
    }

    private sealed class Logger(string category, List<string> log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Add($"{category} {logLevel} {eventId.Id}: {formatter(state, exception)}");
    }
}
