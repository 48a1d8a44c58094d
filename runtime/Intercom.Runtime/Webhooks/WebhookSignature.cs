using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Intercom.Webhooks;

/// <summary>One of the three ways in which Intercom signs what it posts.</summary>
/// <remarks>
/// The raw bytes of the body are signed: check them before anything parses or re-encodes them. No point in time is signed, so that a
/// captured delivery stays valid; <see cref="IWebhookDeduplicator"/> recognises repetitions.
/// </remarks>
public sealed class WebhookSignature
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");
    private readonly Sign _sign;
    private readonly int _bytes;
    private readonly AlgorithmName _name;

    private WebhookSignature(string header, string algorithm, int bytes, AlgorithmName name, Sign sign)
    {
        Header = header;
        Algorithm = algorithm;
        _bytes = bytes;
        _name = name;
        _sign = sign;
    }

    private enum AlgorithmName
    {
        Needed,
        Written,
        LeftOut,
    }

    private delegate int Sign(ReadOnlySpan<byte> key, ReadOnlySpan<byte> body, Span<byte> signature);

    /// <summary>Notifications: <c>X-Hub-Signature: sha1=…</c>, HMAC-SHA1 with the app's client secret.</summary>
    public static WebhookSignature Notifications { get; } = new(
        "X-Hub-Signature",
        "sha1",
        HMACSHA1.HashSizeInBytes,
        AlgorithmName.Needed,
        Sha1);

    /// <summary>Fin's events: <c>X-Fin-Agent-API-Webhook-Signature: sha256=…</c>, HMAC-SHA256 with Fin's signing secret. <c>sha256=</c> may
    /// be missing.</summary>
    public static WebhookSignature Fin { get; } = new(
        "X-Fin-Agent-API-Webhook-Signature",
        "sha256",
        HMACSHA256.HashSizeInBytes,
        AlgorithmName.Written,
        HMACSHA256.HashData);

    /// <summary>Calls about the app itself (<see cref="AppCall"/>): <c>X-Body-Signature</c>, HMAC-SHA256 with the app's client secret, its
    /// digits alone; <c>sha256=</c> may stand before.</summary>
    public static WebhookSignature AppCalls { get; } = new(
        "X-Body-Signature",
        "sha256",
        HMACSHA256.HashSizeInBytes,
        AlgorithmName.LeftOut,
        HMACSHA256.HashData);

    /// <summary>The name of the header that holds the signature.</summary>
    public string Header { get; }

    /// <summary>The algorithm as the header names it: <c>sha1</c> or <c>sha256</c>.</summary>
    public string Algorithm { get; }

    /// <summary>Checks a signature, in a time that does not depend on where it is wrong.</summary>
    /// <param name="body">The body, byte for byte as it came.</param>
    /// <param name="signature">The value of the header; null where there is none.</param>
    /// <param name="secrets">The secrets of which one must have signed: two while one replaces the other.</param>
    /// <returns><see cref="WebhookSignatureCheck.Valid"/>, or why the body is not to be trusted.</returns>
    public WebhookSignatureCheck Check(ReadOnlySpan<byte> body, string? signature, params WebhookSecret[] secrets) =>
        Check(body, signature, (IReadOnlyList<WebhookSecret>)secrets);

    /// <inheritdoc cref="Check(ReadOnlySpan{byte}, string?, WebhookSecret[])"/>
    public WebhookSignatureCheck Check(ReadOnlySpan<byte> body, string? signature, IReadOnlyList<WebhookSecret> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        Span<byte> claimed = stackalloc byte[_bytes];
        if (Read(signature, claimed) is { } problem)
            return problem;
        if (secrets.Count == 0)
            return WebhookSignatureCheck.NoSecret;
        Span<byte> computed = stackalloc byte[_bytes];
        var isValid = false;
        for (var i = 0; i < secrets.Count; i++)
        {
            var secret = secrets[i] ?? throw new ArgumentException("A webhook secret is null.", nameof(secrets));
            _sign(secret.Key, body, computed);
            isValid |= CryptographicOperations.FixedTimeEquals(computed, claimed);
        }

        return isValid ? WebhookSignatureCheck.Valid : WebhookSignatureCheck.Mismatch;
    }

    /// <summary>Signs a body as Intercom does, for tests of what receives it.</summary>
    /// <param name="body">The body.</param>
    /// <param name="secret">The secret.</param>
    /// <returns>The value of the header.</returns>
    public string Create(ReadOnlySpan<byte> body, WebhookSecret secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        Span<byte> signature = stackalloc byte[_bytes];
        _sign(secret.Key, body, signature);
        // Intercom writes the digits in lower case.
        return $"{(_name == AlgorithmName.LeftOut ? "" : Algorithm + "=")}{Convert.ToHexString(signature).ToLowerInvariant()}";
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Header}: {Algorithm}";

    private WebhookSignatureCheck? Read(string? text, Span<byte> signature)
    {
        if (string.IsNullOrEmpty(text))
            return WebhookSignatureCheck.Missing;
        var digits = text.AsSpan();
        var equals = digits.IndexOf('=');
        if (equals < 0 && _name == AlgorithmName.Needed)
            return WebhookSignatureCheck.Malformed;
        if (equals >= 0 && !digits[..equals].Equals(Algorithm, StringComparison.OrdinalIgnoreCase))
            return WebhookSignatureCheck.WrongAlgorithm;
        digits = digits[(equals + 1)..];
        if (digits.ContainsAnyExcept(HexDigits))
            return WebhookSignatureCheck.Malformed;
        if (digits.Length != signature.Length * 2)
            return WebhookSignatureCheck.WrongLength;
        Convert.FromHexString(digits).CopyTo(signature);
        return null;
    }

    [SuppressMessage(
        "Security",
        "CA5350:Do Not Use Weak Cryptographic Algorithms",
        Justification = "Intercom signs notifications with it and offers nothing else; as an HMAC it is not known to be forgeable.")]
    private static int Sha1(ReadOnlySpan<byte> key, ReadOnlySpan<byte> body, Span<byte> signature) =>
        HMACSHA1.HashData(key, body, signature);
}
