using Intercom.Generator.Model;

namespace Intercom.Generator.Emit;

/// <summary>The client of one resource: a method per operation, each one expression.</summary>
internal static class ResourceEmitter
{
    private static readonly string[] Usings =
    [
        "System", "System.Collections.Generic", "System.Text.Json", "System.Threading", "System.Threading.Tasks", "Intercom", "Intercom.Json",
    ];

    public static EmittedFile Emit(ClientHeader header, Resource resource) => EmittedFile.Of(
        header,
        "Clients/" + resource.ClientName,
        header.Namespace,
        header.HasModels ? [.. Usings, header.ModelNamespace] : Usings,
        [
            Code.Text($$"""
                {{DocEmitter.Emit(resource.Doc)}}
                {{header.Accessibility}} partial class {{resource.ClientName}}
                {
                    private readonly IntercomConnection _connection;

                    /// <summary>Calls Intercom through a connection.</summary>
                    /// <param name="connection">The connection.</param>
                    public {{resource.ClientName}}(IntercomConnection connection) => _connection = connection;

                    /// <summary>For test doubles, which override what they need.</summary>
                    protected {{resource.ClientName}}() => _connection = null!;

                    {{Code.Blocks(resource.Operations.SelectMany(static operation => new[] { Method(operation), Streaming(operation) }.Concat(JobEmitter.Emit(operation, BodyType(operation.Body)))))}}
                }
                """),
        ]);

    /// <summary>The methods of an operation as they are declared.</summary>
    public static IEnumerable<string> Signatures(Operation operation) =>
    [
        Signature(operation),
        .. operation.Stream is { } stream ? [StreamingSignature(operation, stream)] : Array.Empty<string>(),
        .. operation.Job is { } job ? [JobEmitter.StartSignature(operation, job, BodyType(operation.Body)), JobEmitter.ResumeSignature(operation, job)] : Array.Empty<string>(),
    ];

    private static string Method(Operation operation) => Code.Text($$"""
        {{DocEmitter.Emit(operation.Doc, DocEmitter.Verbatim(operation.Id))}}
        {{Code.Lines(operation.Arguments.Where(static a => a.Place == ArgumentPlace.Path).Select(static a => DocEmitter.Param(a.Name, a.Doc)))}}
        {{(operation.Body is { } body ? DocEmitter.Param(body.Name, body.Doc) : "")}}
        {{Code.Lines(operation.Arguments.Where(static a => a.Place == ArgumentPlace.Query).Select(static a => DocEmitter.Param(a.Name, a.Doc)))}}
        /// <param name="options">What this call does differently.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        {{(operation.Result.Doc.Length > 0 ? $"/// <returns>{DocEmitter.Escape(operation.Result.Doc)}</returns>" : "")}}
        {{(operation.IsDeprecated ? "[Obsolete(\"The document marks it as deprecated.\")]" : "")}}
        public virtual {{Signature(operation)}} =>
            _connection.{{Call(operation)}}({{Request(operation)}}, {{(operation.Paging is { } paging ? $"PagePlace.{paging.Cursor}, static page => page.{paging.Items}, " : "")}}options, cancellationToken);
        """);

    private static string Streaming(Operation operation) => operation.Stream is not { } stream ? "" : Code.Text($$"""
        {{DocEmitter.Emit(new Doc($"Does what {operation.Name}Async does, and gives the events that follow until they end."), $"<c>{DocEmitter.Escape(operation.Id)}</c>")}}
        {{Code.Lines(operation.Arguments.Where(static a => a.Place == ArgumentPlace.Path).Select(static a => DocEmitter.Param(a.Name, a.Doc)))}}
        {{(operation.Body is { } body ? DocEmitter.Param(body.Name, body.Doc) : "")}}
        /// <param name="stream">How the events are received.</param>
        /// <param name="options">What this call does differently.</param>
        /// <param name="cancellationToken">Ends the call and the events.</param>
        public virtual {{StreamingSignature(operation, stream)}} =>
            FinStream.StreamAsync<{{TypeText.Of(operation.Result.Type!)}}, {{stream.Event}}>(token => {{operation.Name}}Async({{string.Join(", ", operation.Arguments.Where(static a => a.Place == ArgumentPlace.Path).Select(static a => a.Name).Concat(operation.Body is null ? [] : [operation.Body.Name]))}}, options: options, cancellationToken: token), static reply => reply.{{stream.Address}}, stream, options, cancellationToken);
        """);

    private static string Signature(Operation operation) => $"{Returns(operation)} {operation.Name}Async({string.Join(", ", Parameters(operation))})";

    private static string StreamingSignature(Operation operation, EventStream stream) =>
        $"IAsyncEnumerable<FinStreamEvent<{stream.Event}>> {operation.Name}StreamingAsync({string.Join(", ", Required(operation))})";

    private static IEnumerable<string> Required(Operation operation) =>
    [
        .. operation.Arguments.Where(static a => a.Place == ArgumentPlace.Path).Select(static a => $"string {a.Name}"),
        .. operation.Body is { } body ? [$"{BodyType(body)} {body.Name}"] : Array.Empty<string>(),
        "FinStreamOptions? stream = null",
        CallParameters.Options,
        CallParameters.Token,
    ];

    private static string Returns(Operation operation) => operation.Paging is { } paging
        ? $"Paged<{TypeText.Of(operation.Result.Type!)}, {TypeText.Of(paging.Item)}>"
        : operation.Result switch
        {
            { Kind: ResultKind.Nothing } => "Task",
            { Kind: ResultKind.Text } => "Task<string>",
            { Kind: ResultKind.Location } => "Task<Uri>",
            { Kind: ResultKind.Download } => "Task<IntercomDownload>",
            { Type: { Kind: TypeKind.Record or TypeKind.Union or TypeKind.List } type } => $"Task<{TypeText.Of(type)}>",
            _ => "Task<JsonElement>",
        };

    private static string Call(Operation operation) => operation.Paging is not null
        ? $"Pages<{TypeText.Of(operation.Result.Type!)}, {TypeText.Of(operation.Paging.Item)}>"
        : operation.Result switch
        {
            { Kind: ResultKind.Nothing } => "SendAsync",
            { Kind: ResultKind.Text } => "SendTextAsync",
            { Kind: ResultKind.Location } => "SendLocationAsync",
            { Kind: ResultKind.Download } => "DownloadAsync",
            { Type: { Kind: TypeKind.Record or TypeKind.Union } type } => $"SendAsync<{type.Name}>",
            { Type: { Kind: TypeKind.List } type } => $"SendListAsync<{TypeText.Of(type.Item!)}, {TypeText.Codec(type.Item!)}>",
            _ => "SendElementAsync",
        };

    private static IEnumerable<string> Parameters(Operation operation) =>
    [
        .. operation.Arguments.Where(static a => a.Place == ArgumentPlace.Path).Select(static a => $"string {a.Name}"),
        .. operation.Body is { IsRequired: true } body ? [$"{BodyType(body)} {body.Name}"] : Array.Empty<string>(),
        .. operation.Arguments.Where(static a => a.Place == ArgumentPlace.Query && a.IsRequired).Select(static a => $"{QueryType(a.Type)} {a.Name}"),
        .. operation.Body is { IsRequired: false } optional ? [$"{BodyType(optional)}? {optional.Name} = null"] : Array.Empty<string>(),
        .. operation.Arguments.Where(static a => a.Place == ArgumentPlace.Query && !a.IsRequired).Select(static a => $"{QueryType(a.Type)}? {a.Name} = null"),
        CallParameters.Options,
        CallParameters.Token,
    ];

    private static string BodyType(Body? body) => body switch
    {
        null => "",
        { Type.Kind: TypeKind.Json } => "IntercomValue",
        _ => TypeText.Of(body.Type),
    };

    private static string QueryType(TypeRef type) => type.Kind == TypeKind.List ? $"IEnumerable<{TypeText.Of(type.Item!)}>" : TypeText.Of(type);

    private static string Request(Operation operation) => string.Concat(
    [
        $"new ApiRequest({Literal.Of(operation.Id)}{string.Concat(operation.Arguments.Where(static a => a.Place == ArgumentPlace.Path).Select(static a => ", " + a.Name))})",
        .. operation.Arguments.Where(static a => a.Place == ArgumentPlace.Query).Select(static a => $".Query({Literal.Of(a.WireName)}, {a.Name})"),
        operation.Body switch
        {
            null => "",
            { Kind: BodyKind.Form } form => $".Form({form.Name})",
            { IsRequired: false, Type.Kind: TypeKind.Record } optional => $".OptionalBody({optional.Name})",
            { Type.Kind: TypeKind.List or TypeKind.Map } list => $".Body<{TypeText.Of(list.Type)}, {TypeText.Codec(list.Type)}>({list.Name})",
            { Type.Kind: TypeKind.Json } json => $".RawBody({json.Name})",
            { } body => $".Body({body.Name})",
        },
        operation.Accept is null ? "" : $".Header(\"Accept\", {Literal.Of(operation.Accept)})",
        operation.IsSafe ? ".Safe()" : "",
    ]);
}
