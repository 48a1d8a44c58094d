using Intercom.Generator.SafeText;

namespace Intercom.Generator.Model;

/// <summary>One operation of the document: one method.</summary>
/// <param name="Name">The method's name, without <c>Async</c>.</param>
/// <param name="Verb">GET, POST, …</param>
/// <param name="Path">The path template, as in the document.</param>
/// <param name="Query">The parameter for what need not be given; null where there is nothing of that kind.</param>
/// <param name="Events">What a second method gives, where the operation can answer with a stream of events as well.</param>
/// <param name="Server">The path of the server, where the operation has one of its own.</param>
/// <param name="Accept">The media type that the document prescribes, where it is not JSON.</param>
/// <param name="Versions">The client's version in the letters of the operation, where it writes it otherwise.</param>
/// <param name="IsSafe">Whether the call may be repeated although its verb does not say so.</param>
/// <param name="Fixed">The query parameter that the method always sends, if there is one.</param>
/// <param name="Also">A second method of the operation, which sends such a parameter and gets another answer.</param>
/// <param name="Shortcuts">Methods that make the body of their arguments.</param>
/// <param name="Page">The address of the page that describes it.</param>
/// <param name="Since">Since which version it is there; null where all have it.</param>
/// <param name="Sample">A call of it in C#, as an overlay writes it; null where none does.</param>
internal sealed record Operation(
    string Name,
    string Verb,
    string Path,
    Doc Doc,
    EquatableArray<Argument> Arguments,
    QueryArgument? Query,
    Body? Body,
    Result Result,
    EventsResult? Events,
    Paging? Paging,
    EventStream? Stream,
    Job? Job,
    ServerPath? Server,
    string? Accept,
    EquatableArray<string> Versions,
    bool IsSafe,
    bool IsDeprecated,
    FixedQuery? Fixed = null,
    Operation? Also = null,
    EquatableArray<Shortcut> Shortcuts = default,
    string? Page = null,
    Since? Since = null,
    string? Sample = null)
{
    public string Id => $"{Verb} {Path}";

    /// <summary>Whether a method of it gives a stream of events.</summary>
    public bool GivesEvents => Events is not null || Result.IsEvents;

    public IEnumerable<Argument> PathArguments => Arguments.Where(static argument => argument.Place == ArgumentPlace.Path);

    public IEnumerable<Argument> OtherArguments => Arguments.Where(static argument => argument.Place != ArgumentPlace.Path);
}

/// <summary>A query parameter with the value that a method always sends.</summary>
internal sealed record FixedQuery(string Name, string Value);

/// <summary>A method beside that of an operation, which makes the body.</summary>
/// <param name="Name">The method's name, without <c>Async</c>.</param>
/// <param name="Body">The type of the body that it sends.</param>
/// <param name="Arguments">What it makes the body of; nothing where it takes it whole.</param>
internal sealed record Shortcut(string Name, TypeName Body, EquatableArray<ShortcutArgument> Arguments, Doc Doc);

/// <summary>An argument of a shortcut.</summary>
/// <param name="Property">The property of the body that it is.</param>
/// <param name="Made">What is made of it for the property; null where it is that.</param>
internal sealed record ShortcutArgument(string Name, string Property, TypeName Type, string Doc, TypeName? Made = null);

internal enum ArgumentPlace
{
    Path,
    Query,
    Header,
    Cookie,
}

/// <summary>An argument of a method, other than the body.</summary>
/// <param name="Type">The type as it is declared.</param>
/// <param name="Method">What of the runtime sends it; null where it is handed on as it is.</param>
/// <param name="Style">How several values are written, where that is to be said.</param>
/// <param name="Member">The property that holds it, where it need not be given; null where it is a parameter.</param>
/// <param name="Since">Since which version it is there; null where all have it.</param>
internal sealed record Argument(
    string Name,
    string WireName,
    ArgumentPlace Place,
    TypeName Type,
    TypeName? Method,
    ParameterStyle? Style,
    bool IsRequired,
    string? Member,
    string Doc,
    Since? Since = null);

/// <summary>The parameter that takes what need not be given.</summary>
internal sealed record QueryArgument(string Name, string Type);

/// <summary>How several values are written; the runtime has the same names for it.</summary>
internal enum ParameterStyle
{
    FormExploded,
    Form,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
    Simple,
    SimpleExploded,
    Label,
    LabelExploded,
    Matrix,
    MatrixExploded,
    Json,
}

/// <summary>The body of a request.</summary>
/// <param name="Type">The type as it is declared, without the question mark of an optional one.</param>
/// <param name="Method">What of the runtime sends it.</param>
/// <param name="MediaType">Its media type, where that is to be said.</param>
/// <param name="Fields">How fields of an urlencoded form are written that have several values.</param>
internal sealed record Body(
    string Name,
    TypeName Type,
    TypeName Method,
    string? MediaType,
    EquatableArray<FieldStyle> Fields,
    bool IsRequired,
    string Doc);

/// <summary>How a field of an urlencoded form is written.</summary>
internal sealed record FieldStyle(string Name, ParameterStyle Style);

/// <summary>What a method returns.</summary>
/// <param name="Returns">The type that the method returns.</param>
/// <param name="Type">The type of the value; null where there is none.</param>
/// <param name="Call">The connection's method that is called.</param>
/// <param name="IsEvents">Whether it is a stream of events.</param>
internal sealed record Result(TypeName Returns, TypeName? Type, TypeName Call, string Doc, bool IsEvents = false);

/// <summary>The stream of events that an operation answers with where it is asked for one.</summary>
/// <param name="Name">The method's name, without <c>Async</c>.</param>
internal sealed record EventsResult(string Name, TypeName Returns, TypeName Call, string Doc);

/// <summary>The path of an operation's own server.</summary>
/// <param name="From">The path of the document's server.</param>
/// <param name="To">The path that takes its place.</param>
internal sealed record ServerPath(string From, string To);

/// <summary>How the pages of a list follow each other.</summary>
/// <param name="Items">The C# path from the page to its items: <c>Data</c>, <c>Data?.Articles</c>.</param>
/// <param name="Item">The type of an item.</param>
/// <param name="Cursor">Where the next page is asked for.</param>
/// <param name="TakesItem">Whether one item may come in place of a page.</param>
internal sealed record Paging(Code Items, TypeName Item, PagingCursor Cursor, bool TakesItem = false);

/// <summary>The work that an operation sets going, and how it is followed to its end.</summary>
/// <param name="Id">The property of the result that names the job.</param>
/// <param name="State">The property that holds the word for the job's state.</param>
/// <param name="IsStateEnum">Whether the word is an enum's.</param>
internal sealed record Job(
    string Id,
    JobCall Poll,
    string Status,
    string State,
    bool IsStateEnum,
    EquatableArray<string> Succeeded,
    EquatableArray<string> Failed,
    JobCall? Download);

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
