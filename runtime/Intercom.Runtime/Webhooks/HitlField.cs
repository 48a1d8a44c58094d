using System.Text.Json;
using Intercom.Json;

namespace Intercom.Webhooks;

/// <summary>One value that a procedure asks a human for.</summary>
public sealed class HitlField
{
    internal HitlField(JsonElement attribute)
    {
        Identifier = attribute.Text("identifier") is { Length: > 0 } identifier
            ? identifier
            : throw new JsonException("An attribute to collect has no identifier.");
        Name = attribute.Text("name") ?? Identifier;
        Label = attribute.Text("label") ?? Name;
        DataType = attribute.Text("data_type") ?? "";
        Choices = attribute.TryGetProperty("options", out var options) && options.ValueKind == JsonValueKind.Array
            ? [.. options.EnumerateArray()
                .Where(static option => option.Text("id") is not null)
                .Select(static option => new HitlChoice(option.Text("id")!, option.Text("label") ?? option.Text("id")!))]
            : [];
    }

    /// <summary>Names the value in the answer.</summary>
    public string Identifier { get; }

    /// <summary>The attribute's name.</summary>
    public string Name { get; }

    /// <summary>The name to show.</summary>
    public string Label { get; }

    /// <summary>
    /// <c>string</c>, <c>integer</c>, <c>decimal</c>, <c>boolean</c>, <c>list</c> or <c>datetime</c>; new ones appear without notice.
    /// </summary>
    public string DataType { get; }

    /// <summary>What there is to choose from, for a <c>list</c>.</summary>
    public IReadOnlyList<HitlChoice> Choices { get; }

    /// <summary>The name, the type and the choices.</summary>
    public override string ToString() =>
        Choices.Count == 0
            ? $"{Name} ({DataType})"
            : $"{Name} (one of: {string.Join(", ", Choices.Select(static choice => choice.Label))})";

    internal bool IsCalled(string name, StringComparison comparison) =>
        string.Equals(Name, name, comparison) || string.Equals(Label, name, comparison);

    /// <summary>The value as it is sent.</summary>
    /// <exception cref="ArgumentException">The value is not of the field's type.</exception>
    internal JsonElement Fit(JsonElement value) => DataType switch
    {
        "string" when value.ValueKind == JsonValueKind.String => value,
        "integer" when value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _) => value,
        "decimal" when value.ValueKind == JsonValueKind.Number => value,
        "boolean" when value.ValueKind is JsonValueKind.True or JsonValueKind.False => value,
        "datetime" when value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out _) => value,
        "datetime" when value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _) => value,
        "list" when value.ValueKind == JsonValueKind.String => ((IntercomValue)Choose(value.Text()!).Id).Element,
        "string" or "integer" or "decimal" or "boolean" or "datetime" or "list" => throw Unfit(value),
        _ when value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined => throw Unfit(value),
        _ => value,
    };

    private HitlChoice Choose(string idOrLabel)
    {
        if (Choices.FirstOrDefault(choice => choice.Id == idOrLabel) is { } byId)
            return byId;
        var byLabel = Choices.Where(choice => string.Equals(choice.Label, idOrLabel, StringComparison.OrdinalIgnoreCase)).ToList();
        return byLabel.Count switch
        {
            1 => byLabel[0],
            0 => throw new ArgumentException(
                $"{Name} has no option \"{idOrLabel}\"{NearName.Hint(idOrLabel, Choices.Select(static choice => choice.Label))} "
                + $"It is one of: {string.Join(", ", Choices)}."),
            _ => throw new ArgumentException(
                $"{Name} has more than one option \"{idOrLabel}\"; set one by its id: {string.Join(", ", byLabel)}."),
        };
    }

    private ArgumentException Unfit(JsonElement value)
    {
        var expected = DataType switch
        {
            "string" => "a text",
            "integer" => "a whole number",
            "decimal" => "a number",
            "boolean" => "true or false",
            "datetime" => "a time: ISO 8601 or unix seconds",
            "list" => "the id or the label of an option",
            _ => "a value",
        };
        return new ArgumentException(
            $"{Name} takes {expected}, not {(value.ValueKind == JsonValueKind.Undefined ? "nothing" : value.GetRawText())}.");
    }
}

/// <summary>One option of a list.</summary>
/// <param name="Id">What is sent.</param>
/// <param name="Label">What is shown.</param>
public sealed record HitlChoice(string Id, string Label)
{
    /// <summary>The label and the id.</summary>
    public override string ToString() => $"{Label} ({Id})";
}
