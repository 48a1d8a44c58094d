using System.Collections.Immutable;
using Intercom.Generator.Emit;
using Intercom.Generator.Listing;
using Intercom.Generator.Model;
using Intercom.Generator.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Intercom.Generator;

/// <summary>Emits an Intercom client for every <c>IntercomSpec</c> item of a project.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class IntercomGenerator : IIncrementalGenerator
{
    /// <summary>The names of the pipeline's steps.</summary>
    public static class TrackingNames
    {
        public const string Files = nameof(Files);
        public const string Sources = nameof(Sources);
        public const string Parsed = nameof(Parsed);
        public const string Resources = nameof(Resources);
        public const string Areas = nameof(Areas);
        public const string Topics = nameof(Topics);
        public const string Clients = nameof(Clients);
        public const string Listings = nameof(Listings);
        public const string Facts = nameof(Facts);
    }

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (input, cancellation) => SpecFile.From(input.Left, input.Right, cancellation))
            .Where(static file => file is not null)
            .Select(static (file, _) => file!)
            .WithTrackingName(TrackingNames.Files);
        var documents = Of(files, SpecFileKind.Document).Collect();
        var projects = Of(files, SpecFileKind.Project).Collect();

        var parsed = documents
            .SelectMany(static (documents, _) => SpecSource.Distinct(documents))
            .Combine(files.Where(static file => file.Kind is SpecFileKind.Overlay or SpecFileKind.BundledOverlay or SpecFileKind.Names || file.Version.Length > 0).Collect())
            .Select(static (input, _) => SpecSource.Of(input.Left, input.Right))
            .WithTrackingName(TrackingNames.Sources)
            .Select(static (source, cancellation) => ParsedSpec.Of(source, cancellation))
            .WithTrackingName(TrackingNames.Parsed);
        var models = parsed.Where(static spec => spec.Model is not null).Select(static (spec, _) => spec.Model!);

        var facts = context.CompilationProvider
            .Select(static (compilation, _) => CompilationFacts.Of((CSharpCompilation)compilation))
            .WithTrackingName(TrackingNames.Facts);
        var canCompile = facts.Select(static (facts, _) => facts.CanCompile);

        EmitClients(context, parsed, models, canCompile);
        EmitListings(context, models, Of(files, SpecFileKind.Listing).Collect());
        ReportOnDocuments(context, parsed, documents);
        ReportOnProject(context, parsed, projects);
        context.RegisterSourceOutput(facts.Combine(documents.Select(static (documents, _) => documents.Length > 0)), static (output, input) =>
        {
            if (!input.Right)
                return;
            Report(output, input.Left.Diagnostics());
            if (input.Left is { CanCompile: true, HasUnionAttribute: false })
                Add(output, UnionAttributeEmitter.Emit());
        });
    }

    private static void EmitClients(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ParsedSpec> parsed, IncrementalValuesProvider<ApiModel> models, IncrementalValueProvider<bool> canCompile)
    {
        var resources = models
            .SelectMany(static (model, _) => model.Resources.Select(resource => (model.Header, Resource: resource)))
            .WithTrackingName(TrackingNames.Resources);
        var areas = models
            .SelectMany(static (model, _) => model.Areas.Select(area => (model.Header, Area: area)))
            .WithTrackingName(TrackingNames.Areas);
        var topics = models
            .Where(static model => model.Topics.Count > 0)
            .Select(static (model, _) => (model.Header, model.Topics))
            .WithTrackingName(TrackingNames.Topics);
        var clients = models
            .Select(static (model, _) => (model.Header, Resources: model.Resources.Select(static r => new ResourceName(r.Name, r.ClientName, r.Doc.Summary)).ToEquatable()))
            .WithTrackingName(TrackingNames.Clients);
        var shells = parsed.Where(static spec => spec.Model is null).Select(static (spec, _) => spec.Header);

        context.RegisterSourceOutput(If(canCompile, resources), static (output, input) =>
            Printing.Client(output, input.Header, input.Resource));
        context.RegisterSourceOutput(If(canCompile, areas), static (output, input) => Printing.Types(output, input.Header, input.Area));
        context.RegisterSourceOutput(If(canCompile, topics), static (output, input) => Add(output, WebhookTopicsEmitter.Emit(input.Header, input.Topics)));
        context.RegisterSourceOutput(If(canCompile, clients), static (output, input) => Add(output, ClientEmitter.Emit(input.Header, input.Resources)));
        context.RegisterSourceOutput(If(canCompile, shells), static (output, header) => Add(output, ShellEmitter.Emit(header)));
    }

    private static void EmitListings(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ApiModel> models, IncrementalValueProvider<ImmutableArray<SpecFile>> reviewed)
    {
        var mode = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => ListingOption.Of(options.GlobalOptions));
        var listings = models
            .Combine(mode.Select(static (mode, _) => mode.IsOn))
            .Where(static input => input.Right)
            .Select(static (input, _) => (input.Left.Header, Text: ListingEmitter.List(input.Left), input.Left.Names))
            .WithTrackingName(TrackingNames.Listings);
        context.RegisterSourceOutput(listings, static (output, listing) =>
        {
            Add(output, ListingEmitter.Emit(listing.Header, "Listing", listing.Text));
            Add(output, ListingEmitter.Emit(listing.Header, "Names", ListingEmitter.Names(NamesFile.Write(listing.Names))));
        });
        context.RegisterSourceOutput(listings.Combine(mode).Combine(reviewed), static (output, input) =>
        {
            var ((listing, mode), reviewed) = input;
            if (!mode.IsUpdate && reviewed.FirstOrDefault(file => file.Name == listing.Header.Namespace + ".api.txt") is { } file)
                Report(output, ListingReport.Of(file, ListingDrift.Between(file.Text.ToString(), listing.Text.ToString())));
        });
    }

    private static void ReportOnDocuments(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ParsedSpec> parsed, IncrementalValueProvider<ImmutableArray<SpecFile>> documents)
    {
        context.RegisterSourceOutput(parsed.Select(static (spec, _) => spec.Reports), static (output, reports) => Report(output, reports.Select(static report => report.ToDiagnostic())));
        context.RegisterSourceOutput(documents.SelectMany(static (documents, _) => SpecSource.Repeated(documents)), static (output, repeated) =>
            Report(output, [Diagnostic.Create(Diagnostics.NamespaceTaken, FilePlace.Start(repeated.Path), repeated.Name, repeated.Settings.Namespace)]));
    }

    private static void ReportOnProject(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ParsedSpec> parsed, IncrementalValueProvider<ImmutableArray<SpecFile>> projects)
    {
        var listing = context.AnalyzerConfigOptionsProvider.SelectMany(static (options, _) => ListingOption.Of(options.GlobalOptions).Problems);
        context.RegisterSourceOutput(parsed.SelectMany(static (spec, _) => spec.Options).Combine(projects), static (output, input) => Report(output, [OptionReport.Of(input.Left, input.Right)]));
        context.RegisterSourceOutput(listing.Combine(projects), static (output, input) => Report(output, [OptionReport.Of(input.Left, input.Right)]));
        context.RegisterSourceOutput(projects.SelectMany(static (projects, _) => projects), static (output, project) => Report(output, OptionReport.Misspelt(project)));
    }

    private static IncrementalValuesProvider<SpecFile> Of(IncrementalValuesProvider<SpecFile> files, SpecFileKind kind) => files.Where(file => file.Kind == kind);

    private static IncrementalValuesProvider<T> If<T>(IncrementalValueProvider<bool> condition, IncrementalValuesProvider<T> values) =>
        values.Combine(condition).Where(static input => input.Right).Select(static (input, _) => input.Left);

    private static void Add(SourceProductionContext output, EmittedFile file) => output.AddSource(file.HintName, file.Text.ToString());

    private static void Report(SourceProductionContext output, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
            output.ReportDiagnostic(diagnostic);
    }
}
