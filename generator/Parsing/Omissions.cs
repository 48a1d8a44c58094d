using Intercom.Generator.Spec;

namespace Intercom.Generator.Parsing;

/// <summary>What of a document is not in the client as it is declared, each said once, at its place.</summary>
internal sealed class Omissions(SpecDocument document)
{
    private readonly HashSet<(string Pointer, string What)> _said = [];

    /// <summary>Notes what has another type than it is declared with.</summary>
    /// <param name="pointer">Where it stands.</param>
    /// <param name="what">What it is: a value with an article.</param>
    /// <param name="becomes">What it is in the client.</param>
    public void Untyped(string pointer, string what, string becomes) => Add(ProblemKind.Unmodelled, pointer, what, becomes);

    /// <summary>Notes what is not in the client at all.</summary>
    /// <param name="pointer">Where it stands.</param>
    /// <param name="what">What it is.</param>
    /// <param name="instead">What to do, or what is there in its place.</param>
    public void LeftOut(string pointer, string what, string instead) => Add(ProblemKind.Unmodelled, pointer, what, "left out: " + instead);

    /// <summary>Notes an extension that says nothing where it stands.</summary>
    /// <param name="pointer">What it stands in.</param>
    /// <param name="extension">Its name.</param>
    /// <param name="why">What is the matter.</param>
    public void Misplaced(string pointer, string extension, string why) =>
        Add(ProblemKind.OverlayInvalid, SpecPointer.Child(pointer, extension), $"'{extension}' says nothing here: {why}");

    private void Add(ProblemKind kind, string pointer, params string[] said)
    {
        if (_said.Add((pointer, said[0])))
            document.Problems.Add(new SpecProblem(kind, document.Locate(pointer), said));
    }
}
