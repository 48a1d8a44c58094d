using System.Text.RegularExpressions;

namespace Intercom.Json;

/// <summary>A place where what was read was not what the document declares. The value was kept; nothing was thrown.</summary>
/// <param name="Operation">
/// The operation, as verb and path template: <c>GET /contacts/{id}</c>; of a webhook its topic, of an event of Fin its name.
/// </param>
/// <param name="Path">The place in the body, as a JSON path: <c>$.data[3].avatar</c>.</param>
/// <param name="Expected">What the document declares: <c>object</c>, <c>string</c>, <c>integer</c>, <c>unix time</c>, …</param>
/// <param name="Found">What the body holds: <c>string</c>, <c>number</c>, <c>null</c>, …</param>
public readonly partial record struct JsonDeviation(string Operation, string Path, string Expected, string Found)
{
    /// <summary>What differs.</summary>
    public JsonDeviationKind Kind { get; init; }

    /// <summary>The place without the positions in lists, the same for all items of a list: <c>$.data[*].avatar</c>.</summary>
    public string Place => Path is null ? "" : Position().Replace(Path, "[*]");

    [GeneratedRegex(@"\[[0-9]+\]")]
    private static partial Regex Position();
}

/// <summary>What differs where something was not what the document declares.</summary>
public enum JsonDeviationKind
{
    /// <summary>A value has another shape, or a time another form, than declared.</summary>
    Value,

    /// <summary>A property is there that its type does not declare.</summary>
    UndeclaredProperty,

    /// <summary>An object has none of the properties of its type, but others; or a value is none of the cases of its union.</summary>
    UnknownType,

    /// <summary>A list, an identifier or the word that tells what an object is was left out; its property is empty.</summary>
    MissingProperty,
}
