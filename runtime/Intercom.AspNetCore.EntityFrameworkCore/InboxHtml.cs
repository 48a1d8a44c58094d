using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace Intercom.AspNetCore;

/// <summary>The inbox as pages. All that comes from outside is encoded.</summary>
/// <param name="path">The path of the list.</param>
/// <param name="now">The time of the database.</param>
internal sealed class InboxHtml(string path, long now)
{
    public const int PageSize = 100;

    private const string Style =
        "body{font:14px/1.4 system-ui,sans-serif;margin:2em;color:#222;background:#fff}table{border-collapse:collapse;width:100%}"
        + "th,td{text-align:left;padding:.4em .8em;border-bottom:1px solid #ddd;vertical-align:top}nav a{margin-right:1em}"
        + "pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f5f5f5;padding:1em}form{display:inline}"
        + ".Dead,.Failed{color:#a00}.Running{color:#06c}.Done,.Dropped{color:#777}";

    /// <summary>The only style that a browser may apply.</summary>
    public static string StyleSource { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'";

    public string List(InboxState? state, IReadOnlyDictionary<InboxState, int> counts, IReadOnlyList<InboxEntry> entries)
    {
        var html = new StringBuilder("<nav>").Append(Link("", $"All {Number(counts.Values.Sum())}"));
        foreach (var each in Enum.GetValues<InboxState>())
            html.Append(Link($"?state={each}", $"{each} {Number(counts.GetValueOrDefault(each))}"));
        html.Append("</nav><table><thead><tr><th>Topic<th>State<th>Age<th>Attempts<th>Exception<th></tr></thead><tbody>");
        foreach (var entry in entries)
            html.Append("<tr><td>").AppendJoin("<td>", Cells(entry)).Append("</tr>");
        html.Append("</tbody></table>");
        if (entries.Count == PageSize)
            html.Append(Link($"?{(state is null ? "" : $"state={state}&")}before={Number(entries[^1].Id)}", "Older"));
        return Page(html.ToString());
    }

    public string Entry(InboxEntry entry, bool withBody)
    {
        var html = new StringBuilder("<nav>").Append(Link("", "Inbox")).Append("</nav><table>");
        foreach (var (name, value) in new[]
        {
            ("Topic", Text(entry.Topic)), ("Key", Text(entry.Key)), ("Endpoint", Text(entry.Endpoint)), ("State", State(entry)),
            ("Age", Age(entry)), ("Attempts", Number(entry.Attempts)),
        })
            html.Append(CultureInfo.InvariantCulture, $"<tr><th>{name}<td>{value}</tr>");
        html.Append("</table><p>").Append(Buttons(entry)).Append("</p>");
        if (entry.Error is not null)
            html.Append("<h2>Exception</h2><pre>").Append(Text(entry.Error)).Append("</pre>");
        html.Append("<h2>Body</h2>").Append(withBody
            ? $"<pre>{Text(Encoding.UTF8.GetString(entry.Body))}</pre>"
            : $"<p>{Link($"/{Number(entry.Id)}?body", $"Show {Number(entry.Body.Length)} bytes")}</p>");
        return Page(html.ToString());
    }

    private static string Page(string content) =>
        $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Intercom's webhooks</title><style>{Style}</style></head>"
        + $"<body><h1>Intercom's webhooks</h1>{content}</body></html>";

    private static string FirstLine(string? error) => error?.Split('\n', 2)[0] ?? "";

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Time(long milliseconds) => TimeSpan.FromMilliseconds(Math.Max(0, milliseconds)) switch
    {
        { TotalMinutes: < 1 } time => $"{Number((long)time.TotalSeconds)} s",
        { TotalHours: < 1 } time => $"{Number((long)time.TotalMinutes)} min",
        { TotalDays: < 1 } time => $"{Number((long)time.TotalHours)} h",
        var time => $"{Number((long)time.TotalDays)} d",
    };

    private string[] Cells(InboxEntry entry) =>
    [
        Link($"/{Number(entry.Id)}", entry.Topic),
        State(entry),
        Age(entry),
        Number(entry.Attempts),
        Text(FirstLine(entry.Error)),
        Buttons(entry),
    ];

    private string Age(InboxEntry entry) => Time(now - entry.ReceivedAt);

    private string State(InboxEntry entry) => entry switch
    {
        { State: InboxState.Waiting, Error: not null, DueAt: { } due } =>
            $"<span class=\"Failed\">Failed, again in {Time(due - now)}</span>",
        { State: InboxState.Running, DueAt: { } due } when due <= now => "<span class=\"Failed\">Running, lease is over</span>",
        _ => $"<span class=\"{entry.State}\">{entry.State}</span>",
    };

    private string Buttons(InboxEntry entry) =>
        (entry is { State: InboxState.Dead or InboxState.Dropped } or { State: InboxState.Waiting, Error: not null }
            ? Button(entry, "put-back", "Put back")
            : "")
        + (entry.State is InboxState.Dead or InboxState.Waiting ? Button(entry, "drop", "Drop") : "");

    private string Button(InboxEntry entry, string change, string label) =>
        $"<form method=\"post\" action=\"{Text(path)}/{Number(entry.Id)}/{change}\"><button>{label}</button></form> ";

    private string Link(string to, string label) => $"<a href=\"{Text(path + to)}\">{Text(label)}</a>";
}
