using Intercom.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Intercom.Generator.Options;

/// <summary>What is to be said of the options that the project gives, at their place in the project file.</summary>
internal static class OptionReport
{
    public static Diagnostic Of(OptionProblem problem, IEnumerable<SpecFile> projects) =>
        Diagnostic.Create(
            Diagnostics.OptionInvalid,
            ProjectFile.Find(projects, problem),
            problem.Option,
            problem.Value,
            problem.Reason.TrimEnd('?', '.') + (problem.Reason.EndsWith("?", StringComparison.Ordinal) ? "?" : "."));

    public static Diagnostic Taken(SpecFile repeated, IEnumerable<SpecFile> projects) => Diagnostic.Create(
        Diagnostics.NamespaceTaken,
        ProjectFile.Find(projects, repeated) ?? FilePlace.Start(repeated.Path),
        repeated.Name,
        repeated.Settings.Namespace);

    public static Diagnostic Cut(OptionProblem cut, IEnumerable<SpecFile> projects) =>
        Diagnostic.Create(Diagnostics.GroupCut, ProjectFile.Find(projects, cut), cut.Value, cut.Reason);

    public static IEnumerable<Diagnostic> Misspelt(SpecFile project) =>
        ProjectFile.Misspelt(project).Select(static option => Diagnostic.Create(
            Diagnostics.OptionUnknown, option.Location, option.Name, option.Meant, string.Join(", ", SpecSettings.Names)));
}
