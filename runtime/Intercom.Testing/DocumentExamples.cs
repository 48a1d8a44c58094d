using System.Globalization;
using System.Text.Json;

namespace Intercom.Testing;

/// <summary>The examples of successful JSON responses in an OpenAPI document.</summary>
internal static class DocumentExamples
{
    private static readonly string[] Verbs = ["get", "put", "post", "delete", "patch"];

    public static List<(string Operation, FakeAnswer Answer)> Read(string document)
    {
        using var parsed = JsonDocument.Parse(document);
        var found = new List<(string, FakeAnswer)>();
        if (!parsed.RootElement.TryGetProperty("paths", out var paths))
            return found;
        foreach (var path in paths.EnumerateObject())
            foreach (var verb in path.Value.EnumerateObject().Where(static member => Verbs.Contains(member.Name)))
                if (Answer(verb.Value) is { } answer)
                    found.Add(($"{verb.Name.ToUpperInvariant()} {path.Name}", answer));
        return found;
    }

    private static FakeAnswer? Answer(JsonElement operation)
    {
        if (!operation.TryGetProperty("responses", out var responses))
            return null;
        foreach (var response in responses.EnumerateObject().Where(static response => response.Name is ['2', _, _]).OrderBy(static response => response.Name, StringComparer.Ordinal))
            if (int.TryParse(response.Name, CultureInfo.InvariantCulture, out var status) && Example(response.Value) is { } json)
                return FakeAnswer.Json(json, status);
        return null;
    }

    private static string? Example(JsonElement response)
    {
        if (!response.TryGetProperty("content", out var content) || !content.TryGetProperty("application/json", out var media))
            return null;
        if (media.TryGetProperty("example", out var example))
            return example.GetRawText();
        return media.TryGetProperty("examples", out var examples) && examples.EnumerateObject().FirstOrDefault() is { Value.ValueKind: JsonValueKind.Object } first
            && first.Value.TryGetProperty("value", out var value) ? value.GetRawText() : null;
    }
}
