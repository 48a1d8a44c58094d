using System.Net;
using System.Text.Json;
using Intercom.Json;

namespace Intercom;

/// <summary>An error that the stream's server reports, in the stream or instead of it.</summary>
internal sealed record FinError(int? Code, int? Status, string Message, TimeSpan? RetryAfter = null)
{
    private bool IsAboutToken => Code is >= 40140 and <= 40149;

    /// <summary>Whether another attempt may help.</summary>
    public bool IsPassing => !IsAboutToken && Status is null or 408 or 429 or >= 500;

    public static FinError Read(JsonElement root)
    {
        var error = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("error", out var inner) ? inner : root;
        if (error.ValueKind != JsonValueKind.Object)
            return new FinError(null, null, error.ValueKind == JsonValueKind.String ? error.GetString()! : "");
        var code = FinFrame.Integer(error, "code");
        var status = FinFrame.Integer(error, "statusCode") ?? (code is >= 40000 and <= 59999 ? code / 100 : null);
        return new FinError(code, status, error.Text("message") ?? "");
    }

    public FinStreamException ToException(FinSubscription subscription)
    {
        var said = $"{(Code is null ? "" : $" Code {Code}.")}{(Message.Length == 0 ? "" : $" The server says: {subscription.Redact(
            Message)}")}";
        var (reason, message) = (Code, IsAboutToken) switch
        {
            (40141, _) =>
                (FinStreamFailure.TokenRevoked,
                    "the URL's token was revoked, as it is once Fin is done. A URL serves one question; do not store it."),
            (40142, _) =>
                (FinStreamFailure.TokenExpired, "the URL's token has expired; it lives for 3 minutes. Ask again to get a new URL."),
            (_, true) => (FinStreamFailure.TokenRejected, "the URL's token was not accepted. Ask again to get a new URL."),
            _ => (FinStreamFailure.Refused, Status is null ? "the server refused." : $"the server refused with {Status}."),
        };
        return new FinStreamException(reason, message + said) { Status = (HttpStatusCode?)Status, ErrorCode = Code };
    }
}
