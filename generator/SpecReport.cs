using Intercom.Generator.Spec;
using Microsoft.CodeAnalysis;

namespace Intercom.Generator;

/// <summary>A problem of an input file, on its way to the compiler.</summary>
internal sealed record SpecReport(SpecProblem Problem, string Path)
{
    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Diagnostics.Of(Problem.Kind), FilePlace.At(Path, Problem.Position.Line, Problem.Position.Column), [.. Problem.Arguments]);
}
