using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Intercom.Webhooks;

/// <summary>A secret that Intercom signs with. It is neither printed nor shown by a debugger, nor serialized.</summary>
[DebuggerDisplay("***")]
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The constructor is the alternate.")]
public sealed class WebhookSecret
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly byte[] _key;

    /// <summary>Holds a secret.</summary>
    /// <param name="value">The secret as Intercom shows it. Its bytes in UTF-8 are the key.</param>
    /// <exception cref="ArgumentException">The secret is null, empty or blank: anybody could sign with it.</exception>
    public WebhookSecret(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            throw new ArgumentException(
                "A webhook secret is empty. It is the app's client secret, or Fin's signing secret.",
                nameof(value));
        _key = Encoding.UTF8.GetBytes(value);
    }

    private WebhookSecret(byte[] key) => _key = key;

    internal ReadOnlySpan<byte> Key => _key;

    /// <summary>Holds a secret whose key are other bytes than those of its text: for instance what its hexadecimal digits stand
    /// for.</summary>
    /// <param name="key">The key of the HMAC.</param>
    /// <exception cref="ArgumentException">The key is empty: anybody could sign with it.</exception>
    public static WebhookSecret FromKey(ReadOnlySpan<byte> key) =>
        key.IsEmpty ? throw new ArgumentException("The key of a webhook secret is empty.", nameof(key)) : new WebhookSecret(key.ToArray());

    /// <summary>Holds a secret.</summary>
    /// <param name="value">The secret as Intercom shows it.</param>
    /// <exception cref="ArgumentException">The secret is null, empty or blank.</exception>
    public static implicit operator WebhookSecret(string? value) => new(value);

    /// <summary>Three asterisks.</summary>
    public override string ToString() => "***";
}
