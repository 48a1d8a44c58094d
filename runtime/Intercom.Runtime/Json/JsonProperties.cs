using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Intercom.Json;

/// <summary>The properties of an object that its type does not declare, and the raw values that did not fit the type that it declares.</summary>
/// <remarks>
/// What was read is written back. To send a property that the document lacks, initialise it by name:
/// <c>AdditionalProperties = new() { ["locale"] = "en" }</c>. Leave it alone once it is assigned: copies of a record share it.
/// </remarks>
[DebuggerDisplay("Count = {Count}")]
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "Named for what it holds: the properties of a JSON object.")]
public sealed class JsonProperties : IReadOnlyDictionary<string, JsonElement>
{
    private readonly Dictionary<string, JsonElement> _values = new(StringComparer.Ordinal);
    private List<Verbatim>? _verbatim;

    /// <inheritdoc/>
    public int Count => _values.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _values.Keys;

    /// <inheritdoc/>
    public IEnumerable<JsonElement> Values => _values.Values;

    /// <summary>The value of a property.</summary>
    /// <param name="key">The property's name.</param>
    /// <exception cref="KeyNotFoundException">There is no such property.</exception>
    public IntercomValue this[string key]
    {
        get => new(_values[key]);
        set => _values[key] = value.Element;
    }

    JsonElement IReadOnlyDictionary<string, JsonElement>.this[string key] => _values[key];

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _values.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, out JsonElement value) => _values.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether there is anything that a user of the record should see.</summary>
    internal bool IsEmpty => _values.Count == 0;

    internal void Set(string name, JsonElement value) => _values[name] = value;

    /// <summary>Keeps how a property stood in the document: under which name, in which form.</summary>
    internal void Keep(in Verbatim verbatim) => (_verbatim ??= []).Add(verbatim);

    internal bool TryGetVerbatim(int index, out Verbatim verbatim)
    {
        if (_verbatim is not null)
            foreach (var kept in _verbatim)
                if (kept.Index == index)
                {
                    verbatim = kept;
                    return true;
                }

        verbatim = default;
        return false;
    }

    /// <summary>How the property with an index stood in the document.</summary>
    /// <param name="Index">The property's index.</param>
    /// <param name="Entry">The entry of the name under which it was read: an alias, or the name itself.</param>
    /// <param name="Raw">The value as it was written, where writing the typed value would give another text.</param>
    internal readonly record struct Verbatim(int Index, int Entry, JsonElement? Raw);
}
