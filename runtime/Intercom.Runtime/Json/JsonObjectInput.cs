using System.Text.Json;

namespace Intercom.Json;

/// <summary>The state of reading one object: which declared property is next, and what is kept besides.</summary>
public ref struct JsonObjectInput
{
    private readonly JsonNames _names;
    private int _entry;

    internal JsonObjectInput(JsonNames names)
    {
        _names = names;
        _entry = -1;
    }

    /// <summary>The index of the property at whose value the input stands.</summary>
    public int Index { get; private set; }

    /// <summary>What was in the object besides the declared properties; null where there was nothing.</summary>
    public JsonProperties? Rest { get; private set; }

    /// <summary>Moves to the value of the next declared property, keeping undeclared ones on the way.</summary>
    /// <param name="json">The input, inside the object.</param>
    /// <returns>False at the end of the object.</returns>
    public bool Next(ref JsonInput json)
    {
        if (json.HasKept)
            Keep(ref json);
        while (json.Advance() && json.Token == JsonTokenType.PropertyName)
        {
            var entry = json.Find(_names, _entry + 1);
            if (entry >= 0)
            {
                _entry = entry;
                Index = _names.IndexOf(entry);
                if (entry >= _names.Count)
                    (Rest ??= new JsonProperties()).Keep(new(Index, entry, null));
                json.Advance();
                return true;
            }

            json.AddTo(Rest ??= new JsonProperties());
        }

        return false;
    }

    private void Keep(ref JsonInput json)
    {
        var rest = Rest ??= new JsonProperties();
        if (json.TakeKept(out var value))
            rest.AddMisfit(_names, Index, value);
        else
            rest.Keep(new(Index, _entry, value.ToArray()));
    }
}
