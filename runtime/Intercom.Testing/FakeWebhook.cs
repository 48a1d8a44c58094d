using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Intercom.Json;
using Intercom.Webhooks;

namespace Intercom.Testing;

/// <summary>A webhook as Intercom posts it: a notification about a topic, or an event of Fin, signed.</summary>
/// <example>
/// <code>
/// var webhook = FakeWebhook.Notification("contact.user.created", """{ "type": "contact", "id": "42" }""");
/// using var response = await webhook.SendAsync(client, new Uri("/intercom", UriKind.Relative));
/// </code>
/// </example>
public sealed record FakeWebhook
{
    /// <summary>The secret that notifications are signed with unless another is given: the client secret of the app.</summary>
    public const string ClientSecret = "fake-client-secret";

    /// <summary>The secret that Fin's events are signed with unless another is given.</summary>
    public const string FinSecret = "fake-fin-signing-secret";

    private static int _last;

    private readonly string _signatureHeader;
    private readonly Func<byte[], byte[], string> _sign;

    private FakeWebhook(string body, string secret, string signatureHeader, Func<byte[], byte[], string> sign)
    {
        (Body, Secret, _signatureHeader, _sign) = (body, secret, signatureHeader, sign);
    }

    /// <summary>The body as JSON text. Assign another to see what becomes of it; it is signed as it is.</summary>
    public string Body { get; init; }

    /// <summary>The secret to sign with.</summary>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Secret { get; init; }

    /// <summary>The value of the signature header.</summary>
    public string Signature => _sign(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(Body));

    private bool IsSigned { get; init; } = true;

    private bool IsForged { get; init; }

    /// <summary>A notification, signed in <c>X-Hub-Signature</c>. Each has an id of its own.</summary>
    /// <param name="topic">The topic: <c>contact.user.created</c>.</param>
    /// <param name="item">What it is about, as JSON text.</param>
    /// <param name="attempt">Which delivery of it this is: 1 for the first.</param>
    /// <param name="createdAt">When it was made; null for noon of 1 January 2026, which an endpoint with a <c>MaxAge</c> refuses as too
    /// old.</param>
    /// <exception cref="JsonException"><paramref name="item"/> is not JSON.</exception>
    public static FakeWebhook Notification(string topic, string item, int attempt = 1, DateTimeOffset? createdAt = null)
    {
        var id = $"notif_fake_{Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture)}";
        return new FakeWebhook(Envelope(id, topic, item, attempt, createdAt ?? FinPayload.Start), ClientSecret, "X-Hub-Signature", Sha1);
    }

    /// <summary>A notification, signed in <c>X-Hub-Signature</c>. Each has an id of its own.</summary>
    /// <typeparam name="T">The emitted type of the item.</typeparam>
    /// <param name="topic">The topic, from the emitted <c>WebhookTopics</c>.</param>
    /// <param name="item">What it is about.</param>
    /// <param name="createdAt">When it was made; null for noon of 1 January 2026, which an endpoint with a <c>MaxAge</c> refuses as too
    /// old.</param>
    public static FakeWebhook Notification<T>(WebhookTopic<T> topic, T item, DateTimeOffset? createdAt = null)
        where T : IJson<T> => Notification(topic.SentAs ?? topic.Name, IntercomJson.ToJson(item), createdAt: createdAt);

    /// <summary>An event of Fin, signed in <c>X-Fin-Agent-API-Webhook-Signature</c>; it has no envelope.</summary>
    /// <param name="json">The event as JSON text.</param>
    public static FakeWebhook FinEvent(string json) => new(json, FinSecret, "X-Fin-Agent-API-Webhook-Signature", Sha256);

    /// <summary>An event of Fin, signed in <c>X-Fin-Agent-API-Webhook-Signature</c>; it has no envelope.</summary>
    /// <typeparam name="T">The emitted type of the event.</typeparam>
    /// <param name="value">The event. The emitted ones say their names by themselves.</param>
    public static FakeWebhook FinEvent<T>(T value)
        where T : IJson<T> => FinEvent(IntercomJson.ToJson(value));

    /// <summary>Asks an address whether it is there, as Intercom does before it saves the address of a webhook.</summary>
    /// <param name="client">The client to send with.</param>
    /// <param name="address">The address; a relative one belongs to the client's base address.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static async Task<HttpResponseMessage> ProbeAsync(HttpClient client, Uri address, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        return await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same webhook, signed with another secret.</summary>
    /// <param name="secret">The secret.</param>
    public FakeWebhook SignedWith(string secret) => this with { Secret = secret };

    /// <summary>The same webhook with a well-formed signature that is not the one of its body.</summary>
    public FakeWebhook Forged() => this with { IsForged = true };

    /// <summary>The same webhook without a signature.</summary>
    public FakeWebhook Unsigned() => this with { IsSigned = false };

    /// <summary>Posts the webhook. Posting it twice is a duplicate delivery: same id, same body.</summary>
    /// <param name="client">The client to send with.</param>
    /// <param name="address">The address; a relative one belongs to the client's base address.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<HttpResponseMessage> SendAsync(HttpClient client, Uri address, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        using var request = ToRequest(address);
        return await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The body; neither the secret nor the signature.</summary>
    public override string ToString() => Body;

    /// <summary>The request that posts the webhook, to be changed further.</summary>
    /// <param name="address">The address.</param>
    public HttpRequestMessage ToRequest(Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body))
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") },
            },
        };
        request.Headers.TryAddWithoutValidation("User-Agent", "intercom-parrot-service-client/1.0");
        if (IsSigned)
            request.Headers.TryAddWithoutValidation(_signatureHeader, IsForged ? (this with { Body = Body + " " }).Signature : Signature);
        return request;
    }

    private static string Envelope(string id, string topic, string item, int attempt, DateTimeOffset createdAt)
    {
        var at = createdAt.ToUnixTimeSeconds();
        return JsonText.Write(json =>
        {
            json.WriteString("type", "notification_event");
            json.WriteString("app_id", "fake-app");
            json.WriteStartObject("data");
            json.WriteString("type", "notification_event_data");
            json.WritePropertyName("item");
            json.WriteRawValue(item);
            json.WriteEndObject();
            json.WriteStartObject("links");
            json.WriteEndObject();
            json.WriteString("id", id);
            json.WriteString("topic", topic);
            json.WriteString("delivery_status", "pending");
            json.WriteNumber("delivery_attempts", attempt);
            json.WriteNumber("delivered_at", 0);
            json.WriteNumber("first_sent_at", at);
            json.WriteNumber("created_at", at);
            json.WriteNull("self");
        });
    }

    [SuppressMessage("Security", "CA5350", Justification = "Intercom signs with SHA-1; the choice is not ours.")]
    private static string Sha1(byte[] secret, byte[] body) => "sha1=" + Hex(HMACSHA1.HashData(secret, body));

    private static string Sha256(byte[] secret, byte[] body) => "sha256=" + Hex(HMACSHA256.HashData(secret, body));

    private static string Hex(byte[] hash) => string.Concat(hash.Select(static b => b.ToString("x2", CultureInfo.InvariantCulture)));
}
