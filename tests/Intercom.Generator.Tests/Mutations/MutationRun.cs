using System.Diagnostics;
using Intercom.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Intercom.Generator.Tests.Mutations;

/// <summary>What came of a mutation.</summary>
/// <param name="Seed">Its number.</param>
/// <param name="What">How it went.</param>
/// <param name="Detail">What was the matter.</param>
/// <param name="Said">The diagnostics of the generator.</param>
internal sealed record MutationResult(int Seed, MutationOutcome What, string Detail, IReadOnlyList<string> Said)
{
    public bool IsFailure => What > MutationOutcome.Error;
}

internal enum MutationOutcome
{
    /// <summary>A client, of which no error was said.</summary>
    Client,

    /// <summary>A client of what could be read, or none, with errors that say so.</summary>
    Error,

    Exception,
    Slow,
    DoesNotCompile,
}

/// <summary>Runs the generator over mutations.</summary>
internal static class MutationRun
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private static readonly CSharpCompilation Consumer = Project.Runnable();

    /// <summary>Runs one; the emitted code is compiled where that is asked for.</summary>
    public static MutationResult Of(int seed, bool ofWhole, bool compiles)
    {
        var driver = Project.Driver(Mutation.Of(seed, ofWhole), tracksSteps: false);
        var clock = Stopwatch.StartNew();
        var result = driver.RunGenerators(Consumer).GetRunResult().Results.Single();
        clock.Stop();
        var said = result.Diagnostics.Select(static d => d.Id).Distinct().ToList();
        if (result.Exception is { } exception)
            return new(seed, MutationOutcome.Exception, exception.ToString(), said);
        if (result.Diagnostics.FirstOrDefault(static d => d.Id == "IC1010") is { } failure)
            return new(seed, MutationOutcome.Exception, failure.ToString(), said);
        if (clock.Elapsed > Longest)
            return new(seed, MutationOutcome.Slow, $"{clock.Elapsed.TotalSeconds:0.0} s", said);
        if (compiles && Complaint(result) is { } complaint)
            return new(seed, MutationOutcome.DoesNotCompile, complaint, said);
        var error = result.Diagnostics.FirstOrDefault(static d => d.Severity == DiagnosticSeverity.Error);
        return new(seed, error is null ? MutationOutcome.Client : MutationOutcome.Error, error?.ToString() ?? "", said);
    }

    private static string? Complaint(GeneratorRunResult result) => Consumer.AddSyntaxTrees(result.GeneratedSources.Select(static s => s.SyntaxTree))
        .GetDiagnostics().FirstOrDefault(static d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed) is { } complaint
        ? $"{complaint.GetMessage(null)} ({complaint.Id})\n    {complaint.Location.SourceTree?.GetText().Lines[complaint.Location.GetLineSpan().StartLinePosition.Line]}"
        : null;
}
