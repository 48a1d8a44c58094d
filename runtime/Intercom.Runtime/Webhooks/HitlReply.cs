using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Intercom.Json;

namespace Intercom.Webhooks;

/// <summary>The answer to a procedure of Fin that waits for a human, checked before it is sent.</summary>
/// <remarks>
/// Made from a <c>procedure.hitl_notification.created</c> notification. Every field must be set. The first answer counts, whether it comes
/// from here, from the inbox or from Slack.
/// </remarks>
public sealed partial class HitlReply
{
    private readonly Dictionary<string, JsonElement> _values = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;

    private HitlReply(JsonElement item, TimeProvider? time)
    {
        _time = time ?? TimeProvider.System;
        StepId = item.Text("step_id") ?? throw new JsonException("This is no procedure.hitl_notification: it has no step_id.");
        ConversationId = item.Text("conversation_id");
        Question = item.Text("hitl_question");
        CallbackUrl = Uri.TryCreate(item.Text("callback_url"), UriKind.Absolute, out var url) ? url : null;
        if (item.TryGetProperty("expires_at", out var expires))
            ExpiresAt = new JsonCursor(JsonDocuments.Utf8(expires)).AnyTime();
        Fields = item.TryGetProperty("attributes_to_collect", out var attributes) && attributes.ValueKind == JsonValueKind.Array
            ? [.. attributes.EnumerateArray().Select(static attribute => new HitlField(attribute))]
            : [];
    }

    /// <summary>The step that waits.</summary>
    public string StepId { get; }

    /// <summary>The conversation in which the procedure waits.</summary>
    public string? ConversationId { get; }

    /// <summary>What the procedure wants to know.</summary>
    public string? Question { get; }

    /// <summary>Where the answer is posted to; null where the notification has no absolute address.</summary>
    public Uri? CallbackUrl { get; }

    /// <summary>Until when an answer is taken; null: for good.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>Whether the time to answer is over.</summary>
    public bool IsExpired => ExpiresAt <= _time.GetUtcNow();

    /// <summary>The values that the procedure asks for.</summary>
    public IReadOnlyList<HitlField> Fields { get; }

    /// <summary>The fields that are not set yet.</summary>
    public IEnumerable<HitlField> Missing => Fields.Where(field => !_values.ContainsKey(field.Identifier));

    /// <summary>What was set, by identifier.</summary>
    public IReadOnlyDictionary<string, JsonElement> Values => _values;

    /// <summary>Starts the answer to a notification.</summary>
    /// <param name="notification">The notification.</param>
    /// <param name="time">The clock; the system's by default.</param>
    /// <exception cref="JsonException">It is no <c>procedure.hitl_notification.created</c>.</exception>
    public static HitlReply To(WebhookNotification notification, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(notification);
        return new HitlReply(notification.RawItem, time);
    }

    /// <inheritdoc cref="To(WebhookNotification, TimeProvider?)"/>
    /// <typeparam name="T">The emitted type of the notification, or of its item.</typeparam>
    public static HitlReply To<T>(T notification, TimeProvider? time = null)
        where T : IJson<T> => To(IntercomValue.Of(notification).Element, time);

    /// <summary>Starts the answer to a notification.</summary>
    /// <param name="notification">The notification or its item, as JSON.</param>
    /// <param name="time">The clock; the system's by default.</param>
    /// <exception cref="JsonException">It is no <c>procedure.hitl_notification.created</c>.</exception>
    public static HitlReply To(JsonElement notification, TimeProvider? time = null) => new(
        notification.ValueKind == JsonValueKind.Object
        && notification.TryGetProperty("data", out var data)
        && data.ValueKind == JsonValueKind.Object
        && data.TryGetProperty("item", out var item)
            ? item
            : notification,
        time);

    /// <summary>Sets a field of type <c>string</c>, the option of a <c>list</c> by id or label, or a <c>datetime</c> in ISO 8601.</summary>
    /// <param name="field">The field's name, label or identifier.</param>
    /// <param name="value">The value.</param>
    /// <returns>This answer.</returns>
    /// <exception cref="ArgumentException">There is no such field, or more than one, or it takes values of another type.</exception>
    public HitlReply Set(string field, string value) => Set(field, ((IntercomValue)value).Element);

    /// <summary>Sets a field of type <c>boolean</c>.</summary>
    /// <inheritdoc cref="Set(string, string)"/>
    public HitlReply Set(string field, bool value) => Set(field, ((IntercomValue)value).Element);

    /// <summary>Sets a field of type <c>integer</c> or <c>decimal</c>, or a <c>datetime</c> in unix seconds.</summary>
    /// <inheritdoc cref="Set(string, string)"/>
    public HitlReply Set(string field, long value) => Set(field, ((IntercomValue)value).Element);

    /// <summary>Sets a field of type <c>decimal</c>.</summary>
    /// <inheritdoc cref="Set(string, string)"/>
    public HitlReply Set(string field, double value) => Set(field, ((IntercomValue)value).Element);

    /// <summary>Sets a field of type <c>decimal</c>.</summary>
    /// <inheritdoc cref="Set(string, string)"/>
    public HitlReply Set(string field, decimal value) =>
        Set(field, new JsonCursor(Encoding.ASCII.GetBytes(value.ToString(CultureInfo.InvariantCulture))).Raw());

    /// <summary>Sets a field of type <c>datetime</c>.</summary>
    /// <inheritdoc cref="Set(string, string)"/>
    public HitlReply Set(string field, DateTimeOffset value) => Set(field, JsonTime.Iso(value));

    /// <summary>Sets a field to a JSON value.</summary>
    /// <inheritdoc cref="Set(string, string)"/>
    public HitlReply Set(string field, JsonElement value)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        var found = Find(field);
        _values[found.Identifier] = found.Fit(value);
        return this;
    }

    /// <summary>The answer as the body of <c>POST /procedures/{conversation_id}/collect_agent_input</c>.</summary>
    /// <exception cref="InvalidOperationException">A field is not set.</exception>
    public string ToJson() => Encoding.UTF8.GetString(Body());

    /// <summary>The answer as an emitted request, to send it with the client: <c>CollectAgentInputRequest</c>.</summary>
    /// <typeparam name="T">The type of the request.</typeparam>
    /// <exception cref="InvalidOperationException">A field is not set.</exception>
    public T As<T>()
        where T : IJson<T> => IntercomJson.Parse<T>(Body());

    private byte[] Body()
    {
        if (Missing.Any())
            throw new InvalidOperationException($"Not answered yet: {string.Join(", ", Missing)}.");
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonOutput.Options))
        {
            json.WriteStartObject();
            json.WriteString("step_id"u8, StepId);
            json.WriteStartArray("attribute_values"u8);
            foreach (var field in Fields)
            {
                json.WriteStartObject();
                json.WriteString("identifier"u8, field.Identifier);
                json.WritePropertyName("value"u8);
                _values[field.Identifier].WriteTo(json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private HitlField Find(string name)
    {
        if (Fields.FirstOrDefault(field => field.Identifier == name) is { } exact)
            return exact;
        var called = Fields.Where(field => field.IsCalled(name, StringComparison.Ordinal)).ToList();
        if (called.Count == 0)
            called = Fields.Where(field => field.IsCalled(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return called.Count switch
        {
            1 => called[0],
            0 => throw new ArgumentException(
                $"The procedure does not ask for \"{name}\""
                + $"{NearName.Hint(name, Fields.SelectMany(static field => new[] { field.Name, field.Label }))} "
                + $"It asks for: {string.Join(", ", Fields)}."),
            _ => throw new ArgumentException(
                $"The procedure asks for more than one \"{name}\"; "
                + $"set each by its identifier: {string.Join(", ", called.Select(static field => field.Identifier))}."),
        };
    }
}
