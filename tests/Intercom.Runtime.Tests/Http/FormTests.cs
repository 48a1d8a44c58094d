using System.Text;
using Xunit;
using static Intercom.Runtime.Tests.Http.Script;

namespace Intercom.Runtime.Tests.Http;

/// <summary>Parts of a form and names of files, as browsers and other senders write them.</summary>
public sealed class FormTests
{
    private static async Task<(string Body, string Type)> SendAsync(IntercomForm form)
    {
        var server = new Script(Answer(200, "{}"));
        await server.Connect().SendAsync(new ApiRequest("POST /upload").Form(new Upload(form)), null, default);
        return (Encoding.UTF8.GetString(server.Sent[0].Body!), server.Sent[0].ContentType!);
    }

    [Fact]
    public async Task A_form_is_written_as_other_senders_write_it()
    {
        var (body, type) = await SendAsync(new IntercomForm().Add("name", "é").Add("file", new IntercomFile("a b.csv", "x"u8.ToArray(), "text/csv")));
        Assert.StartsWith("multipart/form-data; boundary=intercom-", type, StringComparison.Ordinal);
        var boundary = type["multipart/form-data; boundary=".Length..];
        Assert.Equal(
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\né\r\n"
            + $"--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a b.csv\"\r\nContent-Type: text/csv\r\n\r\nx\r\n--{boundary}--\r\n",
            body);
    }

    [Theory]
    [InlineData("say \"hi\".txt", "filename=\"say %22hi%22.txt\"")]
    [InlineData("é 漢.txt", "filename=\"é 漢.txt\"")]
    [InlineData("a\\b;c=d.txt", "filename=\"a\\b;c=d.txt\"")]
    public async Task A_file_name_stays_within_its_quotes(string name, string expected)
    {
        var (body, _) = await SendAsync(new IntercomForm().Add("file", new IntercomFile(name, "x"u8.ToArray())));
        Assert.Contains(expected, body, StringComparison.Ordinal);
        Assert.DoesNotContain("filename*", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("")]
    public void A_file_name_that_would_leave_its_line_is_refused(string name) =>
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => new IntercomFile(name, "x"u8.ToArray())).ParamName);

    [Theory]
    [InlineData("a\r\nb")]
    [InlineData("a\0b")]
    public async Task So_is_the_name_of_a_part(string name) => await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(new IntercomForm().Add(name, "x")));

    [Theory]
    [InlineData("attachment; filename=\"a.csv\"", "a.csv")]
    [InlineData("attachment; filename=a.csv", "a.csv")]
    [InlineData("attachment; filename=\"plain.csv\"; filename*=UTF-8''%c3%a9%20%e6%bc%a2.csv", "é 漢.csv")]
    [InlineData("attachment; filename*=UTF-8''a%2Fb.csv", "b.csv")]
    [InlineData("attachment; filename=\"../../etc/passwd\"", "passwd")]
    [InlineData("attachment; filename=\"..\\\\..\\\\evil.exe\"", "evil.exe")]
    [InlineData("attachment; filename=\"say %22hi%22.txt\"", "say \"hi\".txt")]
    [InlineData("attachment; filename=\"..\"", null)]
    [InlineData("attachment", null)]
    [InlineData("nonsense; ;;", null)]
    public async Task The_name_of_a_download_is_a_name(string header, string? expected)
    {
        var server = new Script((_, _) =>
        {
            var response = new HttpResponseMessage { Content = new ByteArrayContent("a,b"u8.ToArray()) };
            response.Content.Headers.TryAddWithoutValidation("Content-Disposition", header);
            return Task.FromResult(response);
        });
        using var download = await server.Connect().DownloadAsync(new ApiRequest("GET /export/{id}", "1"), null, default);
        Assert.Equal(expected, download.FileName);
    }

    [Fact]
    public async Task A_name_in_UTF8_is_read_as_such()
    {
        await using var server = new ByteServer(static _ => [[.. "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Disposition: attachment; filename=\""u8, .. "é漢.csv"u8, .. "\"\r\n\r\nx"u8]]);
        using var download = await server.Connect().DownloadAsync(new ApiRequest("GET /export/{id}", "1"), null, default);
        Assert.Equal("é漢.csv", download.FileName);
    }

    [Theory]
    [InlineData("Preview", "preview")]
    [InlineData("PREVIEW", "preview")]
    [InlineData("2.14", "2.14")]
    public async Task A_version_is_sent_in_the_letters_of_the_operation(string version, string sent)
    {
        var server = new Script(Answer(200, "{}"));
        var connection = server.Connect(null, o => o.ApiVersion = version);
        var request = new ApiRequest("GET /me").Version("preview", "Unstable");
        await connection.SendAsync(request, null, default);
        await connection.SendAsync(request.WithQuery("page", "2"), new RequestOptions { ApiVersion = "unstable" }, default);
        Assert.Equal([sent, "Unstable"], server.Sent.Select(static call => call.Headers["Intercom-Version"]));
    }

    private sealed record Upload(IntercomForm Form) : IFormRequest
    {
        public IntercomForm ToForm() => Form;
    }
}
