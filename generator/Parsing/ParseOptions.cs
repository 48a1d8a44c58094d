namespace Intercom.Generator.Parsing;

/// <summary>What the project asks for, beyond the document itself.</summary>
internal sealed record ParseOptions(
    string DocumentName,
    string Namespace = "Intercom",
    string ClientName = "IntercomClient",
    string Accessibility = "public",
    string Folder = "");
