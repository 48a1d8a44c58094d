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
        var input = Mutation.Of(seed, ofWhole);
        var (result, time) = Generate(input);
        // A machine that was busy with something else is asked again.
        for (var again = 0; again < 2 && time > Longest; again++)
            (_, time) = Generate(input);
        var said = result.Diagnostics.Select(static d => d.Id).Distinct().ToList();
        if (result.Exception is { } exception)
            return new(seed, MutationOutcome.Exception, exception.ToString(), said);
        if (result.Diagnostics.FirstOrDefault(static d => d.Id == "IC1010") is { } failure)
            return new(seed, MutationOutcome.Exception, failure.ToString(), said);
        if (time > Longest)
            return new(seed, MutationOutcome.Slow, $"{time.TotalSeconds:0.0} s", said);
        if (compiles && Complaint(result) is { } complaint)
            return new(seed, MutationOutcome.DoesNotCompile, complaint, said);
        var error = result.Diagnostics.FirstOrDefault(static d => d.Severity == DiagnosticSeverity.Error);
        return new(seed, error is null ? MutationOutcome.Client : MutationOutcome.Error, error?.ToString() ?? "", said);
    }

    private static (GeneratorRunResult Result, TimeSpan Time) Generate(SpecInput input)
    {
        var driver = Project.Driver(input, tracksSteps: false);
        var clock = Stopwatch.StartNew();
        return (driver.RunGenerators(Consumer).GetRunResult().Results.Single(), clock.Elapsed);
    }

    private static string? Complaint(GeneratorRunResult result)
    {
        var complaint = Consumer.AddSyntaxTrees(result.GeneratedSources.Select(static source => source.SyntaxTree)).GetDiagnostics()
            .FirstOrDefault(static d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed);
        var line = complaint?.Location.SourceTree?.GetText().Lines[complaint.Location.GetLineSpan().StartLinePosition.Line];
        return complaint is null ? null : $"{complaint.GetMessage(null)} ({complaint.Id})\n    {line}";
    }
}
