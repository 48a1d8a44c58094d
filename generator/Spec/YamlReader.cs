using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Intercom.Generator.Spec;

/// <summary>Reads YAML, of which JSON is a part, into nodes that know their place.</summary>
internal sealed class YamlReader
{
    private readonly Parser _parser;
    private readonly int _file;
    private readonly Dictionary<AnchorName, SpecNode> _anchors = [];
    private readonly SpecGrowth _growth = new();
    private readonly CancellationToken _cancellation;
    private int _nodes;

    private YamlReader(string text, int file, CancellationToken cancellation)
    {
        _parser = new Parser(new StringReader(text));
        _file = file;
        _cancellation = cancellation;
    }

    /// <summary>Reads a text.</summary>
    /// <exception cref="SpecException">The text is empty, malformed or too large.</exception>
    public static SpecNode Read(string text, int file, CancellationToken cancellation)
    {
        try
        {
            return ReadOnce(text, file, cancellation);
        }
        catch (SpecException e) when (e.Problem.Kind == ProblemKind.Malformed && BlankScalars.Emptied(text) is { } emptied)
        {
            return ReadOnce(emptied, file, cancellation);
        }
    }

    private static SpecNode ReadOnce(string text, int file, CancellationToken cancellation)
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
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            // The parser loses its own state over a flow mapping that is not closed, and over escapes that name no character.
            throw new SpecException(ProblemKind.Malformed, reader.At(reader._parser.Current?.Start ?? Mark.Empty),
                "a mapping, list or string that begins here is not closed or not understood");
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
        var root = Node(0);
        _parser.Consume<DocumentEnd>();
        if (!_parser.Accept<StreamEnd>(out _))
            throw new SpecException(ProblemKind.Malformed, At(_parser.Current!.Start),
                "a second document begins here, and a file holds one");
        return root;
    }

    private SpecNode Node(int depth)
    {
        _cancellation.ThrowIfCancellationRequested();
        var here = At(_parser.Current!.Start);
        if (depth > SpecLimits.Depth)
            throw SpecGrowth.TooDeep(here);
        if (++_nodes > SpecLimits.Nodes)
            throw SpecException.TooLarge(here, $"it has more than {SpecLimits.Nodes:N0} values");
        if (_parser.TryConsume<Scalar>(out var scalar))
            return Anchored(scalar, new SpecScalar(here, scalar.Value, scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty));
        if (_parser.TryConsume<MappingStart>(out var mapping))
            return Anchored(mapping, Map(here, depth));
        if (_parser.TryConsume<SequenceStart>(out var sequence))
            return Anchored(sequence, List(here, depth));
        var alias = _parser.Consume<AnchorAlias>();
        if (!_anchors.TryGetValue(alias.Value, out var node))
            throw new SpecException(ProblemKind.Malformed, here, $"the alias '*{alias.Value}' names no anchor before it");
        _growth.Add(SpecSize.Of(node), depth, here, "its aliases");
        return node.Clone();
    }

    private SpecMap Map(SpecPosition here, int depth)
    {
        var map = new SpecMap(here);
        SpecMap? merged = null;
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var at = At(_parser.Current!.Start);
            if (!_parser.TryConsume<Scalar>(out var key))
                throw new SpecException(ProblemKind.Malformed, at, "a key is neither a word nor a string");
            if (key is { Value: "<<", Style: ScalarStyle.Plain })
                Merge(Node(depth + 1), merged ??= new SpecMap(here), at);
            else if (map[key.Value] is not null)
                throw new SpecException(ProblemKind.Malformed, at, $"the key '{Shortened(key.Value)}' stands twice in one mapping");
            else
                map.Set(key.Value, Node(depth + 1), at);
        }

        if (merged is null)
            return map;
        foreach (var own in map.Entries)
            merged.Set(own.Key, own.Value, own.Position);
        return merged;
    }

    /// <summary>Takes over what a merge key names; of several mappings the first that has a key wins.</summary>
    private static void Merge(SpecNode value, SpecMap merged, SpecPosition at)
    {
        foreach (var source in value is SpecList list ? list.Items : [value])
            foreach (var entry in (source as SpecMap ?? throw new SpecException(ProblemKind.Malformed, at,
                "the merge key '<<' names no mapping")).Entries)
                if (merged[entry.Key] is null)
                    merged.Set(entry.Key, entry.Value, entry.Position);
    }

    private static string Shortened(string text) => text.Length <= 80 ? text : text.Substring(0, 80) + "…";

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

    private SpecPosition At(Mark mark) => new(_file, Math.Max(0, (int)mark.Line - 1), Math.Max(0, (int)mark.Column - 1));
}
