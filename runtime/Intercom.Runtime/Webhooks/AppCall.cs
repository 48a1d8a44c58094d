using System.Text;
using System.Text.Json;
using Intercom.Json;

namespace Intercom.Webhooks;

/// <summary>A call about the app itself, which Intercom signs in <c>X-Body-Signature</c>: an uninstallation, a health check, a request of
/// Canvas Kit. It waits for an answer of its own.</summary>
public sealed class AppCall
{
    private readonly ReadOnlyMemory<byte> _json;

    private AppCall(ReadOnlyMemory<byte> utf8) =>
        (Utf8, _json, Raw) = (utf8, WebhookBody.Json(utf8), WebhookBody.Open(WebhookBody.Json(utf8).Span).Raw());

    /// <summary>The body, byte for byte as it was signed.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>The body as JSON.</summary>
    public JsonElement Raw { get; }

    /// <summary>Reads a call, whose signature is the caller's to check before.</summary>
    /// <param name="utf8">The body. It is kept, and must not change.</param>
    /// <exception cref="JsonException">The body is no JSON object.</exception>
    public static AppCall Parse(ReadOnlyMemory<byte> utf8) => new(utf8);

    /// <summary>Reads the whole body as a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public T As<T>()
        where T : IJson<T> => IntercomJson.Parse<T>(_json.Span);

    /// <summary>The JSON text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(_json.Span);
}
