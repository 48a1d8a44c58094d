namespace Intercom.Generator.Parsing;

internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string UrlEncoded = "application/x-www-form-urlencoded";

    private static readonly string[] Binary =
    [
        "octet-stream", "pdf", "zip", "gzip", "x-gzip", "x-tar", "x-7z-compressed", "protobuf", "x-protobuf", "wasm", "msword",
    ];

    public static bool IsJson(string mediaType)
    {
        var bare = Bare(mediaType);
        return bare.Equals(Json, StringComparison.OrdinalIgnoreCase) || bare.Equals("text/json", StringComparison.OrdinalIgnoreCase)
            || bare.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether its bytes are no text, whatever a schema calls them.</summary>
    public static bool IsBinary(string mediaType)
    {
        var parts = Bare(mediaType).ToLowerInvariant().Split('/');
        return parts[0] is "image" or "audio" or "video" or "font"
            || (parts[0] == "application" && parts.Length == 2 && Binary.Contains(parts[1]));
    }

    public static bool IsMultipart(string mediaType) => mediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);

    public static bool IsUrlEncoded(string mediaType) => Bare(mediaType).Equals(UrlEncoded, StringComparison.OrdinalIgnoreCase);

    public static bool IsEvents(string mediaType) => Bare(mediaType).Equals("text/event-stream", StringComparison.OrdinalIgnoreCase);

    public static bool IsText(string mediaType) => mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is text although its name does not begin so.</summary>
    public static bool IsStructuredText(string mediaType)
    {
        var bare = Bare(mediaType);
        return bare.EndsWith("+xml", StringComparison.OrdinalIgnoreCase) || bare.EndsWith("/xml", StringComparison.OrdinalIgnoreCase)
            || bare.EndsWith("yaml", StringComparison.OrdinalIgnoreCase) || bare.EndsWith("/graphql", StringComparison.OrdinalIgnoreCase);
    }

    public static bool IsAny(string mediaType) => mediaType.IndexOf('*') >= 0;

    /// <summary>Whether it can be sent as it is written: one type, without wildcards.</summary>
    public static bool CanBeSent(string mediaType)
    {
        var parts = Bare(mediaType).Split('/');
        return parts.Length == 2 && parts.All(static part => part.Length > 0 && part.All(IsInName))
            && mediaType.All(static c => c is >= ' ' and <= '~' and not ',')
            && mediaType.Split(';').Skip(1).All(IsParameter);
    }

    private static bool IsParameter(string parameter) =>
        parameter.Split('=') is { Length: 2 } pair && pair[0].Trim().All(IsInName) && IsValue(pair[1].Trim());

    private static bool IsValue(string value) => value.Length > 0
        && (value.All(IsInName)
            || (value.Length > 2 && value[0] == '"' && value[value.Length - 1] == '"' && value.IndexOf('"', 1) == value.Length - 1));

    private static bool IsInName(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')
        or '.' or '-' or '+' or '_' or '!' or '#' or '$' or '&' or '^';

    private static string Bare(string mediaType) => mediaType.Split(';')[0].Trim();
}
