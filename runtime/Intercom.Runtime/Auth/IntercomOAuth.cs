using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Intercom.Json;

namespace Intercom;

/// <summary>
/// Lets someone grant an app access to their workspace: they are sent to <see cref="AuthorizeAddress"/>, come back with a code, and the
/// code becomes a token.
/// </summary>
/// <remarks>What the app may do is chosen in Intercom's Developer Hub, not here.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class IntercomOAuth
{
    private static readonly Uri TokenServer = IntercomRegion.US.ApiAddress();

    private readonly string _clientId;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _clientSecret;
    private readonly IntercomConnection _connection;

    /// <summary>The flow of one app.</summary>
    /// <param name="clientId">The app's client id.</param>
    /// <param name="clientSecret">The app's client secret.</param>
    /// <param name="options">How to reach Intercom; the credential and the region are not used: one server gives the tokens of all
    /// regions.</param>
    /// <exception cref="ArgumentException">The id or the secret is empty, or an option has a value that cannot work.</exception>
    public IntercomOAuth(string clientId, string clientSecret, IntercomClientOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(clientId);
        ArgumentException.ThrowIfNullOrWhiteSpace(clientSecret);
        _clientId = clientId;
        _clientSecret = clientSecret;
        var anonymous = (options ?? new()).Copy();
        anonymous.Credential = IntercomCredential.None;
        anonymous.BaseAddress ??= TokenServer;
        _connection = new IntercomConnection(anonymous, "");
    }

    /// <summary>A state: 256 bits of chance, to be kept with the visitor's session and compared on their return.</summary>
    public static string CreateState() => Base64Url.Encode(RandomNumberGenerator.GetBytes(32));

    /// <summary>
    /// Whether the state that came back is the one that was sent, compared in constant time. Where it is not, the code must not be used.
    /// </summary>
    /// <param name="sent">The state of the visitor's session; null and an empty one fit nothing.</param>
    /// <param name="returned">The state that came back.</param>
    public static bool ValidateState(string? sent, string? returned) =>
        !string.IsNullOrEmpty(sent) && !string.IsNullOrEmpty(returned)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), Encoding.UTF8.GetBytes(returned));

    /// <summary>The address to which to send someone who is to grant access.</summary>
    /// <param name="region">The region of their workspace.</param>
    /// <param name="state">A value to compare on their return, from <see cref="CreateState"/>.</param>
    /// <param name="redirectUri">Where they come back to; one of the addresses that the app names in the Developer Hub, the first of them
    /// by default.</param>
    /// <exception cref="ArgumentException">The state is empty.</exception>
    public Uri AuthorizeAddress(IntercomRegion region, string state, Uri? redirectUri = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(state);
        var query = $"client_id={Uri.EscapeDataString(_clientId)}&state={Uri.EscapeDataString(state)}";
        if (redirectUri is not null)
            query += $"&redirect_uri={Uri.EscapeDataString(redirectUri.AbsoluteUri)}";
        return new Uri(region.AppAddress(), $"oauth?{query}");
    }

    /// <summary>Turns the code into a token. A code works once.</summary>
    /// <param name="code">The code with which someone came back, as it stands in the query after decoding; it may end with
    /// <c>=</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="IntercomUnauthorizedException">The code is not known, was used before, or the app's id or secret is
    /// wrong.</exception>
    /// <exception cref="IntercomUnreadableResponseException">The response holds no token.</exception>
    /// <exception cref="IntercomException">The call failed otherwise; the derived types say how.</exception>
    public async Task<IntercomOAuthToken> ExchangeAsync(string code, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        var body = new JsonProperties { ["code"] = code, ["client_id"] = _clientId, ["client_secret"] = _clientSecret };
        var request = new ApiRequest("POST /auth/eagle/token").Properties(body, _clientSecret, code);
        try
        {
            var answer = await _connection.SendElementAsync(request, null, cancellationToken).ConfigureAwait(false);
            return (Text(answer, "token") ?? Text(answer, "access_token")) is { } token
                ? new IntercomOAuthToken(token, new Secrets([token, code, _clientSecret]).Redact(Text(answer, "token_type") ?? "Bearer"))
                : throw NotShown(request.Operation, HttpStatusCode.OK, null);
        }
        catch (IntercomUnreadableResponseException e)
        {
            throw NotShown(e.Operation, e.Status, e.RequestId);
        }
    }

    /// <summary>The app's client id; never its secret.</summary>
    public override string ToString() => $"{nameof(IntercomOAuth)} {_clientId}";

    private static string? Text(JsonElement answer, string name) => answer.Text(name) is { Length: > 0 } text ? text : null;

    // A body in which no token was found may hold one all the same, or a part of it.
    private static IntercomUnreadableResponseException NotShown(string operation, HttpStatusCode status, string? requestId) =>
        new(operation, status, requestId, "(not shown)", "a body in which there is no token that can be read", null);
}
