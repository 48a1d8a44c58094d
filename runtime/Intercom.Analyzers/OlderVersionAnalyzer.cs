using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Intercom.Analyzers;

/// <summary>Warns of calls that are seen to speak a version of the API that lacks their operation.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp, LanguageNames.VisualBasic)]
public sealed class OlderVersionAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor OlderVersion = new(
        "IC5001",
        "A call speaks a version of the API that lacks its operation",
        "'{0}' {1}, and this call speaks {2}",
        "Intercom",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
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
