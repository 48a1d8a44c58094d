using Intercom.Generator.Emit;
using Intercom.Generator.Model;
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

        var sources = files.Where(static file => file.IsDocument)
            .Combine(files.Where(static file => !file.IsDocument).Collect())
            .Select(static (input, _) => SpecSource.Of(input.Left, input.Right))
            .WithTrackingName(TrackingNames.Sources);

        var parsed = sources
            .Select(static (source, cancellation) => ParsedSpec.Of(source, cancellation))
            .WithTrackingName(TrackingNames.Parsed);

        var facts = context.CompilationProvider
            .Select(static (compilation, _) => CompilationFacts.Of((CSharpCompilation)compilation))
            .WithTrackingName(TrackingNames.Facts);
        var canCompile = facts.Select(static (facts, _) => facts.CanCompile);

        var resources = parsed
            .SelectMany(static (spec, _) => spec.Model?.Resources.Select(resource => (spec.Model.Header, Resource: resource)) ?? [])
            .WithTrackingName(TrackingNames.Resources);
        var areas = parsed
            .SelectMany(static (spec, _) => spec.Model?.Areas.Select(area => (spec.Model.Header, Area: area)) ?? [])
            .WithTrackingName(TrackingNames.Areas);
        var topics = parsed
            .SelectMany(static (spec, _) => spec.Model is { Topics.Count: > 0 } model ? [(model.Header, model.Topics)] : Array.Empty<(ClientHeader Header, EquatableArray<Topic> Topics)>())
            .WithTrackingName(TrackingNames.Topics);
        var clients = parsed
            .Select(static (spec, _) => (spec.Header, Resources: spec.Model?.Resources.Select(static r => new ResourceName(r.Name, r.ClientName, r.Doc.Summary)).ToEquatable() ?? default, spec.Model is null))
            .WithTrackingName(TrackingNames.Clients);

        context.RegisterSourceOutput(resources.Combine(canCompile), static (output, input) =>
            Add(output, input.Right, () => ResourceEmitter.Emit(input.Left.Header, input.Left.Resource)));
        context.RegisterSourceOutput(areas.Combine(canCompile), static (output, input) =>
            Add(output, input.Right, () => TypeFileEmitter.Emit(input.Left.Header, input.Left.Area)));
        context.RegisterSourceOutput(topics.Combine(canCompile), static (output, input) =>
            Add(output, input.Right, () => WebhookTopicsEmitter.Emit(input.Left.Header, input.Left.Topics)));
        context.RegisterSourceOutput(clients.Combine(canCompile), static (output, input) =>
            Add(output, input.Right, () => input.Left.Item3 ? ShellEmitter.Emit(input.Left.Header) : ClientEmitter.Emit(input.Left.Header, input.Left.Resources)));
        var isWanted = files.Collect().Select(static (files, _) => files.Length > 0);
        context.RegisterSourceOutput(facts.Combine(isWanted), static (output, input) =>
        {
            if (!input.Right)
                return;
            foreach (var diagnostic in input.Left.Diagnostics())
                output.ReportDiagnostic(diagnostic);
            Add(output, input.Left is { CanCompile: true, HasUnionAttribute: false }, static () => UnionAttributeEmitter.Emit());
        });
        context.RegisterSourceOutput(parsed.Select(static (spec, _) => spec.Reports), static (output, reports) =>
        {
            foreach (var report in reports)
                output.ReportDiagnostic(report.ToDiagnostic());
        });
    }

    private static void Add(SourceProductionContext output, bool isWanted, Func<EmittedFile> emit)
    {
        if (!isWanted)
            return;
        var file = emit();
        output.AddSource(file.HintName, file.Text);
    }
}
