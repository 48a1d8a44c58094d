using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Intercom.Json;

/// <summary>
/// Finds and makes strings in one pass: most strings of a response are ASCII, hold no escapes and are shorter than a line.
/// </summary>
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
            var stops = Stops(block);
            var (lower, upper) = Vector128.Widen(block);
            lower.StoreUnsafe(ref target, (nuint)at);
            upper.StoreUnsafe(ref target, (nuint)at + 8);
            if (stops == 0)
                continue;
            var length = at + BitOperations.TrailingZeroCount(stops);
            if (text[length] != '"')
                return false;
            value = new string(chars[..length]);
            return true;
        }

        return false;
    }

    /// <summary>Finds the quote that ends a string of ASCII without escapes.</summary>
    /// <param name="text">The text behind the quote with which the string begins.</param>
    /// <returns>-1 where it is no such string, or stands too near the end of the text.</returns>
    public static int EndOfPlain(ReadOnlySpan<byte> text)
    {
        ref var source = ref MemoryMarshal.GetReference(text);
        for (var at = 0; at <= text.Length - Vector128<byte>.Count; at += Vector128<byte>.Count)
        {
            var stops = Stops(Vector128.LoadUnsafe(ref source, (nuint)at));
            if (stops == 0)
                continue;
            var end = at + BitOperations.TrailingZeroCount(stops);
            return text[end] == '"' ? end : -1;
        }

        return -1;
    }

    // A quote, an escape, or, as signed bytes below a blank: control characters and what is not ASCII.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Stops(Vector128<byte> block) =>
        (Vector128.Equals(block, Vector128.Create((byte)'"')) | Vector128.Equals(block, Vector128.Create((byte)'\\'))
        | Vector128.LessThan(block.AsSByte(), Vector128.Create((sbyte)' ')).AsByte()).ExtractMostSignificantBits();
}
