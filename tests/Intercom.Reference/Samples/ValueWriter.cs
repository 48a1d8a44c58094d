using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Intercom.Generator.Model;

namespace Intercom.Reference.Samples;

/// <summary>Writes JSON as the C# that makes it, in the types of the client.</summary>
internal sealed class ValueWriter(IEnumerable<ApiType> types)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly Dictionary<string, ApiType> _types = types.ToDictionary(static type => type.Name, StringComparer.Ordinal);

    /// <summary>The type of a name; null where the client does not emit it.</summary>
    public ApiType? Find(string name) => _types.GetValueOrDefault(name);

    /// <summary>Writes a value.</summary>
    /// <param name="type">The type that is assigned to.</param>
    /// <param name="owner">The object that holds the value, which may tell what it is.</param>
    public string Write(TypeName type, JsonNode? value, JsonObject? owner = null) => value is null ? "null" : type.Name switch
    {
        "string" => Text(value),
        "long" or "double" or "bool" => Raw(value),
        "decimal" => Raw(value) + "m",
        "DateTimeOffset" => Time(value),
        "DateOnly" => Date(value),
        "ReadOnlyMemory" => $"Convert.FromBase64String({Text(value)})",
        "IntercomFile" => File(value),
        "IReadOnlyList" or "IEnumerable" => Block.List([.. ((JsonArray)value).Select(item => Write(type.Arguments[0], item))]),
        "[]" => Block.Braces($"new {type.Arguments[0]}[]", [.. ((JsonArray)value).Select(item => Write(type.Arguments[0], item))]),
        "IReadOnlyDictionary" => Block.Braces(
            $"new Dictionary<{type.Arguments[0]}, {type.Arguments[1]}>",
            [.. ((JsonObject)value).Select(pair => $"[{Quoted(pair.Key)}] = {Write(type.Arguments[1], pair.Value)}")]),
        "JsonProperties" => Block.Braces("new()", [.. ((JsonObject)value).Select(static pair => $"[{Quoted(pair.Key)}] = {Any(pair.Value)}")]),
        "IntercomValue" => Any(value),
        "JsonElement" => Element(value),
        var name => Find(name) switch
        {
            RecordType record => Record(record, (JsonObject)value),
            EnumType @enum => Enum(@enum, Raw(value)),
            UnionType union => Union(union, value, owner),
            _ => throw new InvalidOperationException($"Nothing is known of how {name} is written."),
        },
    };

    private string Record(RecordType record, JsonObject value)
    {
        var assigned = new List<string>();
        var rest = new List<string>();
        foreach (var (name, one) in value)
            if (record.Properties.FirstOrDefault(property => property.WireName == name) is not { } property)
                rest.Add($"[{Quoted(name)}] = {Any(one)}");
            else if (property.Constant is null)
                assigned.Add($"{property.Name} = {Write(property.Type, one, value)}");
        if (rest.Count > 0)
            assigned.Add("AdditionalProperties = " + Block.Braces("new()", rest));
        return assigned.Count == 0 ? $"new {record.Name}()" : Block.Braces($"new {record.Name}", assigned);
    }

    private static string Enum(EnumType type, string value) =>
        type.Values.FirstOrDefault(known => known.Value == value) is { } known ? $"{type.Name}.{known.Name}" : Quoted(value);

    private string Union(UnionType union, JsonNode value, JsonObject? owner)
    {
        var told = union.Discriminator is { } name ? (string?)(union.IsSibling ? owner : value as JsonObject)?[name] : null;
        var @case = union.Cases.FirstOrDefault(one => told is not null && one.Values.Contains(told))
            ?? union.Cases.Where(one => Fits(one.Shape, value)).OrderByDescending(one => Known(one.Shape.Type, value)).FirstOrDefault();
        return @case is null ? $"new {union.Name}({Element(value)})" : Write(@case.Shape.Assigned, value, owner);
    }

    private static bool Fits(ValueShape shape, JsonNode value) => (value.GetValueKind(), shape.Recognition) switch
    {
        (JsonValueKind.Object, Recognition.Object) => true,
        (JsonValueKind.String, Recognition.String) => true,
        (JsonValueKind.Number, Recognition.Integer) => value.AsValue().TryGetValue<long>(out _),
        (JsonValueKind.Number, Recognition.Number) => true,
        (JsonValueKind.True or JsonValueKind.False, Recognition.Boolean) => true,
        (JsonValueKind.Array, Recognition.Array) => true,
        (JsonValueKind.Array, Recognition.ArrayOfStrings) => Holds(value, JsonValueKind.String),
        (JsonValueKind.Array, Recognition.ArrayOfNumbers) => Holds(value, JsonValueKind.Number),
        (JsonValueKind.Array, Recognition.ArrayOfObjects) => Holds(value, JsonValueKind.Object),
        (JsonValueKind.String, Recognition.Codec) => shape.Type.Name == "DateTimeOffset" && DateTimeOffset.TryParse(Raw(value), out _),
        _ => false,
    };

    private static bool Holds(JsonNode list, JsonValueKind kind) => list.AsArray().All(item => item?.GetValueKind() == kind);

    // Of several objects, the one is meant that knows most of what is there.
    private int Known(TypeName type, JsonNode value)
    {
        var item = value is JsonArray list ? list.FirstOrDefault() : value;
        return Find(value is JsonArray ? type.Arguments[0].Name : type.Name) is RecordType record && item is JsonObject properties
            ? record.Properties.Count(property => properties.ContainsKey(property.WireName))
                - record.Properties.Count(property => property.IsRequired && !properties.ContainsKey(property.WireName))
            : 0;
    }

    private static string Any(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "(string?)null",
        JsonValueKind.String => Quoted(Raw(value)),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.ToJsonString(),
        JsonValueKind.Array when Holds(value, JsonValueKind.String) && value.AsArray().Count > 0 =>
            Block.Braces("new[]", [.. value.AsArray().Select(static item => Quoted(Raw(item!)))]),
        _ => Element(value),
    };

    private static string Element(JsonNode? value) =>
        $"JsonSerializer.Deserialize<JsonElement>(\"\"\"\n{Block.Indent(value?.ToJsonString(Indented) ?? "null")}\n    \"\"\")";

    // An example shows a file as a command line names it.
    private static string File(JsonNode value)
    {
        var name = Quoted(Raw(value).TrimStart('@'));
        return $"new IntercomFile({name}, File.OpenRead({name}))";
    }

    private static string Time(JsonNode value)
    {
        var time = value.GetValueKind() == JsonValueKind.Number
            ? DateTimeOffset.FromUnixTimeSeconds((long)value)
            : DateTimeOffset.Parse(Raw(value), CultureInfo.InvariantCulture).ToUniversalTime();
        return time.ToString("'new DateTimeOffset('yyyy, M, d, H, m, s', TimeSpan.Zero)'", CultureInfo.InvariantCulture);
    }

    private static string Date(JsonNode value) => DateOnly.Parse(Raw(value), CultureInfo.InvariantCulture)
        .ToString("'new DateOnly('yyyy, M, d')'", CultureInfo.InvariantCulture);

    private static string Text(JsonNode value) => Quoted(Raw(value));

    private static string Raw(JsonNode value) => value.GetValueKind() == JsonValueKind.String ? (string)value! : value.ToJsonString();

    /// <summary>A text as a literal, raw where it has quotation marks inside.</summary>
    public static string Quoted(string text) => IsRaw(text)
        ? $"\"\"\"{text}\"\"\""
        : $"\"{Escaped(text)}\"";

    private static bool IsRaw(string text) =>
        text.Trim('"') == text && text.Contains('"') && !text.Contains('\n') && !text.Contains("\"\"\"", StringComparison.Ordinal);

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}
