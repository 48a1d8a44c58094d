namespace Intercom.Generator.Model;

/// <summary>The names of a client by the places that they were given to, so that a later document leaves them there.</summary>
/// <param name="Operations">The methods, as an overlay says them.</param>
/// <param name="Types">The types, each with what it is.</param>
internal sealed record PlacedNames(EquatableArray<PlacedName> Operations, EquatableArray<PlacedName> Types);

/// <param name="Value">The name, and what else is kept of the place.</param>
internal sealed record PlacedName(string Place, string Value);
