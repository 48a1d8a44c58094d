using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace Intercom.Json;

public ref partial struct JsonCursor
{
    // Unions of more cases than this are counted in memory of their own.
    private const int MostOnStack = 64;

    /// <summary>Looks ahead for the string value of one property of the object at which the cursor stands.</summary>
    /// <param name="name">The property's name.</param>
    /// <returns>The value, or null where it is absent or of another kind; a boolean as <c>true</c> or <c>false</c>.</returns>
    public readonly string? Peek(string name)
    {
        var ahead = this;
        return !ahead.Seek(name) ? null : ahead.Token switch
        {
            JsonTokenType.String => ahead.TakeString(),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
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
    /// The index of the type; of those that declare as much, of the one with the fewest names. -1 where two have as few, where each leaves
    /// half of the object or more undeclared, and where the cursor stands at no object.
    /// </returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly int Nearest(scoped ReadOnlySpan<JsonNames> types, bool orFirst = false)
    {
        var ahead = this;
        var total = 0;
        Span<int> declared = types.Length <= MostOnStack ? stackalloc int[types.Length] : new int[types.Length];
        for (var isInside = Token == JsonTokenType.StartObject && ahead.Enter((byte)'}'); isInside; isInside = ahead.More((byte)'}'))
        {
            var name = ahead.NameUtf8();
            var isSaid = ahead.Token != JsonTokenType.Null;
            for (var i = 0; isSaid && i < types.Length; i++)
                declared[i] += types[i].Find(name) is null ? 0 : 1;
            total += isSaid ? 1 : 0;
            ahead.Skip();
        }

        var (nearest, isOnly) = Most(types, declared);
        return nearest >= 0 && (isOnly || orFirst) && declared[nearest] * 2 > total ? nearest : -1;
    }

    private static (int Index, bool IsOnly) Most(ReadOnlySpan<JsonNames> types, ReadOnlySpan<int> declared)
    {
        var (most, isOnly) = (-1, true);
        for (var i = 0; i < types.Length; i++)
        {
            var more = most < 0 ? 1 : declared[i] - declared[most];
            var fewer = most < 0 ? 0 : types[most].Count - types[i].Count;
            if (more > 0 || (more == 0 && fewer > 0))
                (most, isOnly) = (i, true);
            else if (more == 0 && fewer == 0)
                isOnly = false;
        }

        return (most, isOnly);
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
