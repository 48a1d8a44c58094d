using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace Intercom.Generator.Tests.Places;

/// <summary>Writes down what is sent, and answers.</summary>
internal sealed partial class Wire(Func<string, (string MediaType, string Body)?> answer) : HttpMessageHandler
{
    /// <summary>The last call: its verb and address; its header, cookie or media type; its body.</summary>
    public string Sent { get; private set; } = "";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var media = request.Content?.Headers.ContentType?.MediaType;
        string?[] lines =
        [
            $"{request.Method} {request.RequestUri!.PathAndQuery}",
            .. request.Headers.Where(static header => header.Key is "value" or "Cookie").Select(static header => $"{header.Key}: {string.Join(",", header.Value)}"),
            media,
            body.Length == 0 ? null : media == "multipart/form-data" ? string.Join("\n", Parts(body)) : body,
        ];
        Sent = string.Join("\n", lines.Where(static line => line is not null));
        var (type, text) = answer(request.RequestUri.AbsolutePath) ?? ("application/json", body);
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue(type) } },
        };
    }

    private static IEnumerable<string> Parts(string body) => Part().Matches(body).Select(static part =>
    {
        var head = part.Groups["head"].Value;
        var file = FileName().Match(head) is { Success: true } name ? $" {name.Groups[1].Value}" : "";
        return $"{PartName().Match(head).Groups[1].Value}{file} [{MediaType().Match(head).Groups[1].Value}] {part.Groups["body"].Value}";
    });

    [GeneratedRegex(@"(?<=^|\n)--[^\r\n]+\r\n(?<head>(?:[^\r\n]+\r\n)+)\r\n(?<body>.*?)(?=\r\n--)", RegexOptions.Singleline)]
    private static partial Regex Part();

    [GeneratedRegex("[; ]name=\"?([^\";\r\n]+)")]
    private static partial Regex PartName();

    [GeneratedRegex("filename=\"?([^\";\r\n]+)")]
    private static partial Regex FileName();

    [GeneratedRegex("Content-Type: ([^;\r\n]+)")]
    private static partial Regex MediaType();
}
