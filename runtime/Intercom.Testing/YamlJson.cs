using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Intercom.Testing;

/// <summary>
/// Reads YAML, of which JSON is a part, as JSON: words without quotes that stand for null, truth values and numbers are those.
/// </summary>
internal sealed class YamlJson
{
    private const int MaxDepth = 200;

    // An alias repeats what it names. The bound keeps a few of them from growing into gigabytes.
    private const int MaxNodes = 500_000;

    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, JsonNode?> _anchors = [];
    private int _nodes;

    private YamlJson(string text) => _parser = new Parser(new StringReader(text));

    /// <summary>Reads a text.</summary>
    /// <exception cref="JsonException">It is neither YAML nor JSON; the message says where.</exception>
    public static JsonNode? Read(string text)
    {
        // Escapes of JSON are not all YAML's, and JSON's own parser is quicker.
        if (text.AsSpan().TrimStart() is ['{', ..] && TryReadJson(text, out var json))
            return json;
        var reader = new YamlJson(text);
        try
        {
            reader._parser.Consume<StreamStart>();
            if (reader._parser.Accept<StreamEnd>(out _))
                return null;
            reader._parser.Consume<DocumentStart>();
            return reader.Node(0);
        }
        catch (YamlException e)
        {
            var where = $"line {e.Start.Line}, column {e.Start.Column}";
            throw new JsonException($"The document is neither YAML nor JSON, at {where}: {e.Message}", e);
        }
        catch (InvalidOperationException e)
        {
            // The parser loses its own state over a flow mapping that is not closed.
            throw new JsonException("The document is neither YAML nor JSON: a mapping or list in it is not closed.", e);
        }
    }

    private static bool TryReadJson(string text, out JsonNode? json)
    {
        try
        {
            json = JsonNode.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            json = null;
            return false;
        }
    }

    private JsonNode? Node(int depth)
    {
        if (depth > MaxDepth)
            throw new JsonException($"The document nests more than {MaxDepth} levels deep.");
        Count(1);
        if (_parser.TryConsume<Scalar>(out var scalar))
            return Anchored(scalar, Value(scalar));
        if (_parser.TryConsume<MappingStart>(out var mapping))
            return Anchored(mapping, Map(depth));
        if (_parser.TryConsume<SequenceStart>(out var sequence))
            return Anchored(sequence, List(depth));
        var alias = _parser.Consume<AnchorAlias>();
        if (!_anchors.TryGetValue(alias.Value, out var node))
            throw new JsonException($"The alias '*{alias.Value}' names no anchor before it.");
        Count(Size(node));
        return node?.DeepClone();
    }

    private JsonObject Map(int depth)
    {
        var map = new JsonObject();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = _parser.Consume<Scalar>();
            if (map.ContainsKey(key.Value))
                throw new JsonException($"The key '{key.Value}' stands twice in one mapping, at line {key.Start.Line}.");
            map[key.Value] = Node(depth + 1);
        }

        return map;
    }

    private JsonArray List(int depth)
    {
        var list = new JsonArray();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            list.Add(Node(depth + 1));
        return list;
    }

    private JsonNode? Anchored(NodeEvent start, JsonNode? node)
    {
        if (!start.Anchor.IsEmpty)
            _anchors[start.Anchor] = node;
        return node;
    }

    private void Count(int nodes)
    {
        _nodes += nodes;
        if (_nodes > MaxNodes)
            throw new JsonException($"The document has more than {MaxNodes} values, with what its aliases repeat.");
    }

    private static int Size(JsonNode? node) => node switch
    {
        JsonObject map => 1 + map.Sum(static member => Size(member.Value)),
        JsonArray list => 1 + list.Sum(Size),
        _ => 1,
    };

    private static JsonValue? Value(Scalar scalar)
    {
        if (scalar.Style != ScalarStyle.Plain || !scalar.Tag.IsEmpty)
            return JsonValue.Create(scalar.Value);
        if (long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return JsonValue.Create(whole);
        return scalar.Value switch
        {
            "" or "~" or "null" or "Null" or "NULL" => null,
            "true" or "True" or "TRUE" => JsonValue.Create(true),
            "false" or "False" or "FALSE" => JsonValue.Create(false),
            var text when IsNumber(text, out var number) => JsonValue.Create(number),
            var text => JsonValue.Create(text),
        };
    }

    private static bool IsNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
        && double.IsFinite(number) && text.Any(char.IsAsciiDigit);
}
