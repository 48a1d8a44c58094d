namespace Intercom.Generator.Spec;

internal enum ProblemKind
{
    Malformed,
    Empty,
    NotOpenApi,
    UnsupportedVersion,
    TooLarge,
    Slip,
    LeftOut,
    DanglingReference,
    Unmodelled,
    OverlayInvalid,
    NoOverlay,
    OverlayUnmatched,
    NameTaken,
    Failure,
}

/// <summary>Something about an input that the user should know, at its place.</summary>
internal sealed record SpecProblem(ProblemKind Kind, SpecPosition Position, Model.EquatableArray<string> Arguments)
{
    public SpecProblem(ProblemKind kind, SpecPosition position, params string[] arguments)
        : this(kind, position, new Model.EquatableArray<string>(arguments))
    {
    }
}

/// <summary>Reading cannot go on.</summary>
internal sealed class SpecException(SpecProblem problem) : Exception(problem.Kind.ToString())
{
    public SpecException(ProblemKind kind, SpecPosition position, params string[] arguments)
        : this(new SpecProblem(kind, position, arguments))
    {
    }

    public SpecProblem Problem { get; } = problem;

    /// <summary>A document goes beyond a limit.</summary>
    public static SpecException TooLarge(SpecPosition position, FormattableString limit) =>
        new(ProblemKind.TooLarge, position, limit.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
