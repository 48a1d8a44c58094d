using System.Text.Json;
using System.Text.Json.Serialization;

namespace Intercom.Benchmarks.Plain;

// The records of a contact, a conversation and a page of contacts as they would be written for System.Text.Json's source generator:
// the same properties, unix times as numbers, what the emitted records keep besides in extension data.

public sealed record PlainEmailAddressHeader
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("email_address")]
    public string? EmailAddress { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainEmailMessageMetadata
{
    [JsonPropertyName("subject")]
    public string? Subject { get; set; }

    [JsonPropertyName("email_address_headers")]
    public IReadOnlyList<PlainEmailAddressHeader>? EmailAddressHeaders { get; set; }

    [JsonPropertyName("message_id")]
    public string? MessageId { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainLinkedObject
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("category")]
    public string? Category { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainLinkedObjectList
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("total_count")]
    public long? TotalCount { get; set; }

    [JsonPropertyName("has_more")]
    public bool? HasMore { get; set; }

    [JsonPropertyName("data")]
    public IReadOnlyList<PlainLinkedObject>? Data { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainMergeHistoryItem
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("source_contact_id")]
    public string? SourceContactId { get; set; }

    [JsonPropertyName("source_contact_role")]
    public string? SourceContactRole { get; set; }

    [JsonPropertyName("merged_at")]
    public long? MergedAt { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainPartAttachment
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("url")]
    public string? Url { get; set; }

    [JsonPropertyName("content_type")]
    public string? ContentType { get; set; }

    [JsonPropertyName("filesize")]
    public long? Filesize { get; set; }

    [JsonPropertyName("width")]
    public long? Width { get; set; }

    [JsonPropertyName("height")]
    public long? Height { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainQuickReplyOption
{
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    [JsonPropertyName("uuid")]
    public string? Uuid { get; set; }

    [JsonPropertyName("translations")]
    public JsonElement? Translations { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainReference
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainSalesAgent
{
    [JsonPropertyName("outcome")]
    public string? Outcome { get; set; }

    [JsonPropertyName("routing_outcome")]
    public string? RoutingOutcome { get; set; }

    [JsonPropertyName("collected_data")]
    public Dictionary<string, JsonElement>? CollectedData { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainSegment
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; set; }

    [JsonPropertyName("updated_at")]
    public long? UpdatedAt { get; set; }

    [JsonPropertyName("person_type")]
    public string? PersonType { get; set; }

    [JsonPropertyName("count")]
    public long? Count { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainSlaApplied
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("sla_name")]
    public string? SlaName { get; set; }

    [JsonPropertyName("sla_status")]
    public string? SlaStatus { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainSocialProfile
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("url")]
    public string? Url { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainSourceEmailMessageMetadata
{
    [JsonPropertyName("message_id")]
    public string? MessageId { get; set; }

    [JsonPropertyName("subject")]
    public string? Subject { get; set; }

    [JsonPropertyName("email_address_headers")]
    public IReadOnlyList<PlainEmailAddressHeader>? EmailAddressHeaders { get; set; }

    [JsonPropertyName("history")]
    public string? History { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainStartingAfterPaging
{
    [JsonPropertyName("per_page")]
    public long? PerPage { get; set; }

    [JsonPropertyName("starting_after")]
    public string? StartingAfter { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainTag
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("applied_at")]
    public long? AppliedAt { get; set; }

    [JsonPropertyName("applied_by")]
    public PlainReference? AppliedBy { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainTagBasic
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainTags
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("tags")]
    public IReadOnlyList<PlainTag>? Items { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainTeamPriorityLevel
{
    [JsonPropertyName("primary_team_ids")]
    public IReadOnlyList<long>? PrimaryTeamIds { get; set; }

    [JsonPropertyName("secondary_team_ids")]
    public IReadOnlyList<long>? SecondaryTeamIds { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
