using System.Globalization;
using System.Text;
using Intercom.Json;

namespace Intercom;

/// <summary>Writes what was seen as actions of an OpenAPI Overlay.</summary>
internal static class DriftOverlay
{
    private const string Start = """
        overlay: 1.0.0
        info: { title: What the server sends and the document does not say, version: 1.0.0 }
        actions:

        """;

    public static string Of(IReadOnlyList<Drift> drifts)
    {
        var text = new StringBuilder(Start.ReplaceLineEndings("\n"));
        foreach (var place in drifts.GroupBy(static drift => (drift.Operation, drift.Path)))
            Append(text, place.Key.Operation, DriftPath.Of(place.Key.Path).Steps, [.. place]);
        return drifts.Count == 0 ? $"{text.ToString().TrimEnd()} []\n" : text.ToString();
    }

    private static void Append(StringBuilder text, string operation, IReadOnlyList<string?> steps, IReadOnlyList<Drift> drifts)
    {
        var seen = string.Join(", ", drifts.Select(Seen));
        var isProperty = steps.Count > 0 && steps[^1] is { } last && last != DriftPath.Item && !steps.Contains(null);
        // That something was left out contradicts no document.
        var isSaid = drifts.Any(static drift => drift.Kind is JsonDeviationKind.UnknownType or JsonDeviationKind.MissingProperty);
        if (!isProperty || isSaid || Root(operation) is not { } root)
        {
            text.Append("  # ").Append(operation.ReplaceLineEndings(" ")).Append(' ').Append(drifts[0].Path);
            text.Append(": ").Append(seen).Append('\n');
            return;
        }

        var within = steps.SkipLast(1).Select(static step => step == DriftPath.Item ? ".items" : $".properties.{step}");
        var owner = root + string.Concat(within);
        // What is declared may be a reference or a choice, into which nothing can be merged: it goes before the new one comes.
        if (drifts.Any(static drift => drift.Kind == JsonDeviationKind.Value))
            Action(text, $"{owner}.properties.{steps[^1]}", $"It came as {seen}.", "remove: true");
        Action(text, $"{owner}.properties", $"It came as {seen}.", $"update: {{ {steps[^1]}: {Schema(drifts)} }}");
    }

    private static string Seen(Drift drift)
    {
        var often = drift.Count == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{drift.Count} times");
        var isDeclared = drift.Kind is JsonDeviationKind.Value or JsonDeviationKind.UnknownType;
        return $"{drift.Found} {often}{(isDeclared ? $" where it is declared as {drift.Expected}" : "")}";
    }

    private static void Action(StringBuilder text, string target, string description, string change) =>
        text.Append("  - target: ").Append(target)
            .Append("\n    description: ").Append(description)
            .Append("\n    ").Append(change).Append('\n');

    // An answer with 200 of an operation, the item of a topic's notification, or an event of Fin, which comes bare.
    private static string? Root(string operation)
    {
        const string content = "content['application/json'].schema";
        if (operation.Length == 0 || operation.IndexOfAny(['\'', '\n', '\r']) >= 0)
            return null;
        if (operation.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space)
            return $"$.paths['{operation[(space + 1)..]}'].{operation[..space].ToLowerInvariant()}.responses['200'].{content}";
        var body = $"$.webhooks['{operation}'].post.requestBody.{content}";
        return operation.Contains('.', StringComparison.Ordinal) || operation == "ping" ? $"{body}.properties.data.properties.item" : body;
    }

    private static string Schema(IReadOnlyList<Drift> drifts)
    {
        var kinds = drifts.Select(Kind).Distinct().ToList();
        return kinds.Count == 1 ? kinds[0] : $"{{ oneOf: [ {string.Join(", ", kinds)} ] }}";
    }

    private static string Kind(Drift drift) => drift switch
    {
        { Expected: "unix time" or "ISO 8601 time", Found: "string" or "number" } =>
            "{ oneOf: [ { type: integer, format: date-time }, { type: string, format: date-time } ] }",
        { Found: "string" or "number" or "integer" or "boolean" } => $"{{ type: {drift.Found} }}",
        { Found: "array" } => "{ type: array, items: {} }",
        { Found: "object" } => "{ type: object, additionalProperties: {} }",
        _ => "{ nullable: true }",
    };
}
