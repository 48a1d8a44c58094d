using Intercom.Generator.Spec;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Intercom.Generator;

/// <summary>A problem of an input file, on its way to the compiler.</summary>
internal sealed record SpecReport(SpecProblem Problem, string Path)
{
    public Diagnostic ToDiagnostic()
    {
        var start = new LinePosition(Problem.Position.Line, Problem.Position.Column);
        return Diagnostic.Create(
            Diagnostics.Of(Problem.Kind),
            Location.Create(Path, new TextSpan(0, 0), new LinePositionSpan(start, start)),
            [.. Problem.Arguments]);
    }
}
