using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text;
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
    // What was read stays bytes until someone asks for it: most of it is only ever written back.
    private byte[] _raw = [];
    private int _rawLength;
    private Entry[] _entries = [];
    private List<Verbatim>? _verbatim;
    private bool _hasSet;

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public IEnumerable<string> Keys => Enumerable.Range(0, Count).Select(Name);

    /// <inheritdoc/>
    public IEnumerable<JsonElement> Values => Enumerable.Range(0, Count).Select(Value);

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
    public bool ContainsKey(string key) => Find(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, out JsonElement value)
    {
        var at = Find(key);
        value = at >= 0 ? Value(at) : default;
        return at >= 0;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return new(Name(i), Value(i));
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        var entry = new Entry { NameStart = _rawLength, NameLength = name.Length, Start = _rawLength + name.Length, Length = value.Length };
        Append(name);
        Append(value);
        Append(entry);
    }

    /// <summary>Adds the value of a declared property that has not the declared shape.</summary>
    internal void AddMisfit(JsonNames names, int index, ReadOnlySpan<byte> value)
    {
        Add(names.Utf8(index), value);
        _entries[Count - 1].Misfit = index + 1;
        HasMisfits = true;
    }

    /// <summary>Whether a declared property has a value here that has not the declared shape.</summary>
    internal bool HasMisfits { get; private set; }

    /// <summary>The value of a declared property that has not the declared shape; empty where there is none.</summary>
    internal ReadOnlySpan<byte> Misfit(JsonNames names, int index)
    {
        for (var i = HasMisfits ? Count - 1 : -1; i >= 0; i--)
            if (_entries[i].Misfit == index + 1 && IsMisfit(_entries[i], names))
                return _raw.AsSpan(_entries[i].Start, _entries[i].Length);
        return default;
    }

    /// <summary>Whether a property was set here by its name, as opposed to read.</summary>
    internal bool IsSet(string name)
    {
        for (var i = _hasSet ? Count - 1 : -1; i >= 0; i--)
            if (_entries[i].NameLength == 0 && _entries[i].Name == name)
                return true;
        return false;
    }

    /// <summary>Writes the properties, but for the misfits of the object that they stand in: those it writes in their place.</summary>
    internal void Write(Utf8JsonWriter json, JsonNames? of = null)
    {
        for (var i = 0; i < Count; i++)
        {
            ref readonly var entry = ref _entries[i];
            if (of is not null && IsMisfit(entry, of))
                continue;
            if (entry.NameLength > 0)
                json.WritePropertyName(_raw.AsSpan(entry.NameStart, entry.NameLength));
            else
                json.WritePropertyName(entry.Name ?? "");
            if (entry.Length > 0)
                json.WriteRawValue(_raw.AsSpan(entry.Start, entry.Length), skipInputValidation: true);
            else if (entry.Element.ValueKind == JsonValueKind.Undefined)
                json.WriteNullValue();
            else
                entry.Element.WriteTo(json);
        }
    }

    /// <summary>Keeps how a property stood in the document: under which name, in which form.</summary>
    internal void Keep(Verbatim verbatim) => (_verbatim ??= []).Add(verbatim);

    internal bool TryGetVerbatim(int index, [NotNullWhen(true)] out Verbatim? verbatim)
    {
        verbatim = _verbatim?.FindLast(kept => kept.Index == index);
        return verbatim is not null;
    }

    private void Set(string name, JsonElement value)
    {
        var entry = new Entry { Name = name, Element = value };
        var at = Find(name);
        _hasSet = true;
        if (at >= 0)
            _entries[at] = entry;
        else
            Append(entry);
    }

    // Records can hand these properties on to a record of another type, which has other names at the same indexes.
    private bool IsMisfit(in Entry entry, JsonNames names) =>
        entry.Misfit > 0 && entry.Misfit <= names.Count && names.Utf8(entry.Misfit - 1).SequenceEqual(_raw.AsSpan(entry.NameStart, entry.NameLength));

    private int Find(string key)
    {
        for (var i = Count - 1; i >= 0; i--)
            if (Name(i) == key)
                return i;
        return -1;
    }

    private string Name(int index)
    {
        ref var entry = ref _entries[index];
        return entry.Name ??= Encoding.UTF8.GetString(_raw, entry.NameStart, entry.NameLength);
    }

    private JsonElement Value(int index)
    {
        ref var entry = ref _entries[index];
        if (entry.Element.ValueKind == JsonValueKind.Undefined && entry.Length > 0)
            entry.Element = JsonDocuments.Parse(_raw.AsSpan(entry.Start, entry.Length));
        return entry.Element;
    }

    private void Append(Entry entry)
    {
        if (Count == _entries.Length)
            Array.Resize(ref _entries, Math.Max(4, Count * 2));
        _entries[Count++] = entry;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (_rawLength + bytes.Length > _raw.Length)
            Array.Resize(ref _raw, Math.Max(Math.Max(64, _raw.Length * 2), _rawLength + bytes.Length));
        bytes.CopyTo(_raw.AsSpan(_rawLength));
        _rawLength += bytes.Length;
    }

    private struct Entry
    {
        public string? Name;
        public int NameStart;
        public int NameLength;
        public int Start;
        public int Length;
        public JsonElement Element;
        public int Misfit;
    }

    /// <summary>How the property with an index stood in the document.</summary>
    /// <param name="Index">The property's index.</param>
    /// <param name="NameEntry">The entry of the name under which it was read: an alias, or the name itself.</param>
    /// <param name="Raw">The value as it was written, where writing the typed value would give another text.</param>
    internal sealed record Verbatim(int Index, int NameEntry, byte[]? Raw);
}
