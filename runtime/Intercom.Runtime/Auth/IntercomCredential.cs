using System.Diagnostics;

namespace Intercom;

/// <summary>
/// What a client proves its identity with. The token is given by a method only, so that no serializer, log or debugger shows it.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class IntercomCredential
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly Func<CancellationToken, ValueTask<string>> _provide;

    /// <summary>
    /// No token: calls are sent without one. For a <see cref="IntercomClientOptions.HttpClient"/> whose handler adds it, or a gateway that
    /// does.
    /// </summary>
    public static IntercomCredential None { get; } = new(static _ => throw new InvalidOperationException("This credential has no token."));

    private IntercomCredential(Func<CancellationToken, ValueTask<string>> provide) => _provide = provide;

    /// <summary>A token that does not change.</summary>
    /// <param name="token">The token; white space around it is not part of it.</param>
    /// <exception cref="ArgumentException">The token is empty, or has characters that no token has.</exception>
    public static IntercomCredential FromToken(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        var trimmed = token.Trim();
        if (!IsToken(trimmed))
            throw new ArgumentException("The token is empty, or has characters that cannot stand in a header.", nameof(token));
        return new IntercomCredential(_ => new ValueTask<string>(trimmed));
    }

    /// <summary>A token that is asked for before each call, for instance from a store of secrets.</summary>
    /// <param name="provider">Gives the token. It is called once per call and may be called concurrently; it keeps the token itself where
    /// getting it is slow. What it throws ends the call as an <see cref="IntercomCredentialException"/>.</param>
    public static IntercomCredential FromProvider(Func<CancellationToken, ValueTask<string>> provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return new IntercomCredential(provider);
    }

    /// <summary>Gives the token.</summary>
    /// <param name="cancellationToken">Ends the wait for it.</param>
    /// <exception cref="InvalidOperationException">The provider gave an empty token, or one with characters that no token has; or it is
    /// <see cref="None"/>.</exception>
    public async ValueTask<string> GetTokenAsync(CancellationToken cancellationToken = default)
    {
        var token = (await _provide(cancellationToken).ConfigureAwait(false))?.Trim();
        // The message of whoever finds out later, in writing the header, would show the token.
        return IsToken(token)
            ? token!
            : throw new InvalidOperationException(
                "The provider of the token gave an empty one, or one with characters that cannot stand in a header.");
    }

    /// <summary>Never the token.</summary>
    public override string ToString() => nameof(IntercomCredential);

    private static bool IsToken(string? token) => token is { Length: > 0 } && token.All(static c => c is > ' ' and <= '~');
}
