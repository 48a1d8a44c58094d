using Intercom;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Asks <c>GET /me</c>, once and without repeats.</summary>
internal sealed class IntercomHealthCheck(Func<IntercomConnection> connection) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var once = new RequestOptions { MaxRetries = 0 };
            await connection().SendElementAsync(new ApiRequest("GET /me"), once, cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy("Intercom takes the token.");
        }
        catch (IntercomForbiddenException)
        {
            return HealthCheckResult.Healthy("Intercom takes the token, which may not read about itself.");
        }
        catch (IntercomRateLimitException e)
        {
            return HealthCheckResult.Degraded("Intercom takes no more calls for now: the rate limit is used up.", e);
        }
        catch (IntercomException e)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, e.Message, e);
        }
    }
}
