using System.Text.Json;
using System.Text.Json.Serialization;

namespace Intercom.Benchmarks.Plain;

// The records of a contact, a conversation and a page of contacts as they would be written for System.Text.Json's source generator:
// the same properties, unix times as numbers, what the emitted records keep besides in extension data.

public sealed record PlainAdmin
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("email")]
    public string? Email { get; set; }

    [JsonPropertyName("job_title")]
    public string? JobTitle { get; set; }

    [JsonPropertyName("away_mode_enabled")]
    public bool? AwayModeEnabled { get; set; }

    [JsonPropertyName("away_mode_reassign")]
    public bool? AwayModeReassign { get; set; }

    [JsonPropertyName("away_status_reason_id")]
    public long? AwayStatusReasonId { get; set; }

    [JsonPropertyName("has_inbox_seat")]
    public bool? HasInboxSeat { get; set; }

    [JsonPropertyName("team_ids")]
    public IReadOnlyList<long>? TeamIds { get; set; }

    [JsonPropertyName("avatar")]
    public string? Avatar { get; set; }

    [JsonPropertyName("team_priority_level")]
    public PlainTeamPriorityLevel? TeamPriorityLevel { get; set; }

    [JsonPropertyName("role")]
    public PlainAdminRole? Role { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainAdminRole
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

public sealed record PlainAiAgent
{
    [JsonPropertyName("source_type")]
    public string? SourceType { get; set; }

    [JsonPropertyName("source_title")]
    public string? SourceTitle { get; set; }

    [JsonPropertyName("last_answer_type")]
    public string? LastAnswerType { get; set; }

    [JsonPropertyName("resolution_state")]
    public string? ResolutionState { get; set; }

    [JsonPropertyName("rating")]
    public long? Rating { get; set; }

    [JsonPropertyName("rating_remark")]
    public string? RatingRemark { get; set; }

    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; set; }

    [JsonPropertyName("updated_at")]
    public long? UpdatedAt { get; set; }

    [JsonPropertyName("content_sources")]
    public PlainContentSourcesList? ContentSources { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainAiSubtopic
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("id")]
    public long? Id { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainAiTopic
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("topic_name")]
    public string? TopicName { get; set; }

    [JsonPropertyName("subtopics")]
    public IReadOnlyList<PlainAiSubtopic>? Subtopics { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainAiTopics
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("topics")]
    public IReadOnlyList<PlainAiTopic>? Topics { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainCompany
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("app_id")]
    public string? AppId { get; set; }

    [JsonPropertyName("plan")]
    public PlainCompanyPlan? Plan { get; set; }

    [JsonPropertyName("company_id")]
    public string? CompanyId { get; set; }

    [JsonPropertyName("remote_created_at")]
    public long? RemoteCreatedAt { get; set; }

    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; set; }

    [JsonPropertyName("updated_at")]
    public long? UpdatedAt { get; set; }

    [JsonPropertyName("last_request_at")]
    public long? LastRequestAt { get; set; }

    [JsonPropertyName("size")]
    public long? Size { get; set; }

    [JsonPropertyName("website")]
    public string? Website { get; set; }

    [JsonPropertyName("industry")]
    public string? Industry { get; set; }

    [JsonPropertyName("monthly_spend")]
    public long? MonthlySpend { get; set; }

    [JsonPropertyName("session_count")]
    public long? SessionCount { get; set; }

    [JsonPropertyName("user_count")]
    public long? UserCount { get; set; }

    [JsonPropertyName("custom_attributes")]
    public Dictionary<string, JsonElement>? CustomAttributes { get; set; }

    [JsonPropertyName("tags")]
    public PlainCompanyTags? Tags { get; set; }

    [JsonPropertyName("segments")]
    public PlainCompanySegments? Segments { get; set; }

    [JsonPropertyName("notes")]
    public PlainCompanyNotes? Notes { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainCompanyData
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("url")]
    public string? Url { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainCompanyNote
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; set; }

    [JsonPropertyName("company")]
    public PlainCompanyNoteCompany? Company { get; set; }

    [JsonPropertyName("author")]
    public PlainAdmin? Author { get; set; }

    [JsonPropertyName("body")]
    public string? Body { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainCompanyNoteCompany
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainCompanyNotes
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("notes")]
    public IReadOnlyList<PlainCompanyNote>? Notes { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainCompanyPlan
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

public sealed record PlainCompanySegments
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("segments")]
    public IReadOnlyList<PlainSegment>? Segments { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainCompanyTags
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("tags")]
    public IReadOnlyList<PlainTagBasic>? Tags { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainContentSource
{
    [JsonPropertyName("content_type")]
    public string? ContentType { get; set; }

    [JsonPropertyName("url")]
    public string? Url { get; set; }

    [JsonPropertyName("title")]
    public string? Title { get; set; }

    [JsonPropertyName("locale")]
    public string? Locale { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainContentSourcesList
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("total_count")]
    public long? TotalCount { get; set; }

    [JsonPropertyName("content_sources")]
    public IReadOnlyList<PlainContentSource>? ContentSources { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

public sealed record PlainCursorPages
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("page")]
    public long? Page { get; set; }

    [JsonPropertyName("next")]
    public PlainStartingAfterPaging? Next { get; set; }

    [JsonPropertyName("per_page")]
    public long? PerPage { get; set; }

    [JsonPropertyName("total_pages")]
    public long? TotalPages { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
