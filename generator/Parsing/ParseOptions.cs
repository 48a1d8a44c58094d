using Intercom.Generator.Model;

namespace Intercom.Generator.Parsing;

/// <summary>What the project asks for, beyond the document itself.</summary>
/// <param name="Tags">The tags whose operations and topics are wanted; with none and no operations, everything is.</param>
/// <param name="Operations">The operations that are wanted, by verb and path.</param>
internal sealed record ParseOptions(
    string DocumentName,
    string Namespace = "Intercom",
    string ClientName = "IntercomClient",
    string Accessibility = "public",
    string Folder = "",
    EquatableArray<string> Tags = default,
    EquatableArray<string> Operations = default);
