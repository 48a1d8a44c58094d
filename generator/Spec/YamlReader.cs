using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Intercom.Generator.Spec;

/// <summary>Reads YAML, of which JSON is a part, into nodes that know their place.</summary>
internal sealed class YamlReader
{
    // A document nests about 20 levels deep; the bound keeps a hostile one from exhausting the compiler's stack.
    private const int MaxDepth = 200;

    // Aliases copy what they name. The bound keeps a few of them from growing into gigabytes.
    private const int MaxNodes = 5_000_000;

    private readonly Parser _parser;
    private readonly int _file;
    private readonly Dictionary<AnchorName, SpecNode> _anchors = [];
    private readonly CancellationToken _cancellation;
    private int _nodes;

    private YamlReader(string text, int file, CancellationToken cancellation)
    {
        _parser = new Parser(new StringReader(text));
        _file = file;
        _cancellation = cancellation;
    }

    /// <summary>Reads a text.</summary>
    /// <exception cref="SpecException">The text is empty or malformed.</exception>
    public static SpecNode Read(string text, int file, CancellationToken cancellation)
    {
        var reader = new YamlReader(text, file, cancellation);
        try
        {
            return reader.Document();
        }
        catch (YamlException e)
        {
            throw new SpecException(ProblemKind.Malformed, Tab(text, e, file) ?? reader.At(e.Start), Message(e));
        }
        catch (InvalidOperationException)
        {
            // The parser loses its own state over a flow mapping that is not closed.
            throw new SpecException(ProblemKind.Malformed, reader.At(reader._parser.Current?.Start ?? Mark.Empty), "a mapping or list that begins here is not closed");
        }
    }

    private static string Message(YamlException e)
    {
        var message = (e.InnerException ?? e).Message;
        var colon = message.StartsWith("(", StringComparison.Ordinal) ? message.IndexOf("): ", StringComparison.Ordinal) : -1;
        return (colon < 0 ? message : message.Substring(colon + 3)).TrimEnd('.');
    }

    // The parser names the mapping in which a tab indents a line, which can begin far above it.
    private static SpecPosition? Tab(string text, YamlException e, int file)
    {
        if (!e.Message.Contains("tab as indentation"))
            return null;
        var lines = text.Split('\n');
        var line = Array.FindIndex(lines, static line => line.TrimStart(' ').StartsWith("\t", StringComparison.Ordinal));
        return line < 0 ? null : new SpecPosition(file, line, lines[line].IndexOf('\t'));
    }

    private SpecNode Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
            throw new SpecException(ProblemKind.Empty, new SpecPosition(_file, 0, 0));
        _parser.Consume<DocumentStart>();
        return Node(0);
    }

    private SpecNode Node(int depth)
    {
        _cancellation.ThrowIfCancellationRequested();
        var here = At(_parser.Current!.Start);
        if (depth > MaxDepth)
            throw new SpecException(ProblemKind.Malformed, here, $"it nests more than {MaxDepth} levels deep");
        Count(1, here);
        if (_parser.TryConsume<Scalar>(out var scalar))
            return Anchored(scalar, new SpecScalar(here, scalar.Value, scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty));
        if (_parser.TryConsume<MappingStart>(out var mapping))
            return Anchored(mapping, Map(here, depth));
        if (_parser.TryConsume<SequenceStart>(out var sequence))
            return Anchored(sequence, List(here, depth));
        var alias = _parser.Consume<AnchorAlias>();
        if (!_anchors.TryGetValue(alias.Value, out var node))
            throw new SpecException(ProblemKind.Malformed, here, $"the alias '*{alias.Value}' names no anchor before it");
        Count(Size(node), here);
        return node.Clone();
    }

    private SpecMap Map(SpecPosition here, int depth)
    {
        var map = new SpecMap(here);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var at = At(_parser.Current!.Start);
            if (!_parser.TryConsume<Scalar>(out var key))
                throw new SpecException(ProblemKind.Malformed, at, "a key is neither a word nor a string");
            if (map[key.Value] is not null)
                throw new SpecException(ProblemKind.Malformed, at, $"the key '{key.Value}' stands twice in one mapping");
            map.Set(key.Value, Node(depth + 1), at);
        }

        return map;
    }

    private SpecList List(SpecPosition here, int depth)
    {
        var list = new SpecList(here);
        while (!_parser.TryConsume<SequenceEnd>(out _))
            list.Items.Add(Node(depth + 1));
        return list;
    }

    private SpecNode Anchored(NodeEvent start, SpecNode node)
    {
        if (!start.Anchor.IsEmpty)
            _anchors[start.Anchor] = node;
        return node;
    }

    private void Count(int nodes, SpecPosition here)
    {
        _nodes += nodes;
        if (_nodes > MaxNodes)
            throw new SpecException(ProblemKind.Malformed, here, "its aliases grow it beyond what a document can hold");
    }

    private static int Size(SpecNode node) => node switch
    {
        SpecMap map => 1 + map.Entries.Sum(static entry => Size(entry.Value)),
        SpecList list => 1 + list.Items.Sum(Size),
        _ => 1,
    };

    private SpecPosition At(Mark mark) => new(_file, Math.Max(0, (int)mark.Line - 1), Math.Max(0, (int)mark.Column - 1));
}
