using System.Globalization;
using Intercom.Generator.Model;
using Intercom.Generator.Spec;
using Microsoft.CodeAnalysis;

namespace Intercom.Generator;

/// <summary>A problem of an input file, on its way to the compiler.</summary>
/// <param name="More">How many more of its kind there are from here on, where this stands for all of them; else 0.</param>
internal sealed record SpecReport(SpecProblem Problem, string Path, int More = 0)
{
    /// <summary>How many problems of one kind are reported one by one; nobody reads thousands, and an editor would stand still.</summary>
    public const int Most = 200;

    /// <summary>Reports of all problems: of a kind that there is too much of the first, and how many more there are.</summary>
    public static EquatableArray<SpecReport> Of(IEnumerable<SpecProblem> problems, IReadOnlyList<string> paths)
    {
        var reports = new List<SpecReport>();
        var counts = new Dictionary<ProblemKind, int>();
        var beyond = new Dictionary<ProblemKind, int>();
        foreach (var problem in problems)
        {
            counts[problem.Kind] = counts.TryGetValue(problem.Kind, out var count) ? count + 1 : 1;
            if (count == Most)
                beyond[problem.Kind] = reports.Count;
            if (count <= Most)
                reports.Add(new SpecReport(problem, paths[problem.Position.File]));
        }

        foreach (var last in beyond)
            reports[last.Value] = reports[last.Value] with { More = counts[last.Key] - Most };
        return reports.ToEquatable();
    }

    public Diagnostic ToDiagnostic()
    {
        var place = FilePlace.At(Path, Problem.Position.Line, Problem.Position.Column);
        var descriptor = Diagnostics.Of(Problem.Kind);
        return More > 0
            ? Diagnostic.Create(Diagnostics.More(descriptor), place, More.ToString("N0", CultureInfo.InvariantCulture), descriptor.Id)
            : Diagnostic.Create(descriptor, place, [.. Problem.Arguments]);
    }
}
