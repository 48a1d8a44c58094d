using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Intercom.Json;

/// <summary>A name of a table, or another name under which the same property is read.</summary>
internal sealed class JsonName
{
    // As the name stands before a value: with its quotes and its colon. Empty where it would be escaped there.
    private readonly byte[] _label;

    public JsonName(byte[] utf8, int index, bool isAlias)
    {
        (Utf8, Index, IsAlias) = (utf8, index, isAlias);
        Text = Encoding.UTF8.GetString(utf8);
        Encoded = JsonEncodedText.Encode(Text, JsonOutput.Encoder);
        _label = index < 0 || utf8.AsSpan().ContainsAny("\"\\"u8) ? [] : [(byte)'"', .. utf8, (byte)'"', (byte)':'];
        Follower = this;
    }

    public byte[] Utf8 { get; }

    public string Text { get; }

    public JsonEncodedText Encoded { get; }

    /// <summary>The index of the property.</summary>
    public int Index { get; }

    public bool IsAlias { get; }

    /// <summary>What followed when this name was last read.</summary>
    /// <remarks>A server writes the properties of an object in one order, which it may change: a wrong guess costs a look-up.</remarks>
    public JsonName Follower { get; set; }

    /// <summary>The next name with the same hash.</summary>
    public JsonName? Next { get; set; }

    /// <summary>Whether the name stands at a place of a text, with its quotes and its colon.</summary>
    public bool StandsIn(ReadOnlySpan<byte> text, int at, out int length)
    {
        var label = _label;
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
}
