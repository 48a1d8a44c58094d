using System.Text.Json;
using System.Text.Json.Serialization;

namespace Intercom.Benchmarks.Plain;

// The records of a contact, a conversation and a page of contacts as they would be written for System.Text.Json's source generator:
// the same properties, unix times as numbers, what the emitted records keep besides in extension data.

public sealed record PlainEmailAddressHeader
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("email_address")]
    public string? EmailAddress { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainEmailMessageMetadata
{
    [JsonPropertyName("subject")]
    public string? Subject { get; init; }

    [JsonPropertyName("email_address_headers")]
    public IReadOnlyList<PlainEmailAddressHeader>? EmailAddressHeaders { get; init; }

    [JsonPropertyName("message_id")]
    public string? MessageId { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainLinkedObject
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("category")]
    public string? Category { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainLinkedObjectList
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("total_count")]
    public long? TotalCount { get; init; }

    [JsonPropertyName("has_more")]
    public bool? HasMore { get; init; }

    [JsonPropertyName("data")]
    public IReadOnlyList<PlainLinkedObject>? Data { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainMergeHistoryItem
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("source_contact_id")]
    public string? SourceContactId { get; init; }

    [JsonPropertyName("source_contact_role")]
    public string? SourceContactRole { get; init; }

    [JsonPropertyName("merged_at")]
    public long? MergedAt { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainPartAttachment
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("url")]
    public string? Url { get; init; }

    [JsonPropertyName("content_type")]
    public string? ContentType { get; init; }

    [JsonPropertyName("filesize")]
    public long? Filesize { get; init; }

    [JsonPropertyName("width")]
    public long? Width { get; init; }

    [JsonPropertyName("height")]
    public long? Height { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainQuickReplyOption
{
    [JsonPropertyName("text")]
    public string? Text { get; init; }

    [JsonPropertyName("uuid")]
    public string? Uuid { get; init; }

    [JsonPropertyName("translations")]
    public JsonElement? Translations { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainReference
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainSalesAgent
{
    [JsonPropertyName("outcome")]
    public string? Outcome { get; init; }

    [JsonPropertyName("routing_outcome")]
    public string? RoutingOutcome { get; init; }

    [JsonPropertyName("collected_data")]
    public Dictionary<string, JsonElement>? CollectedData { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainSegment
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; init; }

    [JsonPropertyName("updated_at")]
    public long? UpdatedAt { get; init; }

    [JsonPropertyName("person_type")]
    public string? PersonType { get; init; }

    [JsonPropertyName("count")]
    public long? Count { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainSlaApplied
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("sla_name")]
    public string? SlaName { get; init; }

    [JsonPropertyName("sla_status")]
    public string? SlaStatus { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainSocialProfile
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("url")]
    public string? Url { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainSourceEmailMessageMetadata
{
    [JsonPropertyName("message_id")]
    public string? MessageId { get; init; }

    [JsonPropertyName("subject")]
    public string? Subject { get; init; }

    [JsonPropertyName("email_address_headers")]
    public IReadOnlyList<PlainEmailAddressHeader>? EmailAddressHeaders { get; init; }

    [JsonPropertyName("history")]
    public string? History { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainStartingAfterPaging
{
    [JsonPropertyName("per_page")]
    public long? PerPage { get; init; }

    [JsonPropertyName("starting_after")]
    public string? StartingAfter { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainTag
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("applied_at")]
    public long? AppliedAt { get; init; }

    [JsonPropertyName("applied_by")]
    public PlainReference? AppliedBy { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainTagBasic
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainTags
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("tags")]
    public IReadOnlyList<PlainTag>? Items { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainTeamPriorityLevel
{
    [JsonPropertyName("primary_team_ids")]
    public IReadOnlyList<long>? PrimaryTeamIds { get; init; }

    [JsonPropertyName("secondary_team_ids")]
    public IReadOnlyList<long>? SecondaryTeamIds { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}
