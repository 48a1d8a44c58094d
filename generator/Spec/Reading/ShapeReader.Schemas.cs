using System.Text.Json;
using System.Text.Json.Nodes;

namespace Intercom.Generator.Spec.Reading;

/// <summary>Schemas, and their references: to a component as they are, to any other place as to a component that is borrowed from
/// there.</summary>
internal sealed partial class ShapeReader
{
    private const string Components = "#/components/schemas/";

    private static readonly HashSet<string> Types = new(StringComparer.Ordinal) { "string", "number", "integer", "boolean", "object",
        "array", "null" };

    private static readonly string[] Beside = ["properties", "allOf", "oneOf", "anyOf"];

    private readonly BorrowedSchemas _borrowed = new(root);

    // A component that is only another one's name is the end of a chain, unless the chain begins at such a one.
    private readonly Dictionary<(string Pointer, bool IsAlias), ReferenceTarget> _ends = [];

    /// <summary>The components that stand for schemas somewhere else in the document, with their pointers.</summary>
    public IReadOnlyDictionary<string, string> Borrowed => _borrowed.Pointers;

    private JsonNode? Schema(SpecNode node, ReadingPlace place)
    {
        if (node is SpecScalar { IsPlain: true, Text: "true" or "false" } always)
            return place is { Name: "additionalProperties", Owner: "a schema" } ? JsonValue.Create(always.Text == "true")
                : new JsonObject();
        if (node is SpecScalar { IsNull: true })
            _problems.Slip(place.Position, $"'{place.Name}' of {place.Owner} has no value, where a schema belongs");
        else if (node is not SpecMap)
            _problems.Slip(place.Position,
                $"'{ReadingPlace.Shortened(place.Name)}' of {place.Owner} is a schema, which is a mapping, and here it is {Kind(node)}");
        if (node is not SpecMap map)
            return new JsonObject();
        if (map["$ref"] is null)
            return Own(map, place);
        if (map.Text("$ref") is not { } reference)
        {
            _problems.Slip(map.Find("$ref")!.Value.Position, "a reference is text, such as '#/components/schemas/name'");
            return new JsonObject();
        }

        return Reference(map, reference, place);
    }

    // Microsoft.OpenApi does not tell an object that is said to be open from one of which nothing is said; what any value fits is the same.
    private JsonNode? Own(SpecMap map, ReadingPlace place)
    {
        var json = Object(map, OpenApiShapes.Schema, place);
        if (json is JsonObject schema && IsSaidOpen(schema["additionalProperties"], map) && Array.Exists(Beside, schema.ContainsKey))
            schema["additionalProperties"] = new JsonObject();
        return json;
    }

    private static bool IsSaidOpen(JsonNode? names, SpecMap map) =>
        names is null ? map["patternProperties"] is SpecMap : names.GetValueKind() == JsonValueKind.True;

    // OpenAPI 3.0 has a reader ignore what stands beside a $ref. The documents put descriptions and nullability there, and mean them.
    private JsonObject Reference(SpecMap map, string reference, ReadingPlace place)
    {
        var target = new JsonObject { ["$ref"] = Target(reference, place) };
        if (map.Entries.Count == 1)
            return target;
        var rest = new SpecMap(map.Position);
        foreach (var entry in map.Entries)
            if (entry.Key != "$ref")
                rest.Set(entry.Key, entry.Value, entry.Position);
        var json = (JsonObject)Own(rest, place)!;
        if (json["allOf"] is JsonArray all)
            all.Insert(0, target);
        else
            json["allOf"] = new JsonArray(target);
        return json;
    }

    /// <summary>The reference to a component that means the same, or to none.</summary>
    private string Target(string reference, ReadingPlace place)
    {
        var isAlias = place is { Depth: 3, Owner: "schemas" };
        var target = _references.Resolve(reference);
        var followed = new HashSet<string>(StringComparer.Ordinal);
        while (!_ends.ContainsKey((target.Pointer, isAlias)) && Bare(target, isAlias) is { } next)
        {
            var isCircle = !followed.Add(target.Pointer);
            target = isCircle ? target with { Node = null, IsCircle = true } : _references.Resolve(next);
            if (isCircle)
                break;
        }

        // Chains of references are followed once: what all of them end at is known from then on.
        if (Bare(target, isAlias) is not null && _ends.TryGetValue((target.Pointer, isAlias), out var end))
            target = end with { IsCircle = false };
        foreach (var pointer in followed)
            _ends[(pointer, isAlias)] = target;
        if (target.IsCircle)
            _problems.Slip(place.Position, $"the reference '{ReadingPlace.Shortened(reference)}' leads back to itself");
        else if (target.Node is SpecMap or SpecScalar { IsPlain: true, Text: "true" or "false" })
            return Component(target);
        else if (target.Why.Length > 0 || target.Node is not null)
            Missing(reference, target, place);
        return Components + BorrowedSchemas.Nothing;
    }

    // What stands for another component is a component all the same, unless another that only stands for one names it.
    private static string? Bare(ReferenceTarget target, bool isAlias) =>
        target.Node is SpecMap { Entries.Count: 1 } map && (isAlias || !IsComponent(target.Pointer)) ? map.Text("$ref") : null;

    /// <summary>What a discriminator maps a value to: a component, by its name or by reference.</summary>
    private JsonValue? Mapped(SpecScalar scalar, ReadingPlace place)
    {
        if ((root["components"] as SpecMap)?["schemas"] is SpecMap schemas && schemas[scalar.Text] is not null)
            return JsonValue.Create(Component(_references.Resolve(Components + SpecPointer.Escape(scalar.Text))));
        var target = _references.Resolve(scalar.Text);
        if (target.Node is SpecMap)
            return JsonValue.Create(Component(target));
        _problems.Dangling(place.Position, scalar.Text, target.Why.Length > 0 ? target.Why : "names no schema",
            $"'{ReadingPlace.Shortened(place.Name)}' tells no case");
        return null;
    }

    private void Missing(string reference, ReferenceTarget target, ReadingPlace place) => _problems.Dangling(
        place.Position,
        reference,
        target.Why.Length > 0 ? target.Why : "names no schema",
        $"{place.Described} is read and written as raw JSON. Add the schema in the document or in an overlay");

    // Microsoft.OpenApi takes for a component's name what stands behind the last slash, and refuses one of blanks.
    private string Component(ReferenceTarget target)
    {
        var name = IsComponent(target.Pointer) ? SpecPointer.Unescape(target.Pointer.Substring(Components.Length)) : "/";
        return Components + (string.IsNullOrWhiteSpace(name) || name.IndexOf('/') >= 0 ? _borrowed.Name(target) : name);
    }

    private static bool IsComponent(string pointer) =>
        pointer.StartsWith(Components, StringComparison.Ordinal) && pointer.IndexOf('/', Components.Length) < 0;

    private JsonNode? Type(SpecNode node, ReadingPlace place)
    {
        if (node is SpecScalar name)
            return TypeName(name, place);
        if (node is not SpecList list)
            return Unfit(node, new Shape(ShapeKind.Type, "a name, or a list of names"), place);
        var names = new JsonArray();
        foreach (var item in list.Items.Take(Types.Count * 2))
            if (item is SpecScalar scalar
                && TypeName(scalar.IsNull ? new SpecScalar(scalar.Position, "null", isPlain: false) : scalar, place) is { } type)
                names.Add(type);
            else if (item is not SpecScalar)
                Unfit(item, new Shape(ShapeKind.Type, "a list of names"), place);
        return names.Count > 0 ? names : null;
    }

    private JsonValue? TypeName(SpecScalar name, ReadingPlace place)
    {
        if (Types.Contains(name.Text))
            return JsonValue.Create(name.Text);
        _problems.Slip(place.Position,
            $"'{ReadingPlace.Shortened(name.Text)}' is no type; a type is string, number, integer, boolean, object, array or null");
        return null;
    }

    /// <summary>Reads the schemas that were borrowed, which may borrow others.</summary>
    private void AddBorrowed(JsonObject json)
    {
        if (_borrowed.Pointers.Count == 0)
            return;
        var components = json["components"] as JsonObject ?? [];
        json["components"] = components;
        var schemas = components["schemas"] as JsonObject ?? [];
        components["schemas"] = schemas;
        while (_borrowed.Next() is { } next)
        {
            var place = ReadingPlace.At(next.Pointer, next.Node.Position, "a schema");
            _growth.Add(SpecSize.Of(next.Node), 0, next.Node.Position, "its references");
            schemas[next.Name] = Schema(next.Node, place);
        }
    }
}
