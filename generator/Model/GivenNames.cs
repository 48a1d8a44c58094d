namespace Intercom.Generator.Model;

/// <summary>The names of a client by the places that they were given to, so that a later document leaves them there.</summary>
/// <param name="Operations">The methods, as an overlay says them.</param>
/// <param name="Types">The types, each with what it is.</param>
internal sealed record GivenNames(EquatableArray<GivenName> Operations, EquatableArray<GivenName> Types);

/// <param name="Value">The name, and what else is kept of the place.</param>
internal sealed record GivenName(string Place, string Value);
