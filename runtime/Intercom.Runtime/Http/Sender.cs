using System.Net.Http.Headers;

namespace Intercom;

/// <summary>Sends one attempt of a call.</summary>
internal sealed class Sender(IntercomClientOptions options, Uri baseAddress, string apiVersion)
{
    private const string VersionHeader = "Intercom-Version";

    private static readonly HttpClient Shared = new(UnpackingHandler.Create()) { Timeout = Timeout.InfiniteTimeSpan };

    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");
    private static readonly MediaTypeWithQualityHeaderValue Anything = new("*/*");

    public async Task<Reply> SendAsync(Call call, CancellationToken cancellationToken)
    {
        var now = options.TimeProvider.GetUtcNow();
        using var message = Message(call, now);
        // A handler that follows redirects writes the new address into the message.
        var address = message.RequestUri!;
        return await Transport
            .RunAsync(call, message, (message, token) => AnswerAsync(call, message, address, token), cancellationToken)
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
        var message = new HttpRequestMessage(call.Request.Method, call.Request.Address(baseAddress, call.Options))
        {
            Content = call.Request.Content(now),
        };
        message.Headers.Accept.Add(call.Answer is Answer.Json or Answer.Nothing ? Json : Anything);
        if ((call.Options?.ApiVersion ?? apiVersion) is { Length: > 0 } version)
            message.Headers.TryAddWithoutValidation(VersionHeader, call.Request.VersionFor(version));
        if (options.ApplicationName is { } application)
            message.Headers.UserAgent.TryParseAdd(application);
        message.Headers.UserAgent.Add(ClientInfo.Product);
        if (call.Token is { } token)
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in options.DefaultHeaders)
            Replace(message.Headers, name, value);
        foreach (var (name, value) in call.Request.Headers ?? [])
            Replace(message.Headers, name, value);
        foreach (var (name, value) in call.Options?.Headers ?? new Dictionary<string, string>())
            Replace(message.Headers, name, value);
        call.Version = message.Headers.TryGetValues(VersionHeader, out var versions) ? versions.FirstOrDefault() : null;
        return message;
    }

    private static void Replace(HttpRequestHeaders headers, string name, string value)
    {
        headers.Remove(name);
        headers.TryAddWithoutValidation(name, value);
    }
}
