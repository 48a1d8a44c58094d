namespace Intercom.Generator.Spec.Reading;

/// <summary>What is to be said of a document, each once: what several references name is read as often.</summary>
internal sealed class ReadingProblems(List<SpecProblem> problems)
{
    private readonly HashSet<SpecProblem> _said = [];

    /// <summary>Something is not as OpenAPI has it.</summary>
    public void Slip(SpecPosition position, string what) => Add(new SpecProblem(ProblemKind.Slip, position, what));

    /// <summary>Something is not in the client.</summary>
    public void LeftOut(SpecPosition position, string what, string why) => Add(new SpecProblem(ProblemKind.LeftOut, position, what, why));

    public void Dangling(SpecPosition position, string reference, string why, string consequence) =>
        Add(new SpecProblem(ProblemKind.DanglingReference, position, ReadingPlace.Shortened(reference), why, consequence));

    /// <summary>An extension has a value, or a place, that it cannot have.</summary>
    public void Extension(SpecPosition position, string what) => Add(new SpecProblem(ProblemKind.OverlayInvalid, position, what));

    private void Add(SpecProblem problem)
    {
        if (_said.Add(problem))
            problems.Add(problem);
    }
}
