using System.Text.Json;
using System.Text.Json.Serialization;

namespace Intercom.Benchmarks.Plain;

// The records of a contact, a conversation and a page of contacts as they would be written for System.Text.Json's source generator:
// the same properties, unix times as numbers, what the emitted records keep besides in extension data.

public sealed record PlainConversation
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("title")]
    public string? Title { get; set; }

    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; set; }

    [JsonPropertyName("updated_at")]
    public long? UpdatedAt { get; set; }

    [JsonPropertyName("waiting_since")]
    public long? WaitingSince { get; set; }

    [JsonPropertyName("snoozed_until")]
    public long? SnoozedUntil { get; set; }

    [JsonPropertyName("open")]
    public bool? Open { get; set; }

    [JsonPropertyName("state")]
    public string? State { get; set; }

    [JsonPropertyName("read")]
    public bool? Read { get; set; }

    [JsonPropertyName("priority")]
    public string? Priority { get; set; }

    [JsonPropertyName("admin_assignee_id")]
    public long? AdminAssigneeId { get; set; }

    [JsonPropertyName("team_assignee_id")]
    public long? TeamAssigneeId { get; set; }

    [JsonPropertyName("company")]
    public PlainCompany? Company { get; set; }

    [JsonPropertyName("tags")]
    public PlainTags? Tags { get; set; }

    [JsonPropertyName("conversation_rating")]
    public PlainConversationRating? ConversationRating { get; set; }

    [JsonPropertyName("source")]
    public PlainConversationSource? Source { get; set; }

    [JsonPropertyName("contacts")]
    public PlainConversationContacts? Contacts { get; set; }

    [JsonPropertyName("teammates")]
    public PlainConversationTeammates? Teammates { get; set; }

    [JsonPropertyName("custom_attributes")]
    public Dictionary<string, JsonElement>? CustomAttributes { get; set; }

    [JsonPropertyName("first_contact_reply")]
    public PlainConversationFirstContactReply? FirstContactReply { get; set; }

    [JsonPropertyName("sla_applied")]
    public PlainSlaApplied? SlaApplied { get; set; }

    [JsonPropertyName("statistics")]
    public PlainConversationStatistics? Statistics { get; set; }

    [JsonPropertyName("conversation_parts")]
    public PlainConversationParts? ConversationParts { get; set; }

    [JsonPropertyName("linked_objects")]
    public PlainLinkedObjectList? LinkedObjects { get; set; }

    [JsonPropertyName("ai_topics")]
    public PlainAiTopics? AiTopics { get; set; }

    [JsonPropertyName("ai_agent_participated")]
    public bool? AiAgentParticipated { get; set; }

    [JsonPropertyName("ai_agent")]
    public PlainAiAgent? AiAgent { get; set; }

    [JsonPropertyName("sales_agent_participated")]
    public bool? SalesAgentParticipated { get; set; }

    [JsonPropertyName("sales_agent")]
    public PlainSalesAgent? SalesAgent { get; set; }

    [JsonPropertyName("channel")]
    public PlainConversationChannel? Channel { get; set; }

    [JsonPropertyName("external_references")]
    public IReadOnlyList<PlainConversationExternalReference>? ExternalReferences { get; set; }

    [JsonPropertyName("monitor_evaluations")]
    public IReadOnlyList<PlainConversationMonitorEvaluation>? MonitorEvaluations { get; set; }

    [JsonPropertyName("scorecards")]
    public IReadOnlyList<PlainConversationScorecard>? Scorecards { get; set; }

    [JsonPropertyName("customers")]
    public IReadOnlyList<PlainReference>? Customers { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainConversationChannel
{
    [JsonPropertyName("initial")]
    public string? Initial { get; set; }

    [JsonPropertyName("current")]
    public string? Current { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainConversationExternalReference
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainConversationMonitorEvaluation
{
    [JsonPropertyName("monitor_id")]
    public string? MonitorId { get; set; }

    [JsonPropertyName("monitor_name")]
    public string? MonitorName { get; set; }

    [JsonPropertyName("monitor_type")]
    public string? MonitorType { get; set; }

    [JsonPropertyName("result")]
    public string? Result { get; set; }

    [JsonPropertyName("explanation")]
    public string? Explanation { get; set; }

    [JsonPropertyName("evaluated_at")]
    public long? EvaluatedAt { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainConversationPart
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("part_type")]
    public string? PartType { get; set; }

    [JsonPropertyName("body")]
    public string? Body { get; set; }

    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; set; }

    [JsonPropertyName("updated_at")]
    public long? UpdatedAt { get; set; }

    [JsonPropertyName("notified_at")]
    public long? NotifiedAt { get; set; }

    [JsonPropertyName("assigned_to")]
    public PlainReference? AssignedTo { get; set; }

    [JsonPropertyName("author")]
    public PlainConversationPartAuthor? Author { get; set; }

    [JsonPropertyName("attachments")]
    public IReadOnlyList<PlainPartAttachment>? Attachments { get; set; }

    [JsonPropertyName("external_id")]
    public string? ExternalId { get; set; }

    [JsonPropertyName("redacted")]
    public bool? Redacted { get; set; }

    [JsonPropertyName("email_message_metadata")]
    public PlainEmailMessageMetadata? EmailMessageMetadata { get; set; }

    [JsonPropertyName("metadata")]
    public PlainConversationPartMetadata? Metadata { get; set; }

    [JsonPropertyName("state")]
    public string? State { get; set; }

    [JsonPropertyName("tags")]
    public IReadOnlyList<PlainTagBasic>? Tags { get; set; }

    [JsonPropertyName("event_details")]
    public JsonElement? EventDetails { get; set; }

    [JsonPropertyName("app_package_code")]
    public string? AppPackageCode { get; set; }

    [JsonPropertyName("translations")]
    public Dictionary<string, JsonElement>? Translations { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainConversationPartAuthor
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("email")]
    public string? Email { get; set; }

    [JsonPropertyName("from_ai_agent")]
    public bool? FromAiAgent { get; set; }

    [JsonPropertyName("is_ai_answer")]
    public bool? IsAiAnswer { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainConversationPartMetadata
{
    [JsonPropertyName("quick_reply_options")]
    public IReadOnlyList<PlainQuickReplyOption>? QuickReplyOptions { get; set; }

    [JsonPropertyName("quick_reply_uuid")]
    public string? QuickReplyUuid { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainConversationParts
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("conversation_parts")]
    public IReadOnlyList<PlainConversationPart>? Items { get; set; }

    [JsonPropertyName("total_count")]
    public long? TotalCount { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainConversationRating
{
    [JsonPropertyName("rating")]
    public long? Rating { get; set; }

    [JsonPropertyName("remark")]
    public string? Remark { get; set; }

    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; set; }

    [JsonPropertyName("updated_at")]
    public long? UpdatedAt { get; set; }

    [JsonPropertyName("contact")]
    public PlainContactReference? Contact { get; set; }

    [JsonPropertyName("teammate")]
    public PlainReference? Teammate { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainConversationResponseTime
{
    [JsonPropertyName("team_id")]
    public long? TeamId { get; set; }

    [JsonPropertyName("team_name")]
    public string? TeamName { get; set; }

    [JsonPropertyName("response_time")]
    public long? ResponseTime { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
