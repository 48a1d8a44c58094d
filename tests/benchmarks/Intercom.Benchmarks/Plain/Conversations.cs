using System.Text.Json;
using System.Text.Json.Serialization;

namespace Intercom.Benchmarks.Plain;

// The records of a contact, a conversation and a page of contacts as they would be written for System.Text.Json's source generator:
// the same properties, unix times as numbers, what the emitted records keep besides in extension data.

public sealed record PlainConversation
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("title")]
    public string? Title { get; init; }

    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; init; }

    [JsonPropertyName("updated_at")]
    public long? UpdatedAt { get; init; }

    [JsonPropertyName("waiting_since")]
    public long? WaitingSince { get; init; }

    [JsonPropertyName("snoozed_until")]
    public long? SnoozedUntil { get; init; }

    [JsonPropertyName("open")]
    public bool? Open { get; init; }

    [JsonPropertyName("state")]
    public string? State { get; init; }

    [JsonPropertyName("read")]
    public bool? Read { get; init; }

    [JsonPropertyName("priority")]
    public string? Priority { get; init; }

    [JsonPropertyName("admin_assignee_id")]
    public long? AdminAssigneeId { get; init; }

    [JsonPropertyName("team_assignee_id")]
    public long? TeamAssigneeId { get; init; }

    [JsonPropertyName("company")]
    public PlainCompany? Company { get; init; }

    [JsonPropertyName("tags")]
    public PlainTags? Tags { get; init; }

    [JsonPropertyName("conversation_rating")]
    public PlainConversationRating? ConversationRating { get; init; }

    [JsonPropertyName("source")]
    public PlainConversationSource? Source { get; init; }

    [JsonPropertyName("contacts")]
    public PlainConversationContacts? Contacts { get; init; }

    [JsonPropertyName("teammates")]
    public PlainConversationTeammates? Teammates { get; init; }

    [JsonPropertyName("custom_attributes")]
    public Dictionary<string, JsonElement>? CustomAttributes { get; init; }

    [JsonPropertyName("first_contact_reply")]
    public PlainConversationFirstContactReply? FirstContactReply { get; init; }

    [JsonPropertyName("sla_applied")]
    public PlainSlaApplied? SlaApplied { get; init; }

    [JsonPropertyName("statistics")]
    public PlainConversationStatistics? Statistics { get; init; }

    [JsonPropertyName("conversation_parts")]
    public PlainConversationParts? ConversationParts { get; init; }

    [JsonPropertyName("linked_objects")]
    public PlainLinkedObjectList? LinkedObjects { get; init; }

    [JsonPropertyName("ai_topics")]
    public PlainAiTopics? AiTopics { get; init; }

    [JsonPropertyName("ai_agent_participated")]
    public bool? AiAgentParticipated { get; init; }

    [JsonPropertyName("ai_agent")]
    public PlainAiAgent? AiAgent { get; init; }

    [JsonPropertyName("sales_agent_participated")]
    public bool? SalesAgentParticipated { get; init; }

    [JsonPropertyName("sales_agent")]
    public PlainSalesAgent? SalesAgent { get; init; }

    [JsonPropertyName("channel")]
    public PlainConversationChannel? Channel { get; init; }

    [JsonPropertyName("external_references")]
    public IReadOnlyList<PlainConversationExternalReference>? ExternalReferences { get; init; }

    [JsonPropertyName("monitor_evaluations")]
    public IReadOnlyList<PlainConversationMonitorEvaluation>? MonitorEvaluations { get; init; }

    [JsonPropertyName("scorecards")]
    public IReadOnlyList<PlainConversationScorecard>? Scorecards { get; init; }

    [JsonPropertyName("customers")]
    public IReadOnlyList<PlainReference>? Customers { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainConversationChannel
{
    [JsonPropertyName("initial")]
    public string? Initial { get; init; }

    [JsonPropertyName("current")]
    public string? Current { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainConversationExternalReference
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainConversationMonitorEvaluation
{
    [JsonPropertyName("monitor_id")]
    public string? MonitorId { get; init; }

    [JsonPropertyName("monitor_name")]
    public string? MonitorName { get; init; }

    [JsonPropertyName("monitor_type")]
    public string? MonitorType { get; init; }

    [JsonPropertyName("result")]
    public string? Result { get; init; }

    [JsonPropertyName("explanation")]
    public string? Explanation { get; init; }

    [JsonPropertyName("evaluated_at")]
    public long? EvaluatedAt { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainConversationPart
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("part_type")]
    public string? PartType { get; init; }

    [JsonPropertyName("body")]
    public string? Body { get; init; }

    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; init; }

    [JsonPropertyName("updated_at")]
    public long? UpdatedAt { get; init; }

    [JsonPropertyName("notified_at")]
    public long? NotifiedAt { get; init; }

    [JsonPropertyName("assigned_to")]
    public PlainReference? AssignedTo { get; init; }

    [JsonPropertyName("author")]
    public PlainConversationPartAuthor? Author { get; init; }

    [JsonPropertyName("attachments")]
    public IReadOnlyList<PlainPartAttachment>? Attachments { get; init; }

    [JsonPropertyName("external_id")]
    public string? ExternalId { get; init; }

    [JsonPropertyName("redacted")]
    public bool? Redacted { get; init; }

    [JsonPropertyName("email_message_metadata")]
    public PlainEmailMessageMetadata? EmailMessageMetadata { get; init; }

    [JsonPropertyName("metadata")]
    public PlainConversationPartMetadata? Metadata { get; init; }

    [JsonPropertyName("state")]
    public string? State { get; init; }

    [JsonPropertyName("tags")]
    public IReadOnlyList<PlainTagBasic>? Tags { get; init; }

    [JsonPropertyName("event_details")]
    public JsonElement? EventDetails { get; init; }

    [JsonPropertyName("app_package_code")]
    public string? AppPackageCode { get; init; }

    [JsonPropertyName("translations")]
    public Dictionary<string, JsonElement>? Translations { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainConversationPartAuthor
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("email")]
    public string? Email { get; init; }

    [JsonPropertyName("from_ai_agent")]
    public bool? FromAiAgent { get; init; }

    [JsonPropertyName("is_ai_answer")]
    public bool? IsAiAnswer { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainConversationPartMetadata
{
    [JsonPropertyName("quick_reply_options")]
    public IReadOnlyList<PlainQuickReplyOption>? QuickReplyOptions { get; init; }

    [JsonPropertyName("quick_reply_uuid")]
    public string? QuickReplyUuid { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainConversationParts
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("conversation_parts")]
    public IReadOnlyList<PlainConversationPart>? Items { get; init; }

    [JsonPropertyName("total_count")]
    public long? TotalCount { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainConversationRating
{
    [JsonPropertyName("rating")]
    public long? Rating { get; init; }

    [JsonPropertyName("remark")]
    public string? Remark { get; init; }

    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; init; }

    [JsonPropertyName("updated_at")]
    public long? UpdatedAt { get; init; }

    [JsonPropertyName("contact")]
    public PlainContactReference? Contact { get; init; }

    [JsonPropertyName("teammate")]
    public PlainReference? Teammate { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainConversationResponseTime
{
    [JsonPropertyName("team_id")]
    public long? TeamId { get; init; }

    [JsonPropertyName("team_name")]
    public string? TeamName { get; init; }

    [JsonPropertyName("response_time")]
    public long? ResponseTime { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}
