using System.Text;
using System.Text.Json;

namespace Intercom.Json;

public ref partial struct JsonCursor
{
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
