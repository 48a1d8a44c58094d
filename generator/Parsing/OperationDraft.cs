using System.Text.Json.Nodes;
using Intercom.Generator.Model;
using Intercom.Generator.Parsing.Places;

namespace Intercom.Generator.Parsing;

/// <summary>An operation before its types have their final names.</summary>
internal sealed record OperationDraft
{
    public required string Group { get; init; }

    public required string Name { get; init; }

    /// <summary>Whether an overlay gave the name.</summary>
    public required bool IsNameGiven { get; init; }

    /// <summary>The name of the method that gives the events, where there is one besides.</summary>
    public string? EventsName { get; init; }

    public required string Verb { get; init; }

    public required string Path { get; init; }

    public required string Pointer { get; init; }

    /// <summary>The place by which it keeps its name.</summary>
    public required string Place { get; init; }

    public required Doc Doc { get; init; }

    public required IReadOnlyList<ArgumentDraft> Arguments { get; init; }

    /// <summary>The record of the arguments that need not be given; null where all must be.</summary>
    public required QueryDraft? Query { get; init; }

    /// <summary>The name of the parameter that takes the record.</summary>
    public required string QueryName { get; init; }

    public required BodyDraft? Body { get; init; }

    public required ResultDraft Result { get; init; }

    /// <summary>The events that the operation answers with where it is asked for them.</summary>
    public required ResultDraft? Events { get; init; }

    public required ServerPath? Server { get; init; }

    public required string? Accept { get; init; }

    /// <summary>The client's version in the letters of the operation, where it writes it otherwise.</summary>
    public required IReadOnlyList<string> Versions { get; init; }

    public bool IsSafe { get; init; }

    public bool IsDeprecated { get; init; }

    public string? OperationId { get; init; }

    /// <summary>The document's tags for it.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public JsonObject? Job { get; init; }

    /// <summary>The address of the page that describes it.</summary>
    public string? Page { get; init; }

    /// <summary>Methods that make the body of their arguments.</summary>
    public IReadOnlyList<ShortcutDraft> Shortcuts { get; init; } = [];

    /// <summary>Since which version it is there; null where all have it.</summary>
    public Since? Since { get; init; }

    /// <summary>A call of it in C#, as an overlay writes it.</summary>
    public string? Sample { get; init; }

    /// <summary>The fields by which it finds; null where none are said.</summary>
    public FieldsDraft? Search { get; init; }

    /// <summary>The query parameter that the method always sends.</summary>
    public FixedQuery? Fixed { get; init; }

    /// <summary>A second method of the operation, which sends such a parameter and gets another answer.</summary>
    public OperationDraft? Also { get; init; }

    public string Id => $"{Verb} {Path}";

    /// <summary>The types that are sent as JSON, or as what can be made of it.</summary>
    public IEnumerable<TypeRef> Sent =>
        Arguments.Select(static argument => argument.Type).Concat(Body is { Kind: not BodyKind.Form } body ? [body.Type] : []);

    /// <summary>The type that is sent in parts.</summary>
    public TypeRef? Form => Body is { Kind: BodyKind.Form } body ? body.Type : null;

    /// <summary>The types that are received.</summary>
    public IEnumerable<TypeRef> Received => new[] { Result.Type, Events?.Type, Also?.Result.Type }.OfType<TypeRef>();
}

/// <summary>An argument before its type has its final name.</summary>
/// <param name="Member">The property that holds it, where it is one of a record; null where it is a parameter.</param>
/// <param name="Since">Since which version such a property is there; null where all have it.</param>
internal sealed record ArgumentDraft(
    string Name,
    string WireName,
    Place Place,
    TypeRef Type,
    ParameterStyle? Style,
    bool IsRequired,
    string Doc,
    string Pointer,
    string? Member = null,
    Since? Since = null);

internal enum BodyKind
{
    Json,
    Form,
    UrlEncoded,
    Text,
    Content,
}

/// <summary>A body before its type has its final name.</summary>
/// <param name="MediaType">Its media type, where the runtime does not know it by itself.</param>
internal sealed record BodyDraft(
    string Name,
    TypeRef Type,
    BodyKind Kind,
    string? MediaType,
    IReadOnlyList<FieldStyle> Fields,
    bool IsRequired,
    string Doc);

internal enum ResultKind
{
    Nothing,
    Json,
    Text,
    Location,
    Download,
    Events,
}

/// <summary>What an operation answers with, before its type has its final name.</summary>
/// <param name="Statuses">The statuses whose bodies made its type, where there are some.</param>
internal sealed record ResultDraft(ResultKind Kind, TypeRef? Type, string Doc, IReadOnlyList<string> Statuses)
{
    /// <summary>Whether one item may come in place of the list that it is declared to be.</summary>
    public bool MayBeItem { get; init; }

    public ResultDraft(ResultKind kind, TypeRef? type, string doc)
        : this(kind, type, doc, [])
    {
    }
}

/// <summary>A topic before its type has its final name.</summary>
/// <param name="Item">The type of what its notifications are about; null where that is any JSON.</param>
/// <param name="Tags">The document's tags for it.</param>
/// <param name="Aliases">Other names of it.</param>
/// <param name="SentAs">The topic under which its notifications come, where this is only another name of it.</param>
internal sealed record TopicDraft(
    string Name,
    string Text,
    TypeRef? Item,
    Doc Doc,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Aliases,
    string? SentAs = null)
{
    /// <summary>The types that are received.</summary>
    public IEnumerable<TypeRef> Received => Item is { } item ? [item] : [];
}
