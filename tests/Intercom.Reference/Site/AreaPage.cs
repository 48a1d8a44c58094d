using System.Net;
using System.Text;
using Intercom.Generator.Model;
using Intercom.Reference.Samples;

namespace Intercom.Reference.Site;

/// <summary>The page of an area: its operations, each with verb, path, types and a sample.</summary>
internal sealed class AreaPage(ReferenceDocument document, SampleWriter samples)
{
    private readonly HashSet<string> _types = [.. document.Model.Types.Select(static type => type.Name)];

    public static string FileOf(Resource area) => $"{area.Name}.md";

    public string Write(Resource area)
    {
        var client = $"[{area.ClientName}](xref:Intercom.{area.ClientName})";
        var text = new StringBuilder($"# {area.Name}\n\n{Words(area.Doc)}\n\nA program calls it by `intercom.{area.Name}`, a {client}.\n");
        foreach (var operation in area.Operations)
            text.Append($"\n## {operation.Name}\n\n`{operation.Id}`{Age(operation)}\n\n{Words(operation.Doc)}\n\n")
                .Append($"```csharp\n{samples.Write(area, operation)}\n```\n\n{Types(operation)}");
        return text.ToString();
    }

    private static string Age(Operation operation) => operation.Since is { } since ? $" **{since.Sentence}**" : "";

    private string Types(Operation operation)
    {
        var lines = new List<string>();
        if (operation.Body is { } body)
            lines.Add($"- It is sent {Link(body.Type)}{(body.IsRequired ? "" : ", which can be left out")}.");
        if (operation.Query is { } query)
            lines.Add($"- What else can be asked for: {Link(TypeName.Of(query.Type))}.");
        lines.Add($"- It gives {Link(operation.Result.Returns)}.");
        if (operation.Page is { } page)
            lines.Add($"- [Intercom describes it there]({page}).");
        return string.Join('\n', lines) + "\n";
    }

    // A type of several parts is said in words, each of them a link.
    private string Link(TypeName type) => type switch
    {
        { Name: "Task", Arguments: [] } => "nothing",
        { Name: "Task", Arguments: [var result] } => Link(result),
        { Name: "Paged", Arguments: [_, var item] } => $"a list of {Link(item)}",
        { Name: "IReadOnlyList" or "IEnumerable" or "IAsyncEnumerable", Arguments: [var item] } => $"a list of {Link(item)}",
        { Name: "SseItem", Arguments: [var data] } => Link(data),
        { Name: var name } when _types.Contains(name) => $"[{name}](xref:Intercom.Models.{name})",
        { Name: "IntercomDownload" or "IntercomContent" } => $"[{type.Name}](xref:Intercom.{type.Name})",
        _ => $"`{type}`",
    };

    // What the document writes is text: neither markup nor a place to fill in.
    private static string Words(Doc doc) => WebUtility.HtmlEncode($"{doc.Summary} {doc.Remarks}".Trim())
        .Replace("_", "\\_", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal)
        .Replace("[", "\\[", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal);
}
