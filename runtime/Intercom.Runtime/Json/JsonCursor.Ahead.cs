using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace Intercom.Json;

public ref partial struct JsonCursor
{
    // Unions of more cases than this are counted in memory of their own.
    private const int MostOnStack = 64;

    // A union in a union is tried again where it is read, so that each level costs as much as all that it holds.
    private const int DeepestTrial = 8;

    // Types of the same names beyond this many are told by their names alone.
    private const int MostTried = 16;

    /// <summary>Looks ahead for the value of one property by which the object at which the cursor stands says what it is.</summary>
    /// <param name="name">The property's name.</param>
    /// <returns>The string; a number or a boolean as it is written; null where it is absent or of another kind.</returns>
    public readonly string? Peek(string name)
    {
        var ahead = this;
        return !ahead.Seek(name) ? null : ahead.Token switch
        {
            JsonTokenType.String => ahead.TakeString(),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            JsonTokenType.Number => Encoding.UTF8.GetString(ahead.Take()),
            _ => null,
        };
    }

    /// <summary>Looks ahead whether the object at which the cursor stands has a property that is not null.</summary>
    /// <param name="name">The property's name.</param>
    public readonly bool Has(string name)
    {
        var ahead = this;
        return ahead.Seek(name) && ahead.Token != JsonTokenType.Null;
    }

    /// <summary>
    /// Looks ahead which of several types of objects declares most of what the object at which the cursor stands has, null left out.
    /// </summary>
    /// <param name="types">The names of each type's properties.</param>
    /// <param name="orFirst">Whether it is the first one where two are as near.</param>
    /// <returns>
    /// The index of the type; of those that declare as much, of the one as which the object is read with the fewest deviations, and of
    /// these of the one with the fewest names. -1 where two have as few, where each leaves half of the object or more undeclared, and
    /// where the cursor stands at no object.
    /// </returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly int Nearest(scoped ReadOnlySpan<JsonNames> types, bool orFirst = false)
    {
        var ahead = this;
        var total = 0;
        Span<long> fits = types.Length <= MostOnStack ? stackalloc long[types.Length] : new long[types.Length];
        for (var isInside = Token == JsonTokenType.StartObject && ahead.Enter((byte)'}'); isInside; isInside = ahead.More((byte)'}'))
        {
            var name = ahead.NameUtf8();
            var isSaid = ahead.Token != JsonTokenType.Null;
            for (var i = 0; isSaid && i < types.Length; i++)
                fits[i] += types[i].Find(name) is null ? 0 : 1;
            total += isSaid ? 1 : 0;
            ahead.Skip();
        }

        var declared = Most(fits);
        if (declared * 2 <= total)
            return -1;
        if (fits.Count(declared) > 1 && CanTry)
            Try(_utf8[_at..ahead._at], types, fits, declared);
        var (nearest, isOnly) = Smallest(types, fits);
        return isOnly || orFirst ? nearest : -1;
    }

    /// <summary>
    /// Looks ahead whether the value at which the cursor stands is read as a type without a deviation; where that is too much to try,
    /// it is.
    /// </summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TCodec">How it is read.</typeparam>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly bool Fits<T, TCodec>()
        where TCodec : IJsonCodec<T> => !CanTry || IsWhole<T, TCodec>();

    // What is tried tries nothing itself: else each level of unions would double what is read.
    private readonly bool CanTry => _depth < DeepestTrial && _deviations is not { IsTrial: true };

    private readonly bool IsWhole<T, TCodec>()
        where TCodec : IJsonCodec<T>
    {
        var deviations = new JsonDeviations("", default) { IsTrial = true };
        var ahead = new JsonCursor(_utf8[_at..], deviations);
        return TCodec.TryRead(ref ahead, out _) && ahead._kept != Kept.Misfit && deviations.Count == 0;
    }

    /// <summary>Reads an object as each of the types that declare most of it: the fewer deviations, the better it fits.</summary>
    private static void Try(ReadOnlySpan<byte> text, ReadOnlySpan<JsonNames> types, Span<long> fits, long declared)
    {
        var left = MostTried;
        for (var i = 0; i < types.Length && left > 0; i++)
            if (fits[i] == declared && types[i].Try is { } deviationsOf)
            {
                fits[i] = long.MaxValue - deviationsOf(text);
                left--;
            }
    }

    private static (int Index, bool IsOnly) Smallest(ReadOnlySpan<JsonNames> types, ReadOnlySpan<long> fits)
    {
        var most = Most(fits);
        var (smallest, isOnly) = (-1, true);
        for (var i = 0; i < types.Length; i++)
        {
            var fewer = fits[i] < most ? -1 : smallest < 0 ? 1 : types[smallest].Count - types[i].Count;
            if (fewer > 0)
                (smallest, isOnly) = (i, true);
            else if (fewer == 0)
                isOnly = false;
        }

        return (smallest, isOnly);
    }

    private static long Most(ReadOnlySpan<long> fits)
    {
        var most = 0L;
        foreach (var fit in fits)
            most = Math.Max(most, fit);
        return most;
    }

    /// <summary>
    /// The first token inside the array at which the cursor stands; <see cref="JsonTokenType.None"/> where it stands at no array.
    /// </summary>
    public readonly JsonTokenType FirstItem()
    {
        if (Token != JsonTokenType.StartArray)
            return JsonTokenType.None;
        var ahead = this;
        return ahead.Enter((byte)']') ? ahead.Token : JsonTokenType.EndArray;
    }

    /// <summary>Goes to the value of a property of the object at which the cursor stands.</summary>
    private bool Seek(string name)
    {
        if (Token != JsonTokenType.StartObject || !Enter((byte)'}'))
            return false;
        do
        {
            var found = Name(out var form);
            if (form == JsonStringForm.Ascii ? Ascii.Equals(found, name) : Text(found, form) == name)
                return true;
            Skip();
        }
        while (More((byte)'}'));
        return false;
    }
}
