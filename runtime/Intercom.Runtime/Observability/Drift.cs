using Intercom.Json;

namespace Intercom;

/// <summary>A place where what came was not what the document declares, and how often.</summary>
/// <param name="Operation">The operation, as verb and path template; of a webhook its topic, of an event of Fin its name.</param>
/// <param name="Path">
/// The place, as a JSON path in which every item of a list is <c>[*]</c>; a name that is no plain word is <c>*</c>.
/// </param>
/// <param name="Kind">What differs.</param>
/// <param name="Expected">What the document declares.</param>
/// <param name="Found">What came: <c>string</c>, <c>number</c>, <c>object</c>, …</param>
/// <param name="Count">How often it was seen.</param>
public sealed record Drift(string Operation, string Path, JsonDeviationKind Kind, string Expected, string Found, long Count);
