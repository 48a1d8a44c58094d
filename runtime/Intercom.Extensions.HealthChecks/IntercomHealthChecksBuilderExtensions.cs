using Intercom;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds health checks of Intercom clients.</summary>
public static class IntercomHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check that asks Intercom for the app of the token (<c>GET /me</c>), once each time. It is healthy where the token is taken,
    /// degraded where the rate limit is used up, and has <paramref name="failureStatus"/> otherwise.
    /// </summary>
    /// <typeparam name="TClient">The client that was generated, registered by <c>AddIntercom</c> or in another way.</typeparam>
    /// <param name="builder">The health checks.</param>
    /// <param name="workspace">The name under which the client is registered; null for the one without a name.</param>
    /// <param name="name">The name of the check; <c>intercom</c> by default, and <c>intercom-</c> with the workspace's name.</param>
    /// <param name="failureStatus">What a failure is reported as; unhealthy by default.</param>
    /// <param name="tags">Tags to choose checks by.</param>
    /// <param name="timeout">How long the check may take; 10 seconds by default.</param>
    /// <returns>The health checks.</returns>
    /// <remarks>Each check is a call that counts for the rate limit. No result holds the token.</remarks>
    public static IHealthChecksBuilder AddIntercomHealthCheck<TClient>(
        this IHealthChecksBuilder builder,
        string? workspace = null,
        string? name = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
        where TClient : class, IIntercomClient<TClient>
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            name ?? (workspace is null ? "intercom" : $"intercom-{workspace}"),
            provider => new IntercomHealthCheck(() => Client<TClient>(provider, workspace).Connection),
            failureStatus,
            tags,
            timeout ?? TimeSpan.FromSeconds(10)));
    }

    private static TClient Client<TClient>(IServiceProvider provider, string? workspace)
        where TClient : class =>
        workspace is null ? provider.GetRequiredService<TClient>() : provider.GetRequiredKeyedService<TClient>(workspace);
}
