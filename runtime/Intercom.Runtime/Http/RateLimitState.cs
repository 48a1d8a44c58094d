using System.Globalization;
using System.Net.Http.Headers;

namespace Intercom;

/// <summary>What a response says about the rate limit. Windows last ten seconds.</summary>
/// <param name="Limit">How many calls the window allows; null where the response does not say.</param>
/// <param name="Remaining">How many calls are left in the window; null where the response does not say.</param>
/// <param name="Reset">When the next window begins; null where the response does not say.</param>
public sealed record RateLimitState(int? Limit, int? Remaining, DateTimeOffset? Reset)
{
    private const long LastSecond = 253_402_300_799;

    /// <summary>What the headers say; null where they say nothing.</summary>
    internal static RateLimitState? From(HttpResponseHeaders headers)
    {
        var limit = Number(headers, "X-RateLimit-Limit");
        var remaining = Number(headers, "X-RateLimit-Remaining");
        var reset = Number(headers, "X-RateLimit-Reset") is { } seconds and > 0 and <= LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : (DateTimeOffset?)null;
        return limit is null && remaining is null && reset is null ? null : new RateLimitState(Count(limit), Count(remaining), reset);
    }

    private static int? Count(long? number) => number is { } count ? (int)Math.Clamp(count, 0, int.MaxValue) : null;

    private static long? Number(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values)
        && long.TryParse(values.First(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
