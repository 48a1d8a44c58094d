using Intercom.Generator.Model;

namespace Intercom.Generator.Emit;

/// <summary>Documentation comments.</summary>
internal static class DocEmitter
{
    public static string Emit(Doc doc, string? remarks = null)
    {
        var rest = string.Join(" ", new[] { remarks ?? "", Escape(doc.Remarks) }.Where(static text => text.Length > 0));
        return Code.Lines([$"/// <summary>{Escape(doc.Summary)}</summary>", rest.Length == 0 ? "" : $"/// <remarks>{rest}</remarks>"]);
    }

    public static string Param(string name, string doc) => $"/// <param name=\"{name.TrimStart('@')}\">{Escape(doc)}</param>";

    /// <summary>Something of the document as it is written there; what cannot stand in a comment becomes a question mark.</summary>
    public static string Verbatim(string text) => $"<c>{Escape(string.Concat(text.Select(static c => c is >= ' ' and <= '~' ? c : '?')))}</c>";

    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
