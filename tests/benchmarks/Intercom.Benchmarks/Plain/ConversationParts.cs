using System.Text.Json;
using System.Text.Json.Serialization;

namespace Intercom.Benchmarks.Plain;

// The records of a contact, a conversation and a page of contacts as they would be written for System.Text.Json's source generator:
// the same properties, unix times as numbers, what the emitted records keep besides in extension data.

public sealed record PlainConversationScorecard
{
    [JsonPropertyName("scorecard_id")]
    public string? ScorecardId { get; set; }

    [JsonPropertyName("scorecard_version_id")]
    public string? ScorecardVersionId { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("scorecard_type")]
    public string? ScorecardType { get; set; }

    [JsonPropertyName("passed")]
    public bool? Passed { get; set; }

    [JsonPropertyName("score")]
    public double? Score { get; set; }

    [JsonPropertyName("ai_score")]
    public double? AiScore { get; set; }

    [JsonPropertyName("evaluated_at")]
    public long? EvaluatedAt { get; set; }

    [JsonPropertyName("reviewed_teammate")]
    public PlainConversationScorecardReviewedTeammate? ReviewedTeammate { get; set; }

    [JsonPropertyName("evaluators")]
    public IReadOnlyList<PlainConversationScorecardEvaluator>? Evaluators { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainConversationScorecardEvaluator
{
    [JsonPropertyName("evaluator_id")]
    public string? EvaluatorId { get; set; }

    [JsonPropertyName("result")]
    public PlainConversationScorecardEvaluatorResult? Result { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainConversationScorecardEvaluatorResult
{
    [JsonPropertyName("value")]
    public string? Value { get; set; }

    [JsonPropertyName("source")]
    public string? Source { get; set; }

    [JsonPropertyName("reasoning")]
    public string? Reasoning { get; set; }

    [JsonPropertyName("reason_ids")]
    public IReadOnlyList<string>? ReasonIds { get; set; }

    [JsonPropertyName("other_text")]
    public string? OtherText { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainConversationScorecardReviewedTeammate
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("admin_id")]
    public string? AdminId { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainConversationSource
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("delivered_as")]
    public string? DeliveredAs { get; set; }

    [JsonPropertyName("recipients")]
    public IReadOnlyList<PlainConversationSourceRecipient>? Recipients { get; set; }

    [JsonPropertyName("reply_to")]
    public IReadOnlyList<PlainConversationSourceReplyToItem>? ReplyTo { get; set; }

    [JsonPropertyName("subject")]
    public string? Subject { get; set; }

    [JsonPropertyName("body")]
    public string? Body { get; set; }

    [JsonPropertyName("author")]
    public PlainConversationSourceAuthor? Author { get; set; }

    [JsonPropertyName("attachments")]
    public IReadOnlyList<PlainPartAttachment>? Attachments { get; set; }

    [JsonPropertyName("url")]
    public string? Url { get; set; }

    [JsonPropertyName("redacted")]
    public bool? Redacted { get; set; }

    [JsonPropertyName("email_message_metadata")]
    public PlainSourceEmailMessageMetadata? EmailMessageMetadata { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainConversationSourceAuthor
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("email")]
    public string? Email { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainConversationSourceRecipient
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("email")]
    public string? Email { get; set; }

    [JsonPropertyName("drop_reason")]
    public string? DropReason { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainConversationSourceReplyToItem
{
    [JsonPropertyName("email")]
    public string? Email { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainConversationStatistics
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("time_to_assignment")]
    public long? TimeToAssignment { get; set; }

    [JsonPropertyName("time_to_admin_reply")]
    public long? TimeToAdminReply { get; set; }

    [JsonPropertyName("time_to_first_close")]
    public long? TimeToFirstClose { get; set; }

    [JsonPropertyName("time_to_last_close")]
    public long? TimeToLastClose { get; set; }

    [JsonPropertyName("median_time_to_reply")]
    public long? MedianTimeToReply { get; set; }

    [JsonPropertyName("first_contact_reply_at")]
    public long? FirstContactReplyAt { get; set; }

    [JsonPropertyName("first_assignment_at")]
    public long? FirstAssignmentAt { get; set; }

    [JsonPropertyName("first_admin_reply_at")]
    public long? FirstAdminReplyAt { get; set; }

    [JsonPropertyName("first_close_at")]
    public long? FirstCloseAt { get; set; }

    [JsonPropertyName("last_assignment_at")]
    public long? LastAssignmentAt { get; set; }

    [JsonPropertyName("last_assignment_admin_reply_at")]
    public long? LastAssignmentAdminReplyAt { get; set; }

    [JsonPropertyName("last_contact_reply_at")]
    public long? LastContactReplyAt { get; set; }

    [JsonPropertyName("last_admin_reply_at")]
    public long? LastAdminReplyAt { get; set; }

    [JsonPropertyName("last_close_at")]
    public long? LastCloseAt { get; set; }

    [JsonPropertyName("last_closed_by_id")]
    public string? LastClosedById { get; set; }

    [JsonPropertyName("count_reopens")]
    public long? CountReopens { get; set; }

    [JsonPropertyName("count_assignments")]
    public long? CountAssignments { get; set; }

    [JsonPropertyName("count_conversation_parts")]
    public long? CountConversationParts { get; set; }

    [JsonPropertyName("assigned_team_first_response_time")]
    public IReadOnlyList<PlainConversationResponseTime>? AssignedTeamFirstResponseTime { get; set; }

    [JsonPropertyName("assigned_team_first_response_time_in_office_hours")]
    public IReadOnlyList<PlainConversationResponseTime>? AssignedTeamFirstResponseTimeInOfficeHours { get; set; }

    [JsonPropertyName("handling_time")]
    public long? HandlingTime { get; set; }

    [JsonPropertyName("adjusted_handling_time")]
    public long? AdjustedHandlingTime { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainConversationTeammates
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("teammates")]
    public IReadOnlyList<PlainReference>? Teammates { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
