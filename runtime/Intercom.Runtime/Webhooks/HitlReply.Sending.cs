using System.Net;
using System.Net.Http.Headers;

namespace Intercom.Webhooks;

public sealed partial class HitlReply
{
    private const string Operation = "POST /procedures/{conversation_id}/collect_agent_input";

    /// <summary>
    /// Sends the answer as a client sends its calls: to its region, with its token. Once <see cref="IsExpired"/>, nothing is sent.
    /// </summary>
    /// <param name="connection">The client's <c>Connection</c>; its token has the permission <c>write_conversations</c>.</param>
    /// <param name="options">What this call does differently.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="InvalidOperationException">A field is not set, or the notification names no conversation.</exception>
    /// <exception cref="IntercomException">The call failed in another way than <see cref="HitlOutcome"/> tells.</exception>
    public async Task<HitlOutcome> SendAsync(
        IntercomConnection connection, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var conversation = ConversationId ?? throw new InvalidOperationException("The notification names no conversation to answer in.");
        var request = new ApiRequest(Operation, conversation).WithBody(Body());
        if (IsExpired)
            return HitlOutcome.Expired;
        try
        {
            await connection.SendAsync(request, options, cancellationToken).ConfigureAwait(false);
            return HitlOutcome.Accepted;
        }
        catch (IntercomConflictException)
        {
            return HitlOutcome.AlreadyAnswered;
        }
        catch (IntercomNotFoundException e) when (e.Status == HttpStatusCode.NotFound)
        {
            return HitlOutcome.Expired;
        }
    }

    /// <summary>
    /// Posts the answer to <see cref="CallbackUrl"/>, if that is an address of Intercom's API. Once <see cref="IsExpired"/>, nothing is
    /// sent.
    /// </summary>
    /// <param name="http">Sends it. It is to follow no redirects: they would take the answer, though not the token, elsewhere.</param>
    /// <param name="accessToken">A token with the permission <c>write_conversations</c>.</param>
    /// <param name="apiVersion">The version of the API; <c>Preview</c> by default, the only one that has procedures.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">The token is empty, or has characters that no token has.</exception>
    /// <exception cref="InvalidOperationException">
    /// A field is not set; the address is not Intercom's, and the token would go to somebody else; or <paramref name="http"/> has followed
    /// a redirect.
    /// </exception>
    /// <exception cref="IntercomException">The call failed in another way than <see cref="HitlOutcome"/> tells.</exception>
    public async Task<HitlOutcome> SendAsync(
        HttpClient http, string accessToken, string apiVersion = "Preview", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(http);
        var token = await IntercomCredential.FromToken(accessToken).GetTokenAsync(cancellationToken).ConfigureAwait(false);
        var body = Body();
        using var request = new HttpRequestMessage(HttpMethod.Post, TrustedCallback()) { Content = new ByteArrayContent(body) };
        if (IsExpired)
            return HitlOutcome.Expired;
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.TryAddWithoutValidation("Intercom-Version", apiVersion);
        request.Headers.UserAgent.Add(ClientInfo.Product);
        var reply = await ReplyAsync(http, request, token, cancellationToken).ConfigureAwait(false);
        return reply switch
        {
            { Status: HttpStatusCode.Conflict } => HitlOutcome.AlreadyAnswered,
            { Status: HttpStatusCode.NotFound } => HitlOutcome.Expired,
            { IsError: true } => throw reply.Error(),
            _ => HitlOutcome.Accepted,
        };
    }

    private static async Task<Reply> ReplyAsync(
        HttpClient http, HttpRequestMessage request, string token, CancellationToken cancellationToken)
    {
        // A handler that follows redirects writes the new address into the request.
        var address = request.RequestUri!;
        var options = new IntercomClientOptions();
        var call = new Call(new ApiRequest(Operation, "callback"), null, Answer.Nothing, options) { Token = token };
        Uri? answered = null;
        using var deadline = new Deadline(call, options.TimeProvider, cancellationToken);
        var reply = await deadline.Run(0, (_, ended) => Transport.RunAsync(
            call,
            http,
            async (http, ended) =>
            {
                using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ended).ConfigureAwait(false);
                answered = response.RequestMessage?.RequestUri ?? address;
                return answered == address
                    ? await Reply.ReadAsync(call, address, response, options.TimeProvider, ended).ConfigureAwait(false)
                    : null;
            },
            ended)).ConfigureAwait(false);
        return reply ?? throw new InvalidOperationException(
            $"The HTTP client has followed a redirect to {answered?.Host}, which is no answer of Intercom's.");
    }

    private Uri TrustedCallback() => CallbackUrl is { } url && url.UserInfo.Length == 0 && IntercomRegions.IsApiAddress(url)
        ? url
        : throw new InvalidOperationException(
            $"The answer is not sent to {CallbackUrl?.GetLeftPart(UriPartial.Authority) ?? "no address"}: "
            + "that is none of Intercom's API addresses, and would receive the token.");
}
