using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Intercom.Json;

/// <summary>
/// The properties of an object that its type does not declare, and the raw values that did not fit the type that it declares.
/// </summary>
/// <remarks>
/// What was read is written back. To send a property that the document lacks, initialise it by name:
/// <c>AdditionalProperties = new() { ["locale"] = "en" }</c>. Leave it alone once it is assigned: copies of a record share it.
/// A value that is nested deeper than 64 levels is handed out as a string that holds its JSON, and written back as it was read.
/// </remarks>
[DebuggerDisplay("Count = {Count}")]
[SuppressMessage(
    "Naming",
    "CA1710:Identifiers should have correct suffix",
    Justification = "Named for what it holds: the properties of a JSON object.")]
public sealed partial class JsonProperties : IReadOnlyDictionary<string, JsonElement>
{
    // What was read stays text until someone asks for it: most of it is only ever written back.
    private readonly byte[] _read;
    private readonly Misfit[]? _misfits;
    private readonly Verbatim[]? _verbatim;
    private List<Entry>? _entries;
    private bool _hasSet;

    /// <summary>No properties yet.</summary>
    public JsonProperties() => _read = [];

    /// <summary>What was read.</summary>
    /// <param name="read">The properties as they stood, separated by commas.</param>
    /// <param name="misfits">Which of them are declared and have not the declared shape.</param>
    /// <param name="verbatim">How declared properties stood, where writing them would give another text.</param>
    internal JsonProperties(byte[] read, Misfit[]? misfits = null, Verbatim[]? verbatim = null)
    {
        _read = read;
        _misfits = misfits;
        _verbatim = verbatim;
    }

    /// <summary>Whether nothing is in it but how declared properties stood.</summary>
    internal bool HoldsFormsAlone => _verbatim is not null && _read.Length == 0 && !_hasSet;

    /// <inheritdoc/>
    public int Count => Entries.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => Entries.Select(static entry => entry.Name);

    /// <inheritdoc/>
    public IEnumerable<JsonElement> Values => Entries.Select(static entry => entry.Value);

    private List<Entry> Entries => _entries ??= JsonCursor.Entries(_read);

    /// <summary>The value of a property.</summary>
    /// <param name="key">The property's name.</param>
    /// <exception cref="KeyNotFoundException">There is no such property.</exception>
    public IntercomValue this[string key]
    {
        get => TryGetValue(key, out var value) ? new(value) : throw new KeyNotFoundException($"There is no property '{key}'.");
        set => Set(key, value.Element);
    }

    JsonElement IReadOnlyDictionary<string, JsonElement>.this[string key] => this[key].Element;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => Find(key) is not null;

    /// <inheritdoc/>
    public bool TryGetValue(string key, out JsonElement value)
    {
        var entry = Find(key);
        value = entry?.Value ?? default;
        return entry is not null;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator()
    {
        foreach (var entry in Entries)
            yield return new(entry.Name, entry.Value);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether a property was set here by its name, as opposed to read.</summary>
    internal bool IsSet(string name) => _hasSet && Find(name) is { IsSet: true };

    /// <summary>The value of a declared property that has not the declared shape; empty where there is none.</summary>
    internal ReadOnlySpan<byte> MisfitOf(JsonNames names, int index)
    {
        foreach (var misfit in _misfits ?? [])
            if (misfit.Index == index && misfit.Value.Length > 0 && IsOf(misfit.Name, index, names))
                return misfit.Value;
        return default;
    }

    // Asked for each property that is written: a lambda would allocate each time.
    internal bool TryGetVerbatim(JsonNames names, int index, [NotNullWhen(true)] out Verbatim? verbatim)
    {
        verbatim = null;
        foreach (var kept in _verbatim ?? [])
            if (kept.Name.Index == index && IsOf(kept.Declared, index, names))
                verbatim = kept;
        return verbatim is not null;
    }

    /// <summary>Writes the properties as an object of their own.</summary>
    internal void Write(JsonOutput json)
    {
        foreach (var entry in Entries)
            entry.Write(json.Writer);
    }

    /// <summary>
    /// Writes the properties of a record, but for the misfits, which it writes in their place, and for what it does not show.
    /// </summary>
    /// <param name="json">Where to write.</param>
    /// <param name="of">The record's names.</param>
    /// <param name="hidden">How many names were hidden when the record began.</param>
    internal void Write(JsonOutput json, JsonNames of, int hidden)
    {
        var ordinal = 0;
        foreach (var entry in Entries)
        {
            if (entry.IsSet ? !json.Hides(entry.Name, hidden) : !IsMisfit(ordinal, of))
                entry.Write(json.Writer);
            ordinal++;
        }
    }

    private void Set(string name, JsonElement value)
    {
        var at = Entries.FindLastIndex(entry => entry.Name == name);
        _hasSet = true;
        if (at >= 0)
            Entries[at] = new Entry(name, value);
        else
            Entries.Add(new Entry(name, value));
    }

    private bool IsMisfit(int ordinal, JsonNames names)
    {
        foreach (var misfit in _misfits ?? [])
            if (misfit.Ordinal == ordinal && IsOf(misfit.Name, misfit.Index, names))
                return true;
        return false;
    }

    private Entry? Find(string key) => Entries.FindLast(entry => entry.Name == key);

    // Records can hand these properties on to a record of another type, which has other names at the same indexes.
    private static bool IsOf(string name, int index, JsonNames names) => index < names.Count && names[index] == name;

    /// <summary>One property.</summary>
    internal sealed class Entry
    {
        private readonly byte[]? _raw;
        private JsonElement _value;

        public Entry(string name, byte[] raw) => (Name, _raw) = (name, raw);

        public Entry(string name, JsonElement value) => (Name, _value) = (name, value);

        public string Name { get; }

        public bool IsSet => _raw is null;

        public ReadOnlySpan<byte> Utf8 => _raw ?? (_value.ValueKind == JsonValueKind.Undefined ? "null"u8 : JsonDocuments.Utf8(_value));

        public JsonElement Value
        {
            get
            {
                if (_raw is not null && _value.ValueKind == JsonValueKind.Undefined)
                    _value = JsonDocuments.Parse(_raw);
                return _value;
            }
        }

        public void Write(Utf8JsonWriter json)
        {
            json.WritePropertyName(Name);
            if (_raw is not null)
                json.WriteRawValue(_raw, skipInputValidation: true);
            else if (_value.ValueKind == JsonValueKind.Undefined)
                json.WriteNullValue();
            else
                _value.WriteTo(json);
        }
    }

    /// <summary>A declared property whose value has not the declared shape.</summary>
    /// <param name="Index">The property's index.</param>
    /// <param name="Name">The property's name.</param>
    /// <param name="Ordinal">Which of the kept properties it is.</param>
    /// <param name="Value">The value as it stood; empty where the same property came again.</param>
    internal sealed record Misfit(int Index, string Name, int Ordinal, byte[] Value);

    /// <summary>How a property stood in the document.</summary>
    /// <param name="Declared">The property's name.</param>
    /// <param name="Name">The name under which it was read: an alias, or the property's name itself.</param>
    /// <param name="Raw">The value as it was written, where writing the typed value would give another text.</param>
    internal sealed record Verbatim(string Declared, JsonName Name, byte[]? Raw);
}
