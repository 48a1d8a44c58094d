using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Intercom.Json;

/// <summary>Makes strings of short texts in one pass: most strings of a response are ASCII, hold no escapes and are shorter than a line.</summary>
internal static class JsonStrings
{
    private const int Longest = 64;

    /// <summary>Reads a string.</summary>
    /// <param name="text">The text behind the quote with which the string begins.</param>
    /// <param name="value">The string.</param>
    /// <returns>Whether it was one that is read in this way.</returns>
    [SkipLocalsInit]
    public static bool TryRead(ReadOnlySpan<byte> text, out string value)
    {
        value = "";
        Span<char> chars = stackalloc char[Longest];
        ref var source = ref MemoryMarshal.GetReference(text);
        ref var target = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(chars));
        for (var at = 0; at < Longest && at <= text.Length - Vector128<byte>.Count; at += Vector128<byte>.Count)
        {
            var block = Vector128.LoadUnsafe(ref source, (nuint)at);
            // The highest bit of a byte is set where a quote or an escape is found, and in what is not ASCII anyway.
            var found = (Vector128.Equals(block, Vector128.Create((byte)'"')) | Vector128.Equals(block, Vector128.Create((byte)'\\')) | block).ExtractMostSignificantBits();
            var (lower, upper) = Vector128.Widen(block);
            lower.StoreUnsafe(ref target, (nuint)at);
            upper.StoreUnsafe(ref target, (nuint)at + 8);
            if (found == 0)
                continue;
            var length = at + BitOperations.TrailingZeroCount(found);
            if (text[length] != '"')
                return false;
            value = new string(chars[..length]);
            return true;
        }

        return false;
    }
}
