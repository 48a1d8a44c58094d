using System.Globalization;
using System.Numerics;
using System.Text;

namespace Intercom.Json;

/// <summary>The names of an object's properties, or the values of an enum, found by their UTF-8 bytes.</summary>
public sealed class JsonNames
{
    private readonly JsonName[] _names;
    private readonly JsonName?[] _buckets;

    /// <summary>Makes a table.</summary>
    /// <param name="names">The names in UTF-8, each but the first after a NUL. The n-th has the index n, counted from 0.</param>
    /// <param name="aliases">Other names under which a property is read, each as <c>index:name</c>, separated by NUL.</param>
    /// <param name="always">The properties that every object has, as bits: the lowest for the index 0. Those from 64 on have none.</param>
    /// <param name="isOpen">Whether an object may have others beside them.</param>
    public JsonNames(ReadOnlySpan<byte> names, ReadOnlySpan<byte> aliases = default, ulong always = 0, bool isOpen = false)
    {
        (Always, IsOpen) = (always, isOpen);
        _names = [.. Parts(names).Select(static (name, index) => new JsonName(name, index, isAlias: false))];
        JsonName[] all = [.. _names, .. Parts(aliases).Select(Alias)];
        _buckets = new JsonName?[(int)BitOperations.RoundUpToPowerOf2((uint)(all.Length * 2) + 1)];
        var before = Start;
        foreach (var name in all)
        {
            ref var bucket = ref Bucket(name.Utf8);
            (name.Next, bucket) = (bucket, name);
            before.Follower = name;
            before = name;
        }
    }

    /// <summary>How many names there are, aliases not counted.</summary>
    public int Count => _names.Length;

    /// <summary>The name at an index.</summary>
    /// <param name="index">The index, from 0.</param>
    public string this[int index] => _names[index].Text;

    /// <summary>The properties that every object has, as bits.</summary>
    internal ulong Always { get; }

    /// <summary>Whether an object may have others.</summary>
    internal bool IsOpen { get; }

    /// <summary>What stands before the first name of an object.</summary>
    internal JsonName Start { get; } = new([], -1, isAlias: false);

    /// <summary>Counts what would deviate in an object of these names; null where nobody reads one.</summary>
    internal Trial? Try { get; set; }

    internal delegate int Trial(ReadOnlySpan<byte> utf8);

    internal JsonName Name(int index) => _names[index];

    /// <summary>Finds a name or an alias; null where there is none.</summary>
    internal JsonName? Find(ReadOnlySpan<byte> utf8)
    {
        for (var name = Bucket(utf8); name is not null; name = name.Next)
            if (utf8.SequenceEqual(name.Utf8))
                return name;
        return null;
    }

    private ref JsonName? Bucket(ReadOnlySpan<byte> name) => ref _buckets[Hash(name) & (_buckets.Length - 1)];

    private static int Hash(ReadOnlySpan<byte> name) => name.Length == 0
        ? 0
        : name.Length + (name[0] * 31) + (name[^1] * 127) + (name[name.Length / 2] * 1021);

    private static JsonName Alias(byte[] alias)
    {
        var colon = alias.AsSpan().IndexOf((byte)':');
        return new(alias[(colon + 1)..], int.Parse(alias.AsSpan(0, colon), CultureInfo.InvariantCulture), isAlias: true);
    }

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
