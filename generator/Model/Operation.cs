using Intercom.Generator.SafeText;

namespace Intercom.Generator.Model;

/// <summary>One operation of the document: one method.</summary>
/// <param name="Name">The method's name, without <c>Async</c>.</param>
/// <param name="Verb">GET, POST, …</param>
/// <param name="Path">The path template, as in the document.</param>
/// <param name="Accept">The media type that the document prescribes, where it is not JSON.</param>
/// <param name="IsSafe">Whether the call may be repeated although its verb does not say so.</param>
/// <param name="Fixed">The query parameter that the method always sends, if there is one.</param>
/// <param name="Also">A second method of the operation, which sends such a parameter and gets another answer.</param>
internal sealed record Operation(
    string Name,
    string Verb,
    string Path,
    Doc Doc,
    EquatableArray<Argument> Arguments,
    Body? Body,
    Result Result,
    Paging? Paging,
    EventStream? Stream,
    Job? Job,
    string? Accept,
    bool IsSafe,
    bool IsDeprecated,
    FixedQuery? Fixed = null,
    Operation? Also = null)
{
    public string Id => $"{Verb} {Path}";
}

/// <summary>A query parameter with the value that a method always sends.</summary>
internal sealed record FixedQuery(string Name, string Value);

internal enum ArgumentPlace
{
    Path,
    Query,
}

/// <summary>An argument of a method, other than the body.</summary>
internal sealed record Argument(string Name, string WireName, ArgumentPlace Place, TypeRef Type, bool IsRequired, string Doc);

internal enum BodyKind
{
    Json,
    Form,
}

/// <summary>The body of a request.</summary>
internal sealed record Body(string Name, TypeRef Type, BodyKind Kind, bool IsRequired, string Doc);

internal enum ResultKind
{
    Nothing,
    Json,
    Text,
    Location,
    Download,
}

/// <summary>What a method returns.</summary>
/// <param name="MayBeItem">Whether one item may come in place of the list that it is declared to be.</param>
internal sealed record Result(ResultKind Kind, TypeRef? Type, string Doc, bool MayBeItem = false);

/// <summary>How the pages of a list follow each other.</summary>
/// <param name="Items">The C# path from the page to its items: <c>Data</c>, <c>Data?.Articles</c>.</param>
/// <param name="Item">The type of an item.</param>
/// <param name="Cursor">Where the next page is asked for.</param>
/// <param name="TakesItem">Whether one item may come in place of a page.</param>
internal sealed record Paging(Code Items, TypeRef Item, PagingCursor Cursor, bool TakesItem = false);

/// <summary>The work that an operation sets going, and how it is followed to its end.</summary>
/// <param name="Id">The property of the result that names the job.</param>
/// <param name="State">The C# path to the word for the job's state.</param>
internal sealed record Job(string Id, JobCall Poll, string Status, Code State, EquatableArray<string> Succeeded, EquatableArray<string> Failed, JobCall? Download);

/// <summary>A call about a job that runs.</summary>
/// <param name="Client">The client that has the method; null where it is the one that starts the job.</param>
/// <param name="Required">The arguments that the method needs besides the job's identifier.</param>
internal sealed record JobCall(string? Client, string Method, EquatableArray<Argument> Required);

/// <summary>The stream of events that a result gives the address of.</summary>
/// <param name="Event">The type of an event.</param>
/// <param name="Address">The property of the result that holds the address.</param>
internal sealed record EventStream(string Event, string Address);

internal enum PagingCursor
{
    Query,
    Pagination,
    Body,
}
