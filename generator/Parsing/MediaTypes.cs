namespace Intercom.Generator.Parsing;

internal static class MediaTypes
{
    public static bool IsJson(string mediaType) => mediaType.StartsWith("application/json", StringComparison.OrdinalIgnoreCase)
        || mediaType.Split(';')[0].TrimEnd().EndsWith("+json", StringComparison.OrdinalIgnoreCase);

    public static bool IsText(string mediaType) => mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase);
}
