using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Intercom.Json;

/// <remarks>A body that is an array where an object is declared, and the other way round.</remarks>
public ref partial struct JsonCursor
{
    private const string ItemsName = "data";

    /// <summary>
    /// Reads an array as the record whose list it is: the one list that the type declares, or the one that is called <c>data</c>.
    /// </summary>
    /// <returns>False where there is no array, or the type is no record.</returns>
    internal bool TryFromList<T>([NotNullWhen(true)] out T? value)
        where T : IJson<T>
    {
        value = default;
        if (Token != JsonTokenType.StartArray || !T.Accepts(JsonTokenType.StartObject) || Empty<T>() is not JsonRecord record)
            return false;
        Report("object");
        var (names, name) = (record.NamesOfProperties, ListOf<T>(record.NamesOfProperties));
        _names = names;
        if (name is null)
        {
            // Kept under the name that the whole body has in a path.
            var text = Take();
            _deviations?.Untyped(text);
            Scratch().Add([.. "\"$\":"u8, .. text]);
        }
        else
        {
            ReadProperty(record, name);
            (record as JsonRequest)?.AssignedAsRead(name.Index);
        }

        if (_hasScratch)
            EndScratch(record);
        _scratch?.Return();
        value = (T)(object)record;
        return true;
    }

    /// <summary>Reads an object as the list that it holds, or as the one item of a list.</summary>
    internal IReadOnlyList<T> ListFromObject<T, TCodec>()
        where TCodec : IJsonCodec<T>
    {
        Report("array");
        var ahead = this;
        if (!ahead.Seek(ItemsName) || ahead.Token != JsonTokenType.StartArray)
            return TCodec.TryRead(ref this, out var item) && _kept != Kept.Misfit ? [item] : [];
        Take();
        return ahead.List<T, TCodec>()!;
    }

    private static T Empty<T>()
        where T : IJson<T>
    {
        var json = new JsonCursor("{}"u8);
        return T.Read(ref json);
    }

    private static JsonName? ListOf<T>(JsonNames names)
        where T : IJson<T>
    {
        var record = (JsonRecord)(object)Empty<T>();
        var lists = new List<JsonName>();
        for (var i = 0; i < names.Count; i++)
        {
            var json = new JsonCursor("[]"u8) { _names = names, _index = i };
            record.VisitProperty(ref json, i);
            if (json._isList)
                lists.Add(names.Name(i));
        }

        return lists.Count == 1 ? lists[0] : lists.Find(static name => name.Text == ItemsName);
    }
}
