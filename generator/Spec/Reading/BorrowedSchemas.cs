using System.Globalization;

namespace Intercom.Generator.Spec.Reading;

/// <summary>Schemas that are referenced where they stand, inside of others or of operations: each becomes a component of its own.</summary>
internal sealed class BorrowedSchemas(SpecMap root)
{
    /// <summary>The name of no component: what references it is any JSON.</summary>
    public const string Nothing = "-nothing-";

    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal) { "#", "components", "schemas", "paths", "properties",
        "content", "schema", "allOf", "responses", "$defs", "definitions", "application/json", "200" };

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _pointers = new(StringComparer.Ordinal);
    private readonly Queue<(string Name, string Pointer, SpecNode Node)> _unread = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>The pointers of the borrowed schemas by the names of their components.</summary>
    public IReadOnlyDictionary<string, string> Pointers => _pointers;

    /// <summary>The name of the component that stands for a schema.</summary>
    public string Name(ReferenceTarget target)
    {
        if (_names.TryGetValue(target.Pointer, out var known))
            return known;
        var name = Free(Words(target.Pointer));
        _names.Add(target.Pointer, name);
        _pointers.Add(name, target.Pointer);
        _unread.Enqueue((name, target.Pointer, target.Node!));
        return name;
    }

    public (string Name, string Pointer, SpecNode Node)? Next() => _unread.Count > 0 ? _unread.Dequeue() : null;

    private string Free(string name)
    {
        var schemas = (root["components"] as SpecMap)?["schemas"] as SpecMap;
        _numbers.TryGetValue(name, out var number);
        string free;
        do
            free = number++ == 0 ? name : name + "-" + number.ToString(CultureInfo.InvariantCulture);
        while (schemas?[free] is not null || _pointers.ContainsKey(free));
        _numbers[name] = number;
        return free;
    }

    private static string Words(string pointer)
    {
        var words = pointer.Split('/').Select(SpecPointer.Unescape).Where(static part => !Silent.Contains(part))
            .Select(static part => part == "items" ? "item" : new string([.. part.Where(IsWord)])).Where(static part => part.Length > 0);
        var name = string.Join("-", words);
        return name.Length == 0 ? "schema" : name.Length > 80 ? name.Substring(0, 80) : name;
    }

    private static bool IsWord(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';
}
