namespace Intercom.Json;

/// <summary>A place where a response was not what the document declares. The value was kept; nothing was thrown.</summary>
/// <param name="Operation">The operation, as verb and path template: <c>GET /contacts/{id}</c>; of a webhook its topic, of an event of Fin its name.</param>
/// <param name="Path">The place in the body, as a JSON path: <c>$.data[3].avatar</c>.</param>
/// <param name="Expected">What the document declares: <c>object</c>, <c>string</c>, <c>integer</c>, <c>unix time</c>, …</param>
/// <param name="Found">What the body holds: <c>string</c>, <c>number</c>, <c>null</c>, …</param>
public readonly record struct JsonDeviation(string Operation, string Path, string Expected, string Found);
