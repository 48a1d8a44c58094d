using Intercom.Generator.Model;
using Intercom.Generator.Naming;
using Intercom.Generator.Options;
using Intercom.Generator.Parsing;
using Intercom.Generator.Spec;

namespace Intercom.Generator;

/// <summary>What came of a document: its model, where it could be read, and what is to be said of it.</summary>
/// <param name="Reports">What is to be said of the document and its overlays.</param>
/// <param name="Options">What is to be said of the options that the project gave it.</param>
internal sealed record ParsedSpec(
    ClientHeader Header, ApiModel? Model, EquatableArray<SpecReport> Reports, EquatableArray<OptionProblem> Options)
{
    public static ParsedSpec Of(SpecSource source, CancellationToken cancellation)
    {
        var settings = source.Document.Settings;
        var folder = settings.Namespace == SpecSettings.DefaultNamespace ? "" : settings.Namespace + "/";
        var options = new ParseOptions(
            source.Document.Name,
            settings.Namespace,
            settings.ClientName,
            settings.Accessibility,
            folder,
            settings.Tags,
            settings.Operations);
        var paths = source.Layers.Select(static layer => layer.Path).ToArray();
        try
        {
            var texts = source.Layers.Select(static layer => layer.Text.ToString()).ToList();
            var document = SpecDocument.Read(texts[0], texts.Skip(1).ToList(), cancellation);
            var model = ModelParser.Parse(document, options, cancellation);
            var problems = settings.Problems.Concat(source.Missing).Concat(model.Problems).ToEquatable();
            return new ParsedSpec(model.Header, model, SpecReport.Of(document.Problems, paths), problems);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var problem = (e as SpecException)?.Problem ?? new SpecProblem(ProblemKind.Failure, default, "the document", e.Message);
            var document = DocText.Clean(options.DocumentName);
            var header = new ClientHeader(options.Namespace, options.ClientName, options.Accessibility, document, "", "", options.Folder,
                StreamEvent: null, HasModels: false);
            return new ParsedSpec(header, null, new EquatableArray<SpecReport>([new SpecReport(problem, paths[problem.Position.File])]),
                settings.Problems.Concat(source.Missing).ToEquatable());
        }
    }
}
