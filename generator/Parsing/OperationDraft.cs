using Intercom.Generator.Model;

namespace Intercom.Generator.Parsing;

/// <summary>An operation before its types have their final names.</summary>
internal sealed record OperationDraft(Operation Operation, string? OperationId, bool IsNameGiven, string Pointer, System.Text.Json.Nodes.JsonObject? Job);
