namespace Intercom.Generator.Model;

/// <summary>A value of an option that is not understood.</summary>
/// <param name="Reason">Why not, and what would be.</param>
internal sealed record OptionProblem(string Option, string Value, string Reason);
