using System.Text.Json.Nodes;

namespace Intercom.Generator.Spec.Reading;

/// <summary>Reads a tree as OpenAPI: what stands where it belongs becomes JSON, references are followed, and everything else is said at
/// its line.</summary>
internal sealed partial class ShapeReader(SpecMap root, List<SpecProblem> problems, CancellationToken cancellation)
{
    private static readonly string[] Declaring = ["properties", "$ref", "allOf", "oneOf", "anyOf", "type"];

    private readonly ReadingProblems _problems = new(problems);
    private readonly SpecReferences _references = new(root);
    private readonly SpecGrowth _growth = new();

    /// <summary>Reads the document.</summary>
    public JsonObject Read()
    {
        var place = new ReadingPlace(null, "", root.Position, 0, "");
        var json = (JsonObject)Object(root, OpenApiShapes.Document, place)!;
        AddBorrowed(json);
        return json;
    }

    /// <summary>Reads a value.</summary>
    /// <returns>The value; null where there is none, or none that can stand here.</returns>
    private JsonNode? Read(SpecNode node, Shape shape, ReadingPlace place)
    {
        cancellation.ThrowIfCancellationRequested();
        if (place.Depth > SpecLimits.Depth)
            throw SpecGrowth.TooDeep(place.Position);
        switch (shape.Kind)
        {
            case ShapeKind.Schema:
                return Schema(node, place);
            case ShapeKind.Data:
                return ScalarJson.Data(node, _problems);
            case ShapeKind.Silent:
                return null;
            case ShapeKind.LeftOutSchema when node is not SpecMap map || !Array.Exists(Declaring, key => map[key] is not null):
                return null;
            case ShapeKind.LeftOut or ShapeKind.LeftOutSchema:
                _problems.LeftOut(place.Position, $"'{place.Name}' of {place.Owner}", shape.Name);
                return null;
        }

        // A key without a value says nothing, and nothing is lost.
        if (node is SpecScalar { IsNull: true })
            return null;
        return shape.Kind switch
        {
            ShapeKind.Text when node is SpecScalar scalar => ScalarJson.Text(scalar, _problems),
            ShapeKind.Name when node is SpecScalar scalar && !string.IsNullOrWhiteSpace(scalar.Text) => ScalarJson.Text(scalar, _problems),
            ShapeKind.Word when node is SpecScalar scalar => Word(scalar, shape, place),
            ShapeKind.Reference when node is SpecScalar scalar => Mapped(scalar, place),
            ShapeKind.Flag when node is SpecScalar scalar => Flag(scalar, place),
            ShapeKind.Type => Type(node, place),
            ShapeKind.List when node is SpecList list => List(list, shape.Item!, place),
            ShapeKind.Map when node is SpecMap map => Map(map, shape, place),
            ShapeKind.Object when node is SpecMap map => Referable(map, shape, place),
            _ => Unfit(node, shape, place),
        };
    }

    private JsonNode? Unfit(SpecNode node, Shape shape, ReadingPlace place)
    {
        _problems.Slip(place.Position, $"'{place.Name}' of {place.Owner} is {shape.Name}, and here it is {Kind(node)}");
        return null;
    }

    private JsonValue? Flag(SpecScalar scalar, ReadingPlace place)
    {
        if (bool.TryParse(scalar.Text, out var value))
            return JsonValue.Create(value);
        _problems.Slip(place.Position,
            $"'{place.Name}' of {place.Owner} is true or false, and here it is '{ReadingPlace.Shortened(scalar.Text)}'");
        return null;
    }

    private JsonValue? Word(SpecScalar scalar, Shape shape, ReadingPlace place)
    {
        if (shape.Required.Contains(scalar.Text))
            return JsonValue.Create(scalar.Text);
        Unfit(scalar, shape, place);
        return null;
    }

    private JsonArray List(SpecList list, Shape item, ReadingPlace place)
    {
        var json = new JsonArray();
        var fit = new List<SpecNode>(list.Items.Count);
        foreach (var node in list.Items)
        {
            var at = place.In(fit.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), node.Position,
                $"'{place.Name}' of {place.Owner}");
            var value = Item(node, item, at);
            if (value is null && item.Kind != ShapeKind.Data)
                continue;
            json.Add(value);
            fit.Add(node);
        }

        // What is left out must not move what comes behind it away from its place.
        if (fit.Count < list.Items.Count)
        {
            list.Items.Clear();
            list.Items.AddRange(fit);
        }

        return json;
    }

    private JsonObject Map(SpecMap map, Shape shape, ReadingPlace place)
    {
        var (json, item) = (new JsonObject(), shape.Item!);
        foreach (var entry in map.Entries)
        {
            var at = place.In(entry.Key, entry.Position, place.Name);
            if (item.Kind == ShapeKind.Object && entry.Key.StartsWith("x-", StringComparison.Ordinal))
                continue;
            if (shape.Names is { } names && !names.Fits(entry.Key))
                _problems.Slip(entry.Position, $"'{ReadingPlace.Shortened(entry.Key)}' {names.Otherwise}");
            else if (Name(entry.Key, at) is { } name && Item(entry.Value, item, at) is { } value)
                json[name] = value;
        }

        return json;
    }

    /// <summary>What must be there: where nothing is, that is said.</summary>
    private JsonNode? Item(SpecNode node, Shape shape, ReadingPlace place)
    {
        if (shape.Kind is ShapeKind.Data || node is not SpecScalar { IsNull: true })
            return Read(node, shape, place);
        _problems.Slip(place.Position, $"'{place.Name}' of '{place.Parent?.Name}' has no value, where {shape.Name} belongs");
        return shape.Kind == ShapeKind.Schema || (shape.Kind == ShapeKind.Object && shape.Required.Count == 0) ? new JsonObject() : null;
    }

    private string? Name(string name, ReadingPlace place)
    {
        if (ScalarJson.IsText(name))
            return name;
        _problems.Slip(place.Position, "a name holds half a character: a surrogate without the other");
        return null;
    }

    private JsonNode? Object(SpecMap map, Shape shape, ReadingPlace place)
    {
        var json = new JsonObject();
        foreach (var entry in map.Entries)
            Field(json, entry, shape, place);
        foreach (var name in shape.Required)
            if (json[name] is null)
            {
                if (map[name] is null or SpecScalar { IsNull: true })
                    _problems.Slip(place.Position, $"{shape.Name} has no '{name}', and is nothing without it");
                return null;
            }

        return json;
    }

    private void Field(JsonObject json, SpecEntry entry, Shape shape, ReadingPlace place)
    {
        var at = place.In(entry.Key, entry.Position, shape.Name);
        if (shape.Fields.TryGetValue(entry.Key, out var field))
        {
            if (Read(entry.Value, field, at) is { } value)
                json[entry.Key] = value;
        }
        else if (SpecExtensions.IsOurs(entry.Key))
        {
            if (SpecExtensions.Fault(entry, shape) is { } fault)
                _problems.Extension(entry.Position, fault);
            else
                json[entry.Key] = ScalarJson.Data(entry.Value, _problems);
        }
        else if (!entry.Key.StartsWith("x-", StringComparison.Ordinal))
        {
            _problems.LeftOut(entry.Position, $"'{ReadingPlace.Shortened(entry.Key)}'", $"OpenAPI knows no such part of {shape.Name}");
        }
    }

    private static string Kind(SpecNode node) => node switch
    {
        SpecMap => "a mapping",
        SpecList => "a list",
        SpecScalar scalar => $"'{ReadingPlace.Shortened(scalar.Text)}'",
        _ => "something else",
    };
}
