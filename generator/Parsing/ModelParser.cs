using Intercom.Generator.Model;
using Intercom.Generator.Naming;
using Intercom.Generator.Parsing.Places;
using Intercom.Generator.Spec;
using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>From a document to the model of its client.</summary>
internal sealed class ModelParser
{
    private static readonly string[] ClientMembers = [.. ReservedNames.OfObject, "Connection", "ApiVersion", "Create"];

    private readonly SpecDocument _document;
    private readonly ParseOptions _options;
    private readonly SchemaParser _schemas;
    private readonly OperationParser _operations;
    private readonly ILookup<string, string?> _tags;

    private ModelParser(SpecDocument document, ParseOptions options)
    {
        _document = document;
        _options = options;
        _schemas = new SchemaParser(document, new Omissions(document));
        _operations = new OperationParser(document, _schemas);
        _tags = (document.OpenApi.Tags ?? new HashSet<OpenApiTag>())
            .ToLookup(static tag => GroupName.Pascal(tag.Name ?? ""), static tag => tag.Description);
    }

    /// <summary>Parses a document.</summary>
    /// <exception cref="SpecException">The document cannot be modelled; the problem names the place that was being worked on.</exception>
    public static ApiModel Parse(SpecDocument document, ParseOptions options, CancellationToken cancellation)
    {
        var parser = new ModelParser(document, options);
        try
        {
            return parser.Parse(cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException and not SpecException)
        {
            throw new SpecException(ProblemKind.Failure, document.Locate(parser._schemas.Pointer), parser._schemas.Pointer, e.Message);
        }
    }

    private ApiModel Parse(CancellationToken cancellation)
    {
        _schemas.ParseComponents();
        var operations = Operations(cancellation).ToList();
        var topics = new WebhookParser(_document, _schemas).Parse();
        var selection = new Selection(_options, operations, topics);
        Usage.Mark(_schemas.Types, operations, topics);
        var finisher = new TypeFinisher(_schemas.Types, _schemas.Omissions);
        var shortcuts = new ShortcutFinisher(finisher, _schemas.Omissions);
        var resources = Resources(operations, selection, new OperationFinisher(finisher, shortcuts, _schemas.Omissions, _schemas.Stream));
        var wanted = topics.Where(selection.Takes).ToList();
        var stream = selection.IsEverything || resources.Any(IsStreamed) ? _schemas.Stream?.Event : null;
        var areas = finisher.Areas(
            selection.IsEverything ? _schemas.Types.Drafts : Reached(operations.Where(selection.Takes), wanted, stream));
        return new ApiModel(
            Header(areas.Count > 0, stream),
            new JobLinker(_document, resources, operations, finisher).Link(),
            areas,
            wanted.Select(topic => finisher.Finish(topic)).ToEquatable(),
            selection.Problems().ToEquatable(),
            Pinning.Of(resources, operations, _schemas.Types))
        {
            Cuts = selection.Cuts().ToEquatable(),
        };
    }

    /// <summary>All operations; one that goes wrong costs no other.</summary>
    private IEnumerable<OperationDraft> Operations(CancellationToken cancellation)
    {
        foreach (var path in _document.OpenApi.Paths ?? [])
            foreach (var operation in path.Value.Operations ?? [])
            {
                cancellation.ThrowIfCancellationRequested();
                if (Operation(path.Key, operation.Key.Method.ToUpperInvariant(), path.Value, operation.Value) is { } draft)
                    yield return draft;
            }
    }

    private OperationDraft? Operation(string path, string verb, IOpenApiPathItem item, OpenApiOperation operation)
    {
        try
        {
            return _operations.Parse(path, verb, item, operation);
        }
        catch (Exception e) when (e is not OperationCanceledException and not SpecException)
        {
            var pointer = SpecPointer.Child(SpecPointer.Child("#/paths", path), verb.ToLowerInvariant());
            _document.Problems.Add(new SpecProblem(ProblemKind.Failure, _document.Locate(pointer), pointer, e.Message));
            return null;
        }
    }

    // All names are given before anything is left out, so that a part of a client has the names that the whole has.
    private EquatableArray<Resource> Resources(IEnumerable<OperationDraft> operations, Selection selection, OperationFinisher finisher)
    {
        var names = new UniqueNames([.. ClientMembers, Words.WithoutEnd(_options.ClientName, "Client")]);
        return operations
            .GroupBy(static operation => operation.Group, StringComparer.OrdinalIgnoreCase)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(group => (
                Name: names.Take(group.Key, group.Key + "Group"),
                Doc: TagDoc(group.Key),
                Operations: OperationNames.Settle([.. group], _document)))
            .Select(group => new Resource(
                group.Name,
                group.Name + "Client",
                group.Doc,
                group.Operations.Where(selection.Takes).Select(draft => finisher.Finish(draft)).ToEquatable()))
            .Where(static resource => resource.Operations.Count > 0)
            .ToEquatable();
    }

    private static bool IsStreamed(Resource resource) => resource.Operations.Any(static operation => operation.Stream is not null);

    private static IEnumerable<TypeRef> TypesOf(OperationDraft operation) => operation.Sent
        .Concat(operation.Received)
        .Concat(operation.Form is { } form ? [form] : [])
        .Concat(new Draft?[] { operation.Query, operation.Search }.OfType<Draft>()
            .Select(static draft => new TypeRef(TypeKind.Record, draft.Name)));

    private IEnumerable<Draft> Reached(IEnumerable<OperationDraft> operations, IEnumerable<TopicDraft> topics, string? stream)
    {
        var reached = Usage.Reach(
            _schemas.Types,
            [
                .. operations.SelectMany(TypesOf),
                .. topics.SelectMany(static topic => topic.Received),
                .. stream is null ? Array.Empty<TypeRef>() : [new TypeRef(TypeKind.Union, stream)],
            ]);
        return _schemas.Types.Drafts.Where(reached.Contains);
    }

    private Doc TagDoc(string group) => DocText.Of(_tags[group].FirstOrDefault()).Or(group);

    private ClientHeader Header(bool hasModels, string? stream)
    {
        var version = _document.ApiVersion;
        return new ClientHeader(
            _options.Namespace,
            _options.ClientName,
            _options.Accessibility,
            DocText.Clean(_options.DocumentName),
            DocText.Clean(version),
            version,
            _options.Folder,
            stream,
            hasModels);
    }
}
