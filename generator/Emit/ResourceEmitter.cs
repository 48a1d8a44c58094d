using Intercom.Generator.Model;
using Intercom.Generator.SafeText;

namespace Intercom.Generator.Emit;

/// <summary>The client of one resource: a method per operation, each one expression.</summary>
internal static class ResourceEmitter
{
    private static readonly Name[] Usings = Array.ConvertAll(
        ["System", "System.Collections.Generic", "System.Text.Json", "System.Threading", "System.Threading.Tasks", "Intercom", "Intercom.Json"],
        Name.Dotted);

    public static EmittedFile Emit(ClientHeader header, Resource resource) => EmittedFile.Of(
        header,
        "Clients/" + resource.ClientName,
        Name.Dotted(header.Namespace),
        header.HasModels ? [.. Usings, header.ModelNamespace] : Usings,
        [Client(header, resource, Name.Of(resource.ClientName))]);

    private static Code Client(ClientHeader header, Resource resource, Name client) => Code.Text($$"""
        {{DocEmitter.Emit(resource.Doc)}}
        {{header.Visibility}} partial class {{client}}
        {
            private readonly IntercomConnection _connection;

            /// <summary>Calls Intercom through a connection.</summary>
            /// <param name="connection">The connection.</param>
            public {{client}}(IntercomConnection connection) => _connection = connection;

            /// <summary>For test doubles, which override what they need.</summary>
            protected {{client}}() => _connection = null!;

            {{Code.Blocks(resource.Operations.SelectMany(Methods))}}
        }
        """);

    private static IEnumerable<Code> Methods(Operation operation) =>
    [
        Method(operation),
        operation.Also is { } also ? Method(also) : Code.Nothing,
        StreamEmitter.Emit(operation, BodyType(operation.Body)),
        .. JobEmitter.Emit(operation, BodyType(operation.Body)),
    ];

    /// <summary>The methods of an operation as the listing of the API has them: without the parameters that every method has.</summary>
    public static IEnumerable<Code> ListedSignatures(Operation operation) =>
    [
        Signature(operation, isListed: true),
        .. operation.Also is { } also ? [Signature(also, isListed: true)] : Array.Empty<Code>(),
        .. operation.Stream is { } stream ? [StreamEmitter.Signature(operation, stream, BodyType(operation.Body), isListed: true)] : Array.Empty<Code>(),
        .. operation.Job is { } job
            ? [JobEmitter.StartSignature(operation, job, BodyType(operation.Body), isListed: true), JobEmitter.ResumeSignature(operation, job, isListed: true)]
            : Array.Empty<Code>(),
    ];

    private static Code Method(Operation operation) => Code.Text($$"""
        {{DocEmitter.Emit(operation.Doc, DocLine.Verbatim(operation.Id))}}
        {{DocEmitter.Params(operation.Arguments.Where(static a => a.Place == ArgumentPlace.Path))}}
        {{(operation.Body is { } body ? DocEmitter.Param(body.Name, body.Doc) : Code.Nothing)}}
        {{DocEmitter.Params(operation.Arguments.Where(static a => a.Place == ArgumentPlace.Query))}}
        /// <param name="options">What this call does differently.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        {{DocEmitter.Returns(operation.Result.Doc)}}
        {{(operation.IsDeprecated ? Code.Of("[Obsolete(\"The document marks it as deprecated.\")]") : Code.Nothing)}}
        public virtual {{Signature(operation, isListed: false)}} =>
            _connection.{{Call(operation)}}({{Request(operation)}}, {{Pages(operation)}}options, cancellationToken);
        """);

    private static Code Pages(Operation operation) =>
        operation.Paging is { } paging ? Code.Text($"PagePlace.{paging.Cursor}, static page => page.{paging.Items}, {Single(operation, paging)}") : Code.Nothing;

    private static Code Single(Operation operation, Paging paging) =>
        paging.TakesItem ? Code.Text($"static item => new {TypeText.Of(operation.Result.Type!)} {{ {paging.Items} = [item] }}, ") : Code.Nothing;

    private static Code Signature(Operation operation, bool isListed) =>
        Code.Text($"{Returns(operation)} {Name.Of(operation.Name)}Async({Code.List(Parameters(operation).Concat(isListed ? [] : CallParameters.Both))})");

    private static Code Returns(Operation operation) => operation.Paging is { } paging
        ? Code.Text($"Paged<{TypeText.Of(operation.Result.Type!)}, {TypeText.Of(paging.Item)}>")
        : operation.Result switch
        {
            { Kind: ResultKind.Nothing } => Code.Of("Task"),
            { Kind: ResultKind.Text } => Code.Of("Task<string>"),
            { Kind: ResultKind.Location } => Code.Of("Task<Uri>"),
            { Kind: ResultKind.Download } => Code.Of("Task<IntercomDownload>"),
            { Type: { Kind: TypeKind.Record or TypeKind.Union or TypeKind.List } type } => Code.Text($"Task<{TypeText.Of(type)}>"),
            _ => Code.Of("Task<JsonElement>"),
        };

    private static Code Call(Operation operation) => operation.Paging is not null
        ? Code.Text($"Pages<{TypeText.Of(operation.Result.Type!)}, {TypeText.Of(operation.Paging.Item)}>")
        : operation.Result switch
        {
            { Kind: ResultKind.Nothing } => Code.Of("SendAsync"),
            { Kind: ResultKind.Text } => Code.Of("SendTextAsync"),
            { Kind: ResultKind.Location } => Code.Of("SendLocationAsync"),
            { Kind: ResultKind.Download } => Code.Of("DownloadAsync"),
            { Type: { Kind: TypeKind.Record or TypeKind.Union } type } => Code.Text($"SendAsync<{TypeText.Of(type)}>"),
            { Type: { Kind: TypeKind.List } type } => Code.Text($"SendListAsync<{TypeText.Of(type.Item!)}, {TypeText.Codec(type.Item!)}>"),
            _ => Code.Of("SendElementAsync"),
        };

    private static IEnumerable<Code> Parameters(Operation operation) =>
    [
        .. operation.Arguments.Where(static a => a.Place == ArgumentPlace.Path).Select(static a => Code.Text($"string {Name.Of(a.Name)}")),
        .. operation.Body is { IsRequired: true } body ? [Code.Text($"{BodyType(body)} {Name.Of(body.Name)}")] : Array.Empty<Code>(),
        .. operation.Arguments.Where(static a => a.Place == ArgumentPlace.Query && a.IsRequired).Select(static a => Code.Text($"{QueryType(a.Type)} {Name.Of(a.Name)}")),
        .. operation.Body is { IsRequired: false } optional ? [Code.Text($"{BodyType(optional)}? {Name.Of(optional.Name)} = null")] : Array.Empty<Code>(),
        .. operation.Arguments.Where(static a => a.Place == ArgumentPlace.Query && !a.IsRequired).Select(static a => Code.Text($"{QueryType(a.Type)}? {Name.Of(a.Name)} = null")),
    ];

    private static Code BodyType(Body? body) => body switch
    {
        null => Code.Nothing,
        { Type.Kind: TypeKind.Json } => Code.Of("IntercomValue"),
        _ => TypeText.Of(body.Type),
    };

    private static Code QueryType(TypeRef type) => type.Kind == TypeKind.List ? Code.Text($"IEnumerable<{TypeText.Of(type.Item!)}>") : TypeText.Of(type);

    private static Code Request(Operation operation) => Code.Concat(
    [
        Code.Text($"new ApiRequest({Code.List(PathArguments(operation).Prepend(Literal.Of(operation.Id)))})"),
        .. operation.Arguments.Where(static a => a.Place == ArgumentPlace.Query).Select(static a => Code.Text($".Query({Literal.Of(a.WireName)}, {Name.Of(a.Name)})")),
        operation.Fixed is { } always ? Code.Text($".Query({Literal.Of(always.Name)}, {Literal.Of(always.Value)})") : Code.Nothing,
        operation.Body is null ? Code.Nothing : Sent(operation.Body, Name.Of(operation.Body.Name)),
        operation.Accept is null ? Code.Nothing : Code.Text($".Header(\"Accept\", {Literal.Of(operation.Accept)})"),
        operation.IsSafe ? Code.Of(".Safe()") : Code.Nothing,
    ]);

    private static IEnumerable<Code> PathArguments(Operation operation) =>
        operation.Arguments.Where(static a => a.Place == ArgumentPlace.Path).Select(static a => (Code)Name.Of(a.Name));

    private static Code Sent(Body body, Name name) => body switch
    {
        { Kind: BodyKind.Form } => Code.Text($".Form({name})"),
        { IsRequired: false, Type.Kind: TypeKind.Record } => Code.Text($".OptionalBody({name})"),
        { Type.Kind: TypeKind.List or TypeKind.Map } list => Code.Text($".Body<{TypeText.Of(list.Type)}, {TypeText.Codec(list.Type)}>({name})"),
        { Type.Kind: TypeKind.Json } => Code.Text($".RawBody({name})"),
        _ => Code.Text($".Body({name})"),
    };
}
