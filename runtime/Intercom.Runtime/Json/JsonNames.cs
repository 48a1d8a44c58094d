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
        _next = new int[_utf8.Length];
        _buckets = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(_utf8.Length * 2) + 1)];
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

    /// <summary>Finds the entry of a name: below <see cref="Count"/> a name, from there on an alias, -1 where there is none.</summary>
    internal int Find(ReadOnlySpan<byte> name, int guess)
    {
        if ((uint)guess < (uint)_utf8.Length && name.SequenceEqual(_utf8[guess]))
            return guess;
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
