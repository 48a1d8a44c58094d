using Intercom.Generator.Model;
using Intercom.Generator.SafeText;

namespace Intercom.Generator.Emit;

/// <summary>Documentation comments.</summary>
internal static class DocEmitter
{
    public static Code Emit(Doc doc, DocLine remarks = default)
    {
        var rest = DocLine.Join(remarks, DocLine.Of(doc.Remarks));
        return Code.Lines(
        [
            Code.Text($"/// <summary>{DocLine.Of(doc.Summary)}</summary>"),
            rest.IsEmpty ? Code.Nothing : Code.Text($"/// <remarks>{rest}</remarks>"),
        ]);
    }

    /// <summary>The operation that a method calls, where that is described, and since when it is there.</summary>
    public static DocLine Origin(Operation operation) => DocLine.Join(
        DocLine.Verbatim(operation.Id),
        operation.Page is { } page ? DocLine.Link(page, "Described there.") : DocLine.Nothing,
        Age(operation.Since));

    /// <summary>What is said of a method that does what the operation's own does, and more.</summary>
    /// <param name="more">What it does beside that.</param>
    public static Code Beside(Operation operation, string more) => Emit(
        new Doc($"Does what {operation.Name}Async does, and {more}"),
        DocLine.Join(DocLine.Verbatim(operation.Id), Age(operation.Since)));

    /// <summary>A call as a program makes it; nothing where there is none.</summary>
    public static Code Example(string? sample) => sample is null
        ? Code.Nothing
        : Code.Lines(
        [
            Code.Text($"/// <example><code>"),
            .. sample.Split(['\n'], StringSplitOptions.RemoveEmptyEntries).Select(static line => Code.Text($"/// {DocLine.Of(line)}")),
            Code.Text($"/// </code></example>"),
        ]);

    /// <summary>Since when something is there; nothing where it always was.</summary>
    public static DocLine Age(Since? since) => since is null ? DocLine.Nothing : DocLine.Of(since.Sentence);

    public static Code Param(string name, string doc) =>
        Code.Text($"/// <param name=\"{DocLine.Named(Name.Of(name))}\">{DocLine.Of(doc)}</param>");

    public static Code Params(IEnumerable<Argument> arguments) =>
        Code.Lines(arguments.Select(static argument => Param(argument.Name, argument.Doc)));

    public static Code Returns(string doc) => doc.Length == 0 ? Code.Nothing : Code.Text($"/// <returns>{DocLine.Of(doc)}</returns>");
}
