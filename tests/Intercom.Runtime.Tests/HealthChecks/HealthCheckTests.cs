using Intercom.Runtime.Tests.DependencyInjection;
using Intercom.Runtime.Tests.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xunit;
using static Intercom.Runtime.Tests.Http.Script;

namespace Intercom.Runtime.Tests.HealthChecks;

public sealed class HealthCheckTests
{
    private static async Task<HealthReport> CheckAsync(
        Action<IHealthChecksBuilder> add, params (string? Workspace, string Token, Script Server)[] clients)
    {
        var services = new ServiceCollection().AddLogging();
        foreach (var (workspace, token, server) in clients)
            services.AddIntercom<Client>(options => (options.AccessToken, options.TimeProvider) = (token, new FakeTime()), workspace)
                .ConfigurePrimaryHttpMessageHandler(() => server);
        add(services.AddHealthChecks());
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();
    }

    [Theory]
    [InlineData(200, HealthStatus.Healthy)]
    [InlineData(403, HealthStatus.Healthy)]
    [InlineData(429, HealthStatus.Degraded)]
    [InlineData(401, HealthStatus.Unhealthy)]
    [InlineData(503, HealthStatus.Unhealthy)]
    public async Task It_is_healthy_where_the_token_is_taken(int status, HealthStatus expected)
    {
        var server = new Script(Answer(status, "{}"));
        var report = await CheckAsync(static checks => checks.AddIntercomHealthCheck<Client>(), (null, "tok", server));
        Assert.Equal(expected, report.Entries["intercom"].Status);
        Assert.Equal(new Uri("https://api.intercom.io/me"), Assert.Single(server.Sent).Address);
    }

    [Fact]
    public async Task A_failure_says_what_failed_in_the_status_that_was_asked_for_and_shows_no_token()
    {
        var server = new Script(Answer(401, """{"message":"no such token: hidden-token"}"""));
        var report = await CheckAsync(
            static checks => checks.AddIntercomHealthCheck<Client>(name: "support", failureStatus: HealthStatus.Degraded, tags: ["ready"]),
            (null, "hidden-token", server));
        var entry = report.Entries["support"];
        Assert.Equal((HealthStatus.Degraded, "ready"), (entry.Status, Assert.Single(entry.Tags)));
        Assert.StartsWith("GET /me: 401", entry.Description, StringComparison.Ordinal);
        Assert.IsType<IntercomUnauthorizedException>(entry.Exception);
        Assert.DoesNotContain("hidden", entry.Description + entry.Exception, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_workspace_has_a_check_of_its_own()
    {
        var report = await CheckAsync(
            static checks => checks.AddIntercomHealthCheck<Client>("us").AddIntercomHealthCheck<Client>("eu"),
            ("us", "tok", new Script(Answer(200, "{}"))),
            ("eu", "tok", new Script(Fail(new HttpRequestException("no way")))));
        Assert.Equal(
            [("intercom-eu", HealthStatus.Unhealthy), ("intercom-us", HealthStatus.Healthy)],
            report.Entries.Select(static entry => (entry.Key, entry.Value.Status)).Order());
    }

    [Fact]
    public async Task A_client_that_cannot_be_made_is_a_failure_and_none_of_the_check()
    {
        var report = await CheckAsync(static checks => checks.AddIntercomHealthCheck<Client>(), (null, "", new Script(Answer(200))));
        Assert.Equal(HealthStatus.Unhealthy, report.Entries["intercom"].Status);
    }
}
