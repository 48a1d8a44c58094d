namespace Intercom.Generator.Naming;

/// <summary>The names that no emitted type may have.</summary>
internal static class ReservedNames
{
    /// <summary>The members that every object has.</summary>
    public static readonly string[] OfObject =
        ["Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize"];

    /// <summary>The members that a record makes for itself, and the one that it may not have.</summary>
    public static readonly string[] OfRecord = [.. OfObject, "Clone", "Deconstruct", "EqualityContract", "PrintMembers"];

    // A type called so would hide what emitted code names, or what a consumer's file has in scope without asking.
    public static readonly string[] Types =
    [
        // The platform: what is in scope, and what emitted code names beside it.
        .. PlatformNames.InScope,
        "AttributeUsage", "DebuggerBrowsable", "DebuggerBrowsableAttribute", "DebuggerBrowsableState", "DebuggerDisplay",
        "DebuggerDisplayAttribute", "Dictionary", "Func", "IAsyncEnumerable", "IEnumerable", "IEquatable", "IReadOnlyDictionary",
        "IReadOnlyList", "JsonConverter", "JsonConverterAttribute", "Lazy", "List", "NotNullWhen", "NotNullWhenAttribute", "Obsolete",
        "Progress", "ReadOnlyMemory", "SetsRequiredMembers", "SetsRequiredMembersAttribute", "SseItem", "StringBuilder", "System",
        "Union", "UnionAttribute",

        // The runtime.
        "ApiRequest", "ApiSince", "ApiSinceAttribute", "Drift", "DriftLog", "AppCall", "BooleanField", "FinSkipReason",
        "FinSkippedEvent", "FinStream", "FinStreamEvent", "FinStreamException", "FinStreamFailure", "FinStreamOptions",
        "FinWebhookEvent", "HitlChoice", "HitlField", "HitlOutcome", "HitlReply", "IFormRequest", "IIntercomClient", "IJson",
        "IJsonCodec", "INamedJson", "IOpenEnum", "IWebhookDeduplicator", "Intercom", "IntercomApiException",
        "IntercomBadRequestException", "IntercomCallSummary", "IntercomClientOptions", "IntercomConflictException", "IntercomConnection",
        "IntercomConnectionException", "IntercomContent", "IntercomCredential", "IntercomCredentialException", "IntercomDownload",
        "IntercomError", "IntercomException", "IntercomFile", "IntercomForbiddenException", "IntercomForm", "IntercomIdentity",
        "IntercomJob", "IntercomJobFailedException", "IntercomJobs", "IntercomJson", "IntercomNotFoundException", "IntercomOAuth",
        "IntercomOAuthToken", "IntercomObserver", "IntercomPage", "IntercomPagingException", "IntercomRateLimitException",
        "IntercomRegion", "IntercomRegions", "IntercomResponse", "IntercomResponseTooLargeException", "IntercomRetry",
        "IntercomServerException", "IntercomTelemetry", "IntercomTimeoutException", "IntercomUnauthorizedException",
        "IntercomUnreadableResponseException", "IntercomValue", "JsonAny", "JsonAnyObject", "JsonAnyTime", "JsonBoolean", "JsonBytes",
        "JsonCoverage", "JsonCursor", "JsonDate", "JsonDecimal", "JsonDeviation", "JsonDeviationKind", "JsonFile", "JsonIdentifier",
        "JsonInteger", "JsonIsoTime", "JsonItem", "JsonListOf", "JsonMapOf", "JsonModel", "JsonModelConverter", "JsonNames",
        "JsonNumber", "JsonOrNull", "JsonOutput", "JsonProperties", "JsonRecord", "JsonRequest", "JsonShape", "JsonText",
        "JsonUnixTime", "JsonValueOrNull", "NumberField", "NumberRangeField", "PagePlace", "Paged", "ParameterStyle", "PathValue",
        "RateLimitState", "RequestOptions", "SearchField", "SearchQuery", "SearchValue", "TagField", "TextField", "TimeField",
        "TimeRangeField",
        "UnixTime", "WebhookBody", "WebhookNotification", "WebhookSecret", "WebhookSignature", "WebhookSignatureCheck", "WebhookTopic",
        "WebhookWindow",

        // Namespaces beside the emitted ones, which a name means before it means a type.
        "AspNetCore", "Json", "Models", "Testing", "Webhooks",

        // What is emitted beside the document's types.
        "WebhookTopics",

        // Members that emitted types have: a type cannot hold a member of its own name.
        "AdditionalProperties", "Assigned", "Equals", "GetHashCode", "GetType", "Known", "Names", "PrintMembers", "Same",
        "ToForm", "ToString", "TryGetValue", "Value", "Visit",
    ];
}
