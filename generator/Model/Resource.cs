namespace Intercom.Generator.Model;

/// <summary>A group of operations: one property of the client, one emitted client class.</summary>
internal sealed record Resource(string Name, string ClientName, Doc Doc, EquatableArray<Operation> Operations);

/// <summary>What the client itself says of a resource.</summary>
internal sealed record ResourceName(string Name, string ClientName, string Summary);
