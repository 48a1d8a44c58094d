using System.Diagnostics;

namespace Intercom;

/// <summary>The token of a workspace whose owner granted access. It does not expire, and there is none to refresh it with.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class IntercomOAuthToken
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _token;

    /// <summary>A token, for test doubles and for one that was stored.</summary>
    /// <param name="token">The token.</param>
    /// <param name="tokenType">Its kind.</param>
    /// <exception cref="ArgumentException">A parameter is empty.</exception>
    public IntercomOAuthToken(string token, string tokenType = "Bearer")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        ArgumentException.ThrowIfNullOrWhiteSpace(tokenType);
        _token = token;
        TokenType = tokenType;
    }

    /// <summary>The kind of the token: <c>Bearer</c>.</summary>
    public string TokenType { get; }

    /// <summary>The token, to be stored as a secret.</summary>
    public string GetToken() => _token;

    /// <summary>The token as the credential of a client.</summary>
    public IntercomCredential ToCredential() => IntercomCredential.FromToken(_token);

    /// <summary>Never the token.</summary>
    public override string ToString() => $"{nameof(IntercomOAuthToken)} {TokenType}";
}
