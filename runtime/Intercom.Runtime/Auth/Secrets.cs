using System.Diagnostics;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Intercom;

/// <summary>
/// Values that no text may show which is made of what others say: a server, or a gateway before it, can repeat what it was sent.
/// </summary>
internal sealed class Secrets
{
    private const string Mask = "***";

    // What is shorter is no secret, and stands in texts by chance.
    private const int Shortest = 8;

    // Half a token tells too much as well.
    private const int Enough = 16;

    private static readonly string[] Names = ["authorization", "token", "secret", "password", "cookie", "signature", "key"];

    // A client has the same token with each call.
    private static readonly ConditionalWeakTable<string, Secrets> Known = [];

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly Lazy<string[]> _forms;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly Lazy<string> _starts;

    public Secrets(IEnumerable<string?> values)
    {
        var secrets = values.OfType<string>().Where(static value => value.Length >= Shortest);
        _forms = new(() => [.. secrets.SelectMany(SecretForms.Of).Distinct()]);
        _starts = new(() => new string([.. _forms.Value.Select(static form => char.ToUpperInvariant(form[0])).Distinct()]));
    }

    /// <summary>The secrets of a call.</summary>
    /// <param name="token">The token that it is sent with; null where it has none.</param>
    /// <param name="others">What else it is sent with.</param>
    public static Secrets Of(string? token, IReadOnlyCollection<string> others) =>
        others.Count == 0 ? Known.GetValue(token ?? "", static token => new Secrets([token])) : new Secrets(others.Append(token));

    /// <summary>Whether a header or a parameter holds a secret by its name.</summary>
    public static bool IsName(string name) => Names.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));

    /// <summary>Takes the values out of headers.</summary>
    public void Redact(HttpHeaders headers)
    {
        if (!Shows(headers))
            return;
        foreach (var (name, values) in headers.NonValidated.ToArray())
        {
            var shown = values.Select(Redact).ToArray();
            if (shown.SequenceEqual(values))
                continue;
            headers.Remove(name);
            headers.TryAddWithoutValidation(name, shown);
        }
    }

    private bool Shows(HttpHeaders headers)
    {
        foreach (var (_, values) in headers.NonValidated)
            foreach (var value in values)
                if (!ReferenceEquals(Redact(value), value))
                    return true;
        return false;
    }

    /// <summary>
    /// A text of others without the values, however their characters are escaped, and without what it names as a secret itself.
    /// </summary>
    public string Redact(string text)
    {
        StringBuilder? shown = null;
        var taken = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!EscapedText.MayStart(text, at, _starts.Value) || EndOfSecret(text, at) is not { } end)
                continue;
            (shown ??= new StringBuilder(text.Length)).Append(text, taken, at - taken).Append(Mask);
            taken = end;
            at = end - 1;
        }

        return NamedSecrets.Redact(shown is null ? text : shown.Append(text, taken, text.Length - taken).ToString());
    }

    /// <summary>The exception, unless it would show one of the values.</summary>
    public Exception? Redact(Exception? exception) => exception?.ToString() is { } text && Redact(text) == text ? exception : null;

    private int? EndOfSecret(string text, int at)
    {
        foreach (var form in _forms.Value)
            if (EscapedText.End(text, at, form, Shortest, Enough) is { } end)
                return end;
        return null;
    }
}
