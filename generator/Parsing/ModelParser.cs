using Intercom.Generator.Model;
using Intercom.Generator.Naming;
using Intercom.Generator.Spec;
using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>From a document to the model of its client.</summary>
internal sealed class ModelParser
{
    private static readonly string[] ClientMembers = ["Connection", "ApiVersion", "Create", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize"];

    private readonly SpecDocument _document;
    private readonly ParseOptions _options;
    private readonly SchemaParser _schemas;
    private readonly OperationParser _operations;

    private ModelParser(SpecDocument document, ParseOptions options)
    {
        _document = document;
        _options = options;
        _schemas = new SchemaParser(document);
        _operations = new OperationParser(document, _schemas);
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
        var found = new List<(string Group, OperationDraft Operation)>();
        foreach (var path in _document.OpenApi.Paths ?? [])
            foreach (var operation in path.Value.Operations ?? [])
            {
                cancellation.ThrowIfCancellationRequested();
                found.Add(_operations.Parse(path.Key, operation.Key.Method.ToUpperInvariant(), path.Value, operation.Value));
            }

        var topics = new WebhookParser(_document, _schemas).Parse();
        Usage.Mark(_schemas.Types, found.Select(static f => (f.Group, f.Operation)), topics);
        var finisher = new TypeFinisher(_schemas.Types, _schemas.Stream);
        var names = new UniqueNames([.. ClientMembers, Words.WithoutEnd(_options.ClientName, "Client")]);
        var resources = found
            .GroupBy(static f => f.Group, StringComparer.OrdinalIgnoreCase)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(group => (Name: names.Take(group.Key, group.Key + "Group"), Operations: group))
            .Select(group => new Resource(group.Name, group.Name + "Client", TagDoc(group.Operations.Key), OperationNames.Settle(group.Operations.Select(static f => f.Operation).ToList(), _document)
                .Select(operation => finisher.Finish(operation)).ToEquatable()))
            .ToEquatable();
        var areas = finisher.Areas();
        return new ApiModel(Header(areas.Count > 0), JobLinker.Link(resources, found.Select(static f => f.Operation), finisher.Records), areas, finisher.Finish(topics));
    }

    private Doc TagDoc(string group) => DocText.Of((_document.OpenApi.Tags ?? new HashSet<OpenApiTag>()).FirstOrDefault(tag => GroupName.Pascal(tag.Name ?? "") == group)?.Description).Or(group);

    private ClientHeader Header(bool hasModels)
    {
        var version = _document.OpenApi.Info?.Version ?? "";
        return new ClientHeader(
            _options.Namespace,
            _options.ClientName,
            _options.Accessibility,
            DocText.Clean(_options.DocumentName),
            DocText.Clean(version),
            version,
            _options.Folder,
            _schemas.Stream?.Event,
            hasModels);
    }
}
