using System.Text.Json;
using System.Text.Json.Serialization;

namespace Intercom.Benchmarks.Plain;

// The records of a contact, a conversation and a page of contacts as they would be written for System.Text.Json's source generator:
// the same properties, unix times as numbers, what the emitted records keep besides in extension data.

public sealed record PlainAddressableList
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("url")]
    public string? Url { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainContact
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("external_id")]
    public string? ExternalId { get; init; }

    [JsonPropertyName("workspace_id")]
    public string? WorkspaceId { get; init; }

    [JsonPropertyName("role")]
    public string? Role { get; init; }

    [JsonPropertyName("email")]
    public string? Email { get; init; }

    [JsonPropertyName("email_domain")]
    public string? EmailDomain { get; init; }

    [JsonPropertyName("phone")]
    public string? Phone { get; init; }

    [JsonPropertyName("formatted_phone")]
    public string? FormattedPhone { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("owner_id")]
    public string? OwnerId { get; init; }

    [JsonPropertyName("has_hard_bounced")]
    public bool? HasHardBounced { get; init; }

    [JsonPropertyName("marked_email_as_spam")]
    public bool? MarkedEmailAsSpam { get; init; }

    [JsonPropertyName("unsubscribed_from_emails")]
    public bool? UnsubscribedFromEmails { get; init; }

    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; init; }

    [JsonPropertyName("updated_at")]
    public long? UpdatedAt { get; init; }

    [JsonPropertyName("signed_up_at")]
    public long? SignedUpAt { get; init; }

    [JsonPropertyName("last_seen_at")]
    public long? LastSeenAt { get; init; }

    [JsonPropertyName("last_replied_at")]
    public long? LastRepliedAt { get; init; }

    [JsonPropertyName("last_contacted_at")]
    public long? LastContactedAt { get; init; }

    [JsonPropertyName("last_email_opened_at")]
    public long? LastEmailOpenedAt { get; init; }

    [JsonPropertyName("last_email_clicked_at")]
    public long? LastEmailClickedAt { get; init; }

    [JsonPropertyName("language_override")]
    public string? LanguageOverride { get; init; }

    [JsonPropertyName("browser")]
    public string? Browser { get; init; }

    [JsonPropertyName("browser_version")]
    public string? BrowserVersion { get; init; }

    [JsonPropertyName("browser_language")]
    public string? BrowserLanguage { get; init; }

    [JsonPropertyName("os")]
    public string? Os { get; init; }

    [JsonPropertyName("android_app_name")]
    public string? AndroidAppName { get; init; }

    [JsonPropertyName("android_app_version")]
    public string? AndroidAppVersion { get; init; }

    [JsonPropertyName("android_device")]
    public string? AndroidDevice { get; init; }

    [JsonPropertyName("android_os_version")]
    public string? AndroidOsVersion { get; init; }

    [JsonPropertyName("android_sdk_version")]
    public string? AndroidSdkVersion { get; init; }

    [JsonPropertyName("android_last_seen_at")]
    public long? AndroidLastSeenAt { get; init; }

    [JsonPropertyName("ios_app_name")]
    public string? IosAppName { get; init; }

    [JsonPropertyName("ios_app_version")]
    public string? IosAppVersion { get; init; }

    [JsonPropertyName("ios_device")]
    public string? IosDevice { get; init; }

    [JsonPropertyName("ios_os_version")]
    public string? IosOsVersion { get; init; }

    [JsonPropertyName("ios_sdk_version")]
    public string? IosSdkVersion { get; init; }

    [JsonPropertyName("ios_last_seen_at")]
    public long? IosLastSeenAt { get; init; }

    [JsonPropertyName("custom_attributes")]
    public Dictionary<string, JsonElement>? CustomAttributes { get; init; }

    [JsonPropertyName("avatar")]
    public PlainContactAvatar? Avatar { get; init; }

    [JsonPropertyName("tags")]
    public PlainContactTags? Tags { get; init; }

    [JsonPropertyName("notes")]
    public PlainContactNotes? Notes { get; init; }

    [JsonPropertyName("companies")]
    public PlainContactCompanies? Companies { get; init; }

    [JsonPropertyName("location")]
    public PlainContactLocation? Location { get; init; }

    [JsonPropertyName("social_profiles")]
    public PlainContactSocialProfiles? SocialProfiles { get; init; }

    [JsonPropertyName("merge_history")]
    public IReadOnlyList<PlainMergeHistoryItem>? MergeHistory { get; init; }

    [JsonPropertyName("enabled_push_messaging")]
    public bool? EnabledPushMessaging { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainContactAvatar
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("image_url")]
    public string? ImageUrl { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainContactCompanies
{
    [JsonPropertyName("data")]
    public IReadOnlyList<PlainCompanyData>? Data { get; init; }

    [JsonPropertyName("url")]
    public string? Url { get; init; }

    [JsonPropertyName("total_count")]
    public long? TotalCount { get; init; }

    [JsonPropertyName("has_more")]
    public bool? HasMore { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainContactList
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("data")]
    public IReadOnlyList<PlainContact>? Data { get; init; }

    [JsonPropertyName("total_count")]
    public long? TotalCount { get; init; }

    [JsonPropertyName("pages")]
    public PlainCursorPages? Pages { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainContactLocation
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("country")]
    public string? Country { get; init; }

    [JsonPropertyName("region")]
    public string? Region { get; init; }

    [JsonPropertyName("city")]
    public string? City { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainContactNotes
{
    [JsonPropertyName("data")]
    public IReadOnlyList<PlainAddressableList>? Data { get; init; }

    [JsonPropertyName("url")]
    public string? Url { get; init; }

    [JsonPropertyName("total_count")]
    public long? TotalCount { get; init; }

    [JsonPropertyName("has_more")]
    public bool? HasMore { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainContactReference
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("external_id")]
    public string? ExternalId { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainContactSocialProfiles
{
    [JsonPropertyName("data")]
    public IReadOnlyList<PlainSocialProfile>? Data { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainContactTags
{
    [JsonPropertyName("data")]
    public IReadOnlyList<PlainAddressableList>? Data { get; init; }

    [JsonPropertyName("url")]
    public string? Url { get; init; }

    [JsonPropertyName("total_count")]
    public long? TotalCount { get; init; }

    [JsonPropertyName("has_more")]
    public bool? HasMore { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainConversationContacts
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("contacts")]
    public IReadOnlyList<PlainContactReference>? Contacts { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}

public sealed record PlainConversationFirstContactReply
{
    [JsonPropertyName("created_at")]
    public long? CreatedAt { get; init; }

    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("url")]
    public string? Url { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalProperties { get; init; }
}
