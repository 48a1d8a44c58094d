using Intercom.Generator.Model;

namespace Intercom.Generator.Parsing;

/// <summary>An operation before its types have their final names.</summary>
/// <param name="Tags">The document's tags for it.</param>
internal sealed record OperationDraft(
    string Group,
    Operation Operation,
    string? OperationId,
    bool IsNameGiven,
    string Pointer,
    IReadOnlyList<string> Tags,
    System.Text.Json.Nodes.JsonObject? Job)
{
    /// <summary>The types that are sent.</summary>
    public IEnumerable<TypeRef> Sent => Operation.Arguments.Select(static argument => argument.Type).Concat(Operation.Body is { } body ? [body.Type] : []);

    /// <summary>The types that are received.</summary>
    public IEnumerable<TypeRef> Received => new[] { Operation.Result.Type, Operation.Also?.Result.Type }.OfType<TypeRef>();
}

/// <summary>A topic before its type has its final name.</summary>
/// <param name="Tags">The document's tags for it.</param>
/// <param name="Aliases">Other names of it.</param>
internal sealed record TopicDraft(Topic Topic, IReadOnlyList<string> Tags, IReadOnlyList<string> Aliases)
{
    /// <summary>The types that are received.</summary>
    public IEnumerable<TypeRef> Received => Topic.Item is { } item ? [item] : [];
}
