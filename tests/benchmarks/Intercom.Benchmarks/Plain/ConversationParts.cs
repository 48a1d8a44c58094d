using System.Text.Json;
using System.Text.Json.Serialization;

namespace Intercom.Benchmarks.Plain;

// The records of a contact, a conversation and a page of contacts as they would be written for System.Text.Json's source generator:
// the same properties, unix times as numbers, what the emitted records keep besides in extension data.

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
