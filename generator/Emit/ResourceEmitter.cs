using Intercom.Generator.Model;
using Intercom.Generator.SafeText;

namespace Intercom.Generator.Emit;

/// <summary>The client of one resource: a method per operation, each one expression.</summary>
internal static class ResourceEmitter
{
    private static readonly Name[] Usings = Array.ConvertAll(
        [
            "System", "System.Collections.Generic", "System.Text.Json", "System.Threading", "System.Threading.Tasks",
            "Intercom", "Intercom.Json",
        ],
        Name.Dotted);

    public static EmittedFile Emit(ClientHeader header, Resource resource) => EmittedFile.Of(
        header,
        "Clients/" + resource.ClientName,
        Name.Dotted(header.Namespace),
        UsingsOf(header, resource),
        [Client(header, resource, Name.Of(resource.ClientName))]);

    private static IEnumerable<Name> UsingsOf(ClientHeader header, Resource resource)
    {
        var events = resource.Operations.Any(static operation => operation.GivesEvents)
            ? [Name.Dotted("System.Net.ServerSentEvents")]
            : Array.Empty<Name>();
        return header.HasModels ? [.. Usings, .. events, header.ModelNamespace] : [.. Usings, .. events];
    }

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
        .. Overload.Of(operation).Select(Method),
        .. ShortcutEmitter.Emit(operation),
        .. operation.Also is { } also ? Overload.Of(also).Select(Method) : [],
        .. operation.Events is { } events ? Overload.Of(operation).Select(method => Events(method, events)) : [],
        StreamEmitter.Emit(operation),
        .. JobEmitter.Emit(operation),
    ];

    /// <summary>The methods of an operation as the listing of the API has them: without the parameters that every method has.</summary>
    public static IEnumerable<Code> ListedSignatures(Operation operation) =>
    [
        .. Overload.Of(operation).Select(static method => Signature(method, isListed: true)),
        .. operation.Shortcuts.Select(shortcut => ShortcutEmitter.Signature(operation, shortcut, isListed: true)),
        .. operation.Also is { } also ? Overload.Of(also).Select(static method => Signature(method, isListed: true)) : [],
        .. operation.Events is { } events ? Overload.Of(operation).Select(method => Signature(method, events, isListed: true)) : [],
        .. operation.Stream is { } stream ? [StreamEmitter.Signature(operation, stream, isListed: true)] : Array.Empty<Code>(),
        .. operation.Job is { } job
            ? [JobEmitter.StartSignature(operation, job, isListed: true), JobEmitter.ResumeSignature(operation, job, isListed: true)]
            : Array.Empty<Code>(),
    ];

    private static Code Method(Overload method) => Method(method, method.Operation);

    private static Code Method(Overload method, Operation operation) => Code.Text($$"""
        {{DocEmitter.Emit(operation.Doc, DocEmitter.Origin(operation))}}
        {{ParameterEmitter.Docs(method)}}
        /// <param name="options">What this call does differently.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        {{DocEmitter.Returns(operation.Result.Doc)}}
        {{DocEmitter.Example(operation.Sample)}}
        {{MarkEmitter.Emit(operation)}}
        public virtual {{Signature(method, isListed: false)}} =>
            _connection.{{Call(operation)}}({{RequestEmitter.Emit(method)}}, {{Pages(operation)}}options, cancellationToken);
        """);

    private static Code Call(Operation operation) => TypeText.Of(operation.Result.Call);

    private static Code Events(Overload method, EventsResult events) => Code.Text($$"""
        {{DocEmitter.Beside(method.Operation, "gives the answer as the events that it comes in.")}}
        {{ParameterEmitter.Docs(method)}}
        /// <param name="options">What this call does differently.</param>
        /// <param name="cancellationToken">Ends the call and the events.</param>
        {{DocEmitter.Returns(events.Doc)}}
        {{MarkEmitter.Emit(method.Operation)}}
        public virtual {{Signature(method, events, isListed: false)}} =>
            _connection.{{TypeText.Of(events.Call)}}({{RequestEmitter.Emit(method)}}, options, cancellationToken);
        """);

    private static Code Pages(Operation operation) => operation.Paging is { } paging
        ? Code.Text($"PagePlace.{paging.Cursor}, static page => page.{paging.Items}, {Single(operation, paging)}")
        : Code.Nothing;

    private static Code Single(Operation operation, Paging paging) => paging.TakesItem
        ? Code.Text($"static item => new {TypeText.Of(operation.Result.Type!)} {{ {paging.Items} = [item] }}, ")
        : Code.Nothing;

    private static Code Signature(Overload method, bool isListed) =>
        Signature(method, method.Operation.Result.Returns, method.Operation.Name, isListed);

    private static Code Signature(Overload method, EventsResult events, bool isListed) =>
        Signature(method, events.Returns, events.Name, isListed);

    private static Code Signature(Overload method, TypeName returns, string name, bool isListed)
    {
        var parameters = ParameterEmitter.All(method).Concat(isListed ? [] : CallParameters.Both);
        return Code.Text($"{TypeText.Of(returns)} {Name.Of(name)}Async({Code.List(parameters)})");
    }
}
