using System.Collections.Immutable;
using Intercom.Generator.Emit;
using Intercom.Generator.Listing;
using Intercom.Generator.Model;
using Intercom.Generator.Options;
using Intercom.Generator.Scoping;
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
        public const string Ready = nameof(Ready);
        public const string Clashes = nameof(Clashes);
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
            .Combine(files.Where(static file => file.IsLaidOver || file.Version.Length > 0).Collect())
            .Select(static (input, _) => SpecSource.Of(input.Left, input.Right))
            .WithTrackingName(TrackingNames.Sources)
            .Select(static (source, cancellation) => ParsedSpec.Of(source, cancellation))
            .WithTrackingName(TrackingNames.Parsed);
        var made = parsed.Where(static spec => spec.Model is not null).Select(static (spec, _) => spec.Model!);
        var models = Unmade(context, made);

        var facts = context.CompilationProvider
            .Select(static (compilation, _) => CompilationFacts.Of((CSharpCompilation)compilation))
            .WithTrackingName(TrackingNames.Facts);
        var canCompile = facts.Select(static (facts, _) => facts.CanCompile);

        EmitClients(context, parsed, models, canCompile);
        EmitListings(context, models, Of(files, SpecFileKind.Listing).Collect());
        ReportOnDocuments(context, parsed, documents, projects);
        ReportOnProject(context, parsed, projects);
        ReportOnContexts(context, models);
        ReportOnCompilation(context, facts, documents.Select(static (documents, _) => documents.Length > 0));
    }

    private static void ReportOnCompilation(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<CompilationFacts> facts,
        IncrementalValueProvider<bool> hasDocuments) => context.RegisterSourceOutput(facts.Combine(hasDocuments), static (output, input) =>
    {
        if (!input.Right)
            return;
        Report(output, input.Left.Diagnostics());
        if (input.Left is { CanCompile: true, HasUnionAttribute: false })
            Add(output, UnionAttributeEmitter.Emit());
    });

    /// <summary>The clients that no reference brings; those that one does are said.</summary>
    private static IncrementalValuesProvider<ApiModel> Unmade(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ApiModel> models)
    {
        var ready = models.Select(static (model, _) => model.Header).Collect().Combine(context.CompilationProvider)
            .Select(static (input, _) => ReadyClient.Of(input.Left, input.Right))
            .WithTrackingName(TrackingNames.Ready);
        context.RegisterSourceOutput(ready.SelectMany(static (clients, _) => clients), static (output, client) =>
            Report(output, [Diagnostic.Create(Diagnostics.ClientIsThere, Location.None, client.Name, client.Assembly)]));
        return models.Combine(ready)
            .Where(static input => !input.Right.Any(client => client.Namespace == input.Left.Header.Namespace))
            .Select(static (input, _) => input.Left);
    }

    private static void EmitClients(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<ParsedSpec> parsed,
        IncrementalValuesProvider<ApiModel> models,
        IncrementalValueProvider<bool> canCompile)
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
            .Select(static (model, _) => (model.Header, Resources: model.Resources.Select(NameOf).ToEquatable()))
            .WithTrackingName(TrackingNames.Clients);
        var shells = parsed.Where(static spec => spec.Model is null).Select(static (spec, _) => spec.Header);

        var names = models.Select(static (model, _) => model.Vocabulary).Collect().Combine(context.CompilationProvider);
        var clashes = names.Select(static (input, _) => NameClashes.Of(input.Left, input.Right)).WithTrackingName(TrackingNames.Clashes);

        Print(If(canCompile, resources), static (printing, input) => printing.Client(input.Header, input.Resource));
        Print(If(canCompile, areas), static (printing, input) => printing.Types(input.Header, input.Area));
        Print(If(canCompile, topics), static (printing, input) => printing.Add(WebhookTopicsEmitter.Emit(input.Header, input.Topics)));
        Print(If(canCompile, clients), static (printing, input) => printing.Add(ClientEmitter.Emit(input.Header, input.Resources)));
        context.RegisterSourceOutput(If(canCompile, shells), static (output, header) => Add(output, ShellEmitter.Emit(header)));
        var taken = names.SelectMany(static (input, _) => TakenNames.Of(input.Left, input.Right));
        context.RegisterSourceOutput(taken, static (output, word) => Report(output, [word.Said(Diagnostics.NameOfProgram)]));

        void Print<T>(IncrementalValuesProvider<T> values, Action<Printing, T> print) =>
            context.RegisterSourceOutput(values.Combine(clashes), (output, input) => print(new Printing(output, input.Right), input.Left));
    }

    private static ResourceName NameOf(Resource resource) => new(resource.Name, resource.ClientName, resource.Doc.Summary);

    private static void EmitListings(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<ApiModel> models,
        IncrementalValueProvider<ImmutableArray<SpecFile>> reviewed)
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

    private static void ReportOnDocuments(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<ParsedSpec> parsed,
        IncrementalValueProvider<ImmutableArray<SpecFile>> documents,
        IncrementalValueProvider<ImmutableArray<SpecFile>> projects)
    {
        context.RegisterSourceOutput(parsed.Select(static (spec, _) => spec.Reports), static (output, reports) =>
            Report(output, reports.Select(static report => report.ToDiagnostic())));
        var repeated = documents.SelectMany(static (documents, _) => SpecSource.Repeated(documents));
        context.RegisterSourceOutput(repeated.Combine(projects), static (output, input) =>
            Report(output, [OptionReport.Taken(input.Left, input.Right)]));
    }

    private static void ReportOnProject(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<ParsedSpec> parsed,
        IncrementalValueProvider<ImmutableArray<SpecFile>> projects)
    {
        ReportOn(parsed.SelectMany(static (spec, _) => spec.Options), OptionReport.Of);
        ReportOn(parsed.SelectMany(static (spec, _) => spec.Model?.Cuts ?? default), OptionReport.Cut);
        ReportOn(
            context.AnalyzerConfigOptionsProvider.SelectMany(static (options, _) => ListingOption.Of(options.GlobalOptions).Problems),
            OptionReport.Of);
        context.RegisterSourceOutput(projects.SelectMany(static (projects, _) => projects), static (output, project) =>
            Report(output, OptionReport.Misspelt(project)));

        void ReportOn(IncrementalValuesProvider<OptionProblem> problems, Func<OptionProblem, IEnumerable<SpecFile>, Diagnostic> say) =>
            context.RegisterSourceOutput(problems.Combine(projects), (output, input) => Report(output, [say(input.Left, input.Right)]));
    }

    private static void ReportOnContexts(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ApiModel> models)
    {
        var types = models.SelectMany(static (model, _) => model.Vocabulary.Types).Collect();
        var named = context.SyntaxProvider
            .ForAttributeWithMetadataName(ContextTypes.Attribute, static (_, _) => true, ContextTypes.Of)
            .SelectMany(static (types, _) => types);
        var unseen = named.Combine(types).Where(static input => input.Right.Contains(input.Left.Word));
        context.RegisterSourceOutput(unseen, static (output, input) => Report(output, [input.Left.Said(Diagnostics.ContextIsBlind)]));
    }

    private static IncrementalValuesProvider<SpecFile> Of(IncrementalValuesProvider<SpecFile> files, SpecFileKind kind) =>
        files.Where(file => file.Kind == kind);

    private static IncrementalValuesProvider<T> If<T>(IncrementalValueProvider<bool> condition, IncrementalValuesProvider<T> values) =>
        values.Combine(condition).Where(static input => input.Right).Select(static (input, _) => input.Left);

    private static void Add(SourceProductionContext output, EmittedFile file) => output.AddSource(file.HintName, file.Text.ToString());

    private static void Report(SourceProductionContext output, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
            output.ReportDiagnostic(diagnostic);
    }
}
