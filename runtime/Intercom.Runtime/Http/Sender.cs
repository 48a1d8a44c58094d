using System.Net.Http.Headers;

namespace Intercom;

/// <summary>Sends one attempt of a call.</summary>
internal sealed class Sender(IntercomClientOptions options, Uri baseAddress, string apiVersion)
{
    private const string VersionHeader = "Intercom-Version";

    private static readonly HttpClient Shared = new(UnpackingHandler.Create()) { Timeout = Timeout.InfiniteTimeSpan };

    private readonly string _root = baseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/');
    private readonly string _userAgent = $"{options.ApplicationName} {ClientInfo.Product}".TrimStart();

    public async ValueTask<Reply> SendAsync(Call call, CancellationToken cancellationToken)
    {
        var now = options.TimeProvider.GetUtcNow();
        using var message = Message(call, now);
        // A handler that follows redirects writes the new address into the message.
        var address = message.RequestUri!;
        return await Transport
            .RunAsync(
                call,
                (Sender: this, call, message, address),
                static (sent, token) => sent.Sender.AnswerAsync(sent.call, sent.message, sent.address, token),
                cancellationToken)
            .ConfigureAwait(false);
    }

    private async ValueTask<Reply> AnswerAsync(Call call, HttpRequestMessage message, Uri address, CancellationToken cancellationToken)
    {
        var response = await (options.HttpClient ?? Shared)
            .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
        try
        {
            return await Reply.ReadAsync(call, address, response, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private HttpRequestMessage Message(Call call, DateTimeOffset now)
    {
        var message = new HttpRequestMessage(call.Request.Method, call.Request.Address(_root, call.Options))
        {
            Content = call.Request.Content(now),
        };
        message.Headers.TryAddWithoutValidation("Accept", call.Answer is Answer.Json or Answer.Nothing ? "application/json" : "*/*");
        if ((call.Options?.ApiVersion ?? apiVersion) is { Length: > 0 } version)
            message.Headers.TryAddWithoutValidation(VersionHeader, call.Request.VersionFor(version));
        message.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        if (call.Token is { } token)
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        Replace(message, options.DefaultHeaders);
        Replace(message, call.Request.Headers);
        Replace(message, call.Options?.Headers);
        call.Version = message.Headers.NonValidated.TryGetValues(VersionHeader, out var versions) ? versions.FirstOrDefault() : null;
        return message;
    }

    private static void Replace(HttpRequestMessage message, IDictionary<string, string>? values)
    {
        if (values is null or { Count: 0 })
            return;
        foreach (var (name, value) in values)
            Replace(message, name, value);
    }

    private static void Replace(HttpRequestMessage message, string name, string value)
    {
        HttpHeaders headers = HeaderNames.IsOfBody(name) ? (message.Content ??= new ByteArrayContent([])).Headers : message.Headers;
        headers.Remove(name);
        headers.TryAddWithoutValidation(name, value);
    }
}
