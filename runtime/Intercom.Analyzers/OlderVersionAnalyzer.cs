using System.Collections.Immutable;
using Intercom.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Intercom.Analyzers;

/// <summary>Warns of calls that are seen to speak a version of the API that lacks their operation.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp, LanguageNames.VisualBasic)]
public sealed class OlderVersionAnalyzer : DiagnosticAnalyzer
{
    private const string Title = "A call speaks a version of the API that lacks its operation";

    private static readonly DiagnosticDescriptor OlderVersion = new(
        "IC5001",
        Title,
        "'{0}' {1}, and this call speaks {2}",
        "Intercom",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("IC5001", Title),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(OlderVersion);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (RuntimeTypes.Of(start.Compilation) is not { } types)
                return;
            var versions = new ClientVersions(types);
            var calls = new DatedCalls(types);
            start.RegisterOperationAction(
                context => versions.Look(context.Operation),
                OperationKind.ObjectCreation,
                OperationKind.SimpleAssignment,
                OperationKind.CoalesceAssignment,
                OperationKind.Invocation,
                OperationKind.PropertyReference,
                OperationKind.FieldReference);
            start.RegisterSymbolAction(context => versions.Look((IParameterSymbol)context.Symbol), SymbolKind.Parameter);
            start.RegisterOperationAction(context => calls.Look(context.Operation), OperationKind.Invocation);
            start.RegisterCompilationEndAction(context =>
            {
                foreach (var (call, gap, version) in calls.Wrong(versions))
                    context.ReportDiagnostic(Diagnostic.Create(OlderVersion, call.Location, call.Method, gap, version));
            });
        });
    }
}
