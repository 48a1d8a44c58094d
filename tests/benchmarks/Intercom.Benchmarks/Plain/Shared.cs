using System.Text.Json;
using System.Text.Json.Serialization;

namespace Intercom.Benchmarks.Plain;

// The records of a contact, a conversation and a page of contacts as they would be written for System.Text.Json's source generator:
// the same properties, unix times as numbers, what the emitted records keep besides in extension data.

public sealed record PlainAdmin
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("email")]
    public string? Email { get; init; }

    [JsonPropertyName("job_title")]
    public string? JobTitle { get; init; }

    [JsonPropertyName("away_mode_enabled")]
    public bool? AwayModeEnabled { get; init; }

    [JsonPropertyName("away_mode_reassign")]
    public bool? AwayModeReassign { get; init; }

    [JsonPropertyName("away_status_reason_id")]
    public long? AwayStatusReasonId { get; init; }

    [JsonPropertyName("has_inbox_seat")]
    public bool? HasInboxSeat { get; init; }

    [JsonPropertyName("team_ids")]
    public IReadOnlyList<long>? TeamIds { get; init; }

    [JsonPropertyName("avatar")]
    public string? Avatar { get; init; }

    [JsonPropertyName("team_priority_level")]
    public PlainTeamPriorityLevel? TeamPriorityLevel { get; init; }

    [JsonPropertyName("role")]
    public PlainAdminRole? Role { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainAdminRole
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

public sealed record PlainAiAgent
{
    [JsonPropertyName("source_type")]
    public string? SourceType { get; init; }

    [JsonPropertyName("source_title")]
    public string? SourceTitle { get; init; }

    [JsonPropertyName("last_answer_type")]
    public string? LastAnswerType { get; init; }

    [JsonPropertyName("resolution_state")]
    public string? ResolutionState { get; init; }

    [JsonPropertyName("rating")]
    public long? Rating { get; init; }

    [JsonPropertyName("rating_remark")]
    public string? RatingRemark { get; init; }

    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; init; }

    [JsonPropertyName("updated_at")]
    public long? UpdatedAt { get; init; }

    [JsonPropertyName("content_sources")]
    public PlainContentSourcesList? ContentSources { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainAiSubtopic
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("id")]
    public long? Id { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainAiTopic
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("topic_name")]
    public string? TopicName { get; init; }

    [JsonPropertyName("subtopics")]
    public IReadOnlyList<PlainAiSubtopic>? Subtopics { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainAiTopics
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("topics")]
    public IReadOnlyList<PlainAiTopic>? Topics { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainCompany
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("app_id")]
    public string? AppId { get; init; }

    [JsonPropertyName("plan")]
    public PlainCompanyPlan? Plan { get; init; }

    [JsonPropertyName("company_id")]
    public string? CompanyId { get; init; }

    [JsonPropertyName("remote_created_at")]
    public long? RemoteCreatedAt { get; init; }

    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; init; }

    [JsonPropertyName("updated_at")]
    public long? UpdatedAt { get; init; }

    [JsonPropertyName("last_request_at")]
    public long? LastRequestAt { get; init; }

    [JsonPropertyName("size")]
    public long? Size { get; init; }

    [JsonPropertyName("website")]
    public string? Website { get; init; }

    [JsonPropertyName("industry")]
    public string? Industry { get; init; }

    [JsonPropertyName("monthly_spend")]
    public long? MonthlySpend { get; init; }

    [JsonPropertyName("session_count")]
    public long? SessionCount { get; init; }

    [JsonPropertyName("user_count")]
    public long? UserCount { get; init; }

    [JsonPropertyName("custom_attributes")]
    public Dictionary<string, JsonElement>? CustomAttributes { get; init; }

    [JsonPropertyName("tags")]
    public PlainCompanyTags? Tags { get; init; }

    [JsonPropertyName("segments")]
    public PlainCompanySegments? Segments { get; init; }

    [JsonPropertyName("notes")]
    public PlainCompanyNotes? Notes { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainCompanyData
{
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("url")]
    public string? Url { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainCompanyNote
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; init; }

    [JsonPropertyName("company")]
    public PlainCompanyNoteCompany? Company { get; init; }

    [JsonPropertyName("author")]
    public PlainAdmin? Author { get; init; }

    [JsonPropertyName("body")]
    public string? Body { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainCompanyNoteCompany
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainCompanyNotes
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("notes")]
    public IReadOnlyList<PlainCompanyNote>? Notes { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainCompanyPlan
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

public sealed record PlainCompanySegments
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("segments")]
    public IReadOnlyList<PlainSegment>? Segments { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainCompanyTags
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("tags")]
    public IReadOnlyList<PlainTagBasic>? Tags { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainContentSource
{
    [JsonPropertyName("content_type")]
    public string? ContentType { get; init; }

    [JsonPropertyName("url")]
    public string? Url { get; init; }

    [JsonPropertyName("title")]
    public string? Title { get; init; }

    [JsonPropertyName("locale")]
    public string? Locale { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainContentSourcesList
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("total_count")]
    public long? TotalCount { get; init; }

    [JsonPropertyName("content_sources")]
    public IReadOnlyList<PlainContentSource>? ContentSources { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainCursorPages
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("page")]
    public long? Page { get; init; }

    [JsonPropertyName("next")]
    public PlainStartingAfterPaging? Next { get; init; }

    [JsonPropertyName("per_page")]
    public long? PerPage { get; init; }

    [JsonPropertyName("total_pages")]
    public long? TotalPages { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}
