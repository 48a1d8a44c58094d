using System.Diagnostics;

namespace Intercom;

/// <summary>Values that no text may show which is made of what others say: a server, or a gateway before it, can repeat what it was sent.</summary>
internal sealed class Secrets(IEnumerable<string?> values)
{
    // What is shorter is no secret, and stands in texts by chance.
    private const int Shortest = 8;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string[] _values = values.OfType<string>().Where(static value => value.Length >= Shortest).Distinct().ToArray();

    /// <summary>A text of others without the values.</summary>
    public string Redact(string text) => _values.Aggregate(text, static (shown, secret) => shown.Replace(secret, "***", StringComparison.Ordinal));
}
