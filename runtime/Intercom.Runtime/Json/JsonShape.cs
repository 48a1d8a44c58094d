using System.ComponentModel;

namespace Intercom.Json;

/// <summary>What objects of a type declare, for whoever must tell one type from another before an object is read.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonShape<T>
    where T : JsonRecord, IJson<T>
{
    /// <summary>The names of its properties.</summary>
    public static JsonNames Names { get; } = Empty().NamesOfProperties;

    private static T Empty()
    {
        var json = new JsonCursor("{}"u8);
        return T.Read(ref json);
    }
}
