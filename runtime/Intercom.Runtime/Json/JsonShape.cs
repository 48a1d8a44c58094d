using System.ComponentModel;

namespace Intercom.Json;

/// <summary>What objects of a type declare, for whoever must tell one type from another before an object is read.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonShape<T>
    where T : JsonRecord, IJson<T>
{
    /// <summary>The names of its properties.</summary>
    public static JsonNames Names { get; } = Made();

    private static JsonNames Made()
    {
        var json = new JsonCursor("{}"u8);
        var names = T.Read(ref json).NamesOfProperties;
        names.Try = DeviationsOf;
        return names;
    }

    private static int DeviationsOf(ReadOnlySpan<byte> utf8)
    {
        var deviations = new JsonDeviations("", default) { IsTrial = true };
        var json = new JsonCursor(utf8, deviations);
        json.Record<T>();
        return deviations.Count;
    }
}
