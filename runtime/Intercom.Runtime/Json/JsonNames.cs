using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Intercom.Json;

/// <summary>The names of an object's properties, or the values of an enum, found by their UTF-8 bytes.</summary>
public sealed class JsonNames
{
    private readonly byte[][] _utf8;
    private readonly string[] _text;
    private readonly JsonEncodedText[] _encoded;
    private readonly int[] _buckets;
    private readonly int[] _next;
    private readonly int[] _index;

    // As a name stands before a value: with its quotes and its colon. Empty where it would be escaped there.
    private readonly byte[][] _labels;

    // What followed an entry when it was last read. A server writes the properties of an object in one order, which it may change: a wrong guess costs a look-up.
    private readonly int[] _follower;

    /// <summary>Makes a table.</summary>
    /// <param name="names">The names in UTF-8, each but the first after a NUL. The n-th has the index n, counted from 0.</param>
    /// <param name="aliases">Other names under which a property is read, each as <c>index:name</c>, separated by NUL.</param>
    public JsonNames(ReadOnlySpan<byte> names, ReadOnlySpan<byte> aliases = default)
    {
        var utf8 = new List<byte[]>();
        var index = new List<int>();
        foreach (var name in Parts(names))
        {
            index.Add(utf8.Count);
            utf8.Add(name);
        }

        Count = utf8.Count;
        foreach (var alias in Parts(aliases))
        {
            var colon = alias.AsSpan().IndexOf((byte)':');
            index.Add(int.Parse(Encoding.ASCII.GetString(alias, 0, colon), System.Globalization.CultureInfo.InvariantCulture));
            utf8.Add(alias[(colon + 1)..]);
        }

        _utf8 = [.. utf8];
        _index = [.. index];
        _text = Array.ConvertAll(_utf8, Encoding.UTF8.GetString);
        _encoded = Array.ConvertAll(_text, static name => JsonEncodedText.Encode(name, JsonOutput.Encoder));
        _labels = Array.ConvertAll(_utf8, static name => name.AsSpan().ContainsAny("\"\\"u8) ? [] : (byte[])[(byte)'"', .. name, (byte)'"', (byte)':']);
        _follower = [.. Enumerable.Range(0, _utf8.Length + 1).Select(next => Math.Min(next, _utf8.Length - 1))];
        _next = new int[_utf8.Length];
        _buckets = new int[(int)BitOperations.RoundUpToPowerOf2((uint)(_utf8.Length * 2) + 1)];
        Array.Fill(_buckets, -1);
        for (var i = 0; i < _utf8.Length; i++)
        {
            ref var bucket = ref _buckets[Hash(_utf8[i]) & (_buckets.Length - 1)];
            _next[i] = bucket;
            bucket = i;
        }
    }

    /// <summary>How many names there are, aliases not counted.</summary>
    public int Count { get; }

    /// <summary>The name at an index.</summary>
    /// <param name="index">The index, from 0.</param>
    public string this[int index] => _text[index];

    internal JsonEncodedText Encoded(int entry) => _encoded[entry];

    internal ReadOnlySpan<byte> Utf8(int entry) => _utf8[entry];

    internal int IndexOf(int entry) => _index[entry];

    /// <summary>The entry that probably follows another one; -1 stands for the start of an object.</summary>
    internal int Follower(int entry) => _follower[entry + 1];

    internal void Follows(int entry, int follower) => _follower[entry + 1] = follower;

    /// <summary>Whether an entry's name stands at a place of a text, with its quotes and its colon.</summary>
    internal bool StandsIn(ReadOnlySpan<byte> text, int at, int entry, out int length)
    {
        var label = entry < 0 ? [] : _labels[entry];
        length = label.Length;
        if (length < sizeof(ulong))
            return length > 0 && text[at..].StartsWith(label);
        if (length > text.Length - at)
            return false;
        // Blocks of eight bytes, of which the last overlaps the one before: names are too short for a call to pay.
        ref var there = ref Unsafe.Add(ref MemoryMarshal.GetReference(text), at);
        ref var here = ref MemoryMarshal.GetArrayDataReference(label);
        for (var i = 0; i < length - sizeof(ulong); i += sizeof(ulong))
            if (Block(ref there, i) != Block(ref here, i))
                return false;
        return Block(ref there, length - sizeof(ulong)) == Block(ref here, length - sizeof(ulong));
    }

    private static ulong Block(ref byte text, int at) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref text, at));

    /// <summary>Finds the entry of a name: below <see cref="Count"/> a name, from there on an alias, -1 where there is none.</summary>
    internal int Find(ReadOnlySpan<byte> name)
    {
        for (var i = _buckets[Hash(name) & (_buckets.Length - 1)]; i >= 0; i = _next[i])
            if (name.SequenceEqual(_utf8[i]))
                return i;
        return -1;
    }

    internal int Find(string name) => Array.IndexOf(_text, name);

    private static int Hash(ReadOnlySpan<byte> name) => name.Length == 0
        ? 0
        : name.Length + (name[0] * 31) + (name[^1] * 127) + (name[name.Length / 2] * 1021);

    private static List<byte[]> Parts(ReadOnlySpan<byte> joined)
    {
        var parts = new List<byte[]>();
        while (!joined.IsEmpty)
        {
            var end = joined.IndexOf((byte)0);
            parts.Add((end < 0 ? joined : joined[..end]).ToArray());
            joined = end < 0 ? default : joined[(end + 1)..];
        }

        return parts;
    }
}
