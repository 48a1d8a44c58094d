using System.Globalization;
using System.Text.Json;
using Intercom.Json;

namespace Intercom;

/// <summary>When an event was created.</summary>
internal static class FinTime
{
    /// <summary>The time of <c>created_at_ms</c>, in ISO 8601 or in unix milliseconds; null where there is none.</summary>
    public static DateTimeOffset? Of(JsonElement root)
    {
        var text = root.Text("created_at_ms");
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return time;
        return long.TryParse(
            text,
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var milliseconds) && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
    }
}
