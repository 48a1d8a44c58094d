using System.Text.Json;
using Intercom.Json;

namespace Intercom;

/// <summary>Reads every body that Intercom sends with an error, and any other body without complaint.</summary>
internal static class ErrorBody
{
    // No call has that many parameters; a body of millions of errors is no answer to one.
    private const int MostErrors = 1000;

    public static (IReadOnlyList<IntercomError> Errors, string? RequestId, bool IsErrorList) Read(byte[] body)
    {
        var errors = new List<IntercomError>();
        if (!TryParse(body, out var root) || root.ValueKind != JsonValueKind.Object)
            return (errors, null, false);
        var isList = Text(root, "type") is "error.list";
        if (root.TryGetProperty("errors", out var list))
        {
            if (list.ValueKind == JsonValueKind.Array)
                errors.AddRange(list.EnumerateArray().Take(MostErrors).Select(Error));
            else if (list.ValueKind == JsonValueKind.Object)
                errors.AddRange(list.EnumerateObject().Take(MostErrors)
                    .Select(static field => new IntercomError("", AsText(field.Value), field.Name)));
        }
        else if (Text(root, "error_key") is { } key)
        {
            errors.Add(new IntercomError(key, Text(root, "message"), null));
        }
        else if (Text(root, "message") is { } message)
        {
            errors.Add(new IntercomError(Text(root, "code") ?? "", message, null));
        }
        else if (root.TryGetProperty("error", out var error))
        {
            errors.Add(Error(error));
        }

        return (errors, Text(root, "request_id"), isList);
    }

    private static IntercomError Error(JsonElement error) => error.ValueKind == JsonValueKind.Object
        ? new IntercomError(Text(error, "code") ?? "", Text(error, "message"), Text(error, "field"))
        : new IntercomError("", AsText(error), null);

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value)
        && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
            ? AsText(value)
            : null;

    private static string AsText(JsonElement value) => value.Text() ?? value.GetRawText();

    private static bool TryParse(byte[] body, out JsonElement root)
    {
        root = default;
        if (body.Length == 0)
            return false;
        try
        {
            root = JsonDocuments.Parse(WellFormedText.Of(body));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
