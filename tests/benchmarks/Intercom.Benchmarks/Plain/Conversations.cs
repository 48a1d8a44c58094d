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

public sealed record PlainConversationScorecard
{
    [JsonPropertyName("scorecard_id")]
    public string? ScorecardId { get; init; }

    [JsonPropertyName("scorecard_version_id")]
    public string? ScorecardVersionId { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("scorecard_type")]
    public string? ScorecardType { get; init; }

    [JsonPropertyName("passed")]
    public bool? Passed { get; init; }

    [JsonPropertyName("score")]
    public double? Score { get; init; }

    [JsonPropertyName("ai_score")]
    public double? AiScore { get; init; }

    [JsonPropertyName("evaluated_at")]
    public long? EvaluatedAt { get; init; }

    [JsonPropertyName("reviewed_teammate")]
    public PlainConversationScorecardReviewedTeammate? ReviewedTeammate { get; init; }

    [JsonPropertyName("evaluators")]
    public IReadOnlyList<PlainConversationScorecardEvaluator>? Evaluators { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainConversationScorecardEvaluator
{
    [JsonPropertyName("evaluator_id")]
    public string? EvaluatorId { get; init; }

    [JsonPropertyName("result")]
    public PlainConversationScorecardEvaluatorResult? Result { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainConversationScorecardEvaluatorResult
{
    [JsonPropertyName("value")]
    public string? Value { get; init; }

    [JsonPropertyName("source")]
    public string? Source { get; init; }

    [JsonPropertyName("reasoning")]
    public string? Reasoning { get; init; }

    [JsonPropertyName("reason_ids")]
    public IReadOnlyList<string>? ReasonIds { get; init; }

    [JsonPropertyName("other_text")]
    public string? OtherText { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainConversationScorecardReviewedTeammate
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("admin_id")]
    public string? AdminId { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainConversationSource
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("delivered_as")]
    public string? DeliveredAs { get; init; }

    [JsonPropertyName("recipients")]
    public IReadOnlyList<PlainConversationSourceRecipient>? Recipients { get; init; }

    [JsonPropertyName("reply_to")]
    public IReadOnlyList<PlainConversationSourceReplyToItem>? ReplyTo { get; init; }

    [JsonPropertyName("subject")]
    public string? Subject { get; init; }

    [JsonPropertyName("body")]
    public string? Body { get; init; }

    [JsonPropertyName("author")]
    public PlainConversationSourceAuthor? Author { get; init; }

    [JsonPropertyName("attachments")]
    public IReadOnlyList<PlainPartAttachment>? Attachments { get; init; }

    [JsonPropertyName("url")]
    public string? Url { get; init; }

    [JsonPropertyName("redacted")]
    public bool? Redacted { get; init; }

    [JsonPropertyName("email_message_metadata")]
    public PlainSourceEmailMessageMetadata? EmailMessageMetadata { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainConversationSourceAuthor
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("email")]
    public string? Email { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainConversationSourceRecipient
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("email")]
    public string? Email { get; init; }

    [JsonPropertyName("drop_reason")]
    public string? DropReason { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainConversationSourceReplyToItem
{
    [JsonPropertyName("email")]
    public string? Email { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainConversationStatistics
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("time_to_assignment")]
    public long? TimeToAssignment { get; init; }

    [JsonPropertyName("time_to_admin_reply")]
    public long? TimeToAdminReply { get; init; }

    [JsonPropertyName("time_to_first_close")]
    public long? TimeToFirstClose { get; init; }

    [JsonPropertyName("time_to_last_close")]
    public long? TimeToLastClose { get; init; }

    [JsonPropertyName("median_time_to_reply")]
    public long? MedianTimeToReply { get; init; }

    [JsonPropertyName("first_contact_reply_at")]
    public long? FirstContactReplyAt { get; init; }

    [JsonPropertyName("first_assignment_at")]
    public long? FirstAssignmentAt { get; init; }

    [JsonPropertyName("first_admin_reply_at")]
    public long? FirstAdminReplyAt { get; init; }

    [JsonPropertyName("first_close_at")]
    public long? FirstCloseAt { get; init; }

    [JsonPropertyName("last_assignment_at")]
    public long? LastAssignmentAt { get; init; }

    [JsonPropertyName("last_assignment_admin_reply_at")]
    public long? LastAssignmentAdminReplyAt { get; init; }

    [JsonPropertyName("last_contact_reply_at")]
    public long? LastContactReplyAt { get; init; }

    [JsonPropertyName("last_admin_reply_at")]
    public long? LastAdminReplyAt { get; init; }

    [JsonPropertyName("last_close_at")]
    public long? LastCloseAt { get; init; }

    [JsonPropertyName("last_closed_by_id")]
    public string? LastClosedById { get; init; }

    [JsonPropertyName("count_reopens")]
    public long? CountReopens { get; init; }

    [JsonPropertyName("count_assignments")]
    public long? CountAssignments { get; init; }

    [JsonPropertyName("count_conversation_parts")]
    public long? CountConversationParts { get; init; }

    [JsonPropertyName("assigned_team_first_response_time")]
    public IReadOnlyList<PlainConversationResponseTime>? AssignedTeamFirstResponseTime { get; init; }

    [JsonPropertyName("assigned_team_first_response_time_in_office_hours")]
    public IReadOnlyList<PlainConversationResponseTime>? AssignedTeamFirstResponseTimeInOfficeHours { get; init; }

    [JsonPropertyName("handling_time")]
    public long? HandlingTime { get; init; }

    [JsonPropertyName("adjusted_handling_time")]
    public long? AdjustedHandlingTime { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainConversationTeammates
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("teammates")]
    public IReadOnlyList<PlainReference>? Teammates { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}
