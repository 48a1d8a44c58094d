using System.Net;
using System.Text;
using System.Text.Json;
using Intercom.Json;
using Intercom.Models;

namespace Intercom.Client.Tests;

/// <summary>What a server sends is what a caller gets.</summary>
public class ResponseSemantics
{
    private static readonly DateTimeOffset Noon = DateTimeOffset.FromUnixTimeSeconds(1_714_564_800);

    [Fact]
    public async Task Unknown_properties_are_kept_and_written_back()
    {
        var contact = await GetContactAsync("""{"id":"1","brand_new":{"a":[1,null]}}""");
        Assert.Equal("[1,null]", ((JsonElement)contact.AdditionalProperties!["brand_new"]).GetProperty("a").GetRawText());
        Assert.Equal("""{"id":"1","brand_new":{"a":[1,null]}}""", IntercomJson.ToJson(contact));
    }

    [Fact]
    public void Unknown_values_of_an_enum_are_kept()
    {
        var export = IntercomJson.Parse<DataExport>("""{"status":"thinking"}""");
        Assert.Equal("thinking", export.Status?.Value);
        Assert.Equal("""{"status":"thinking"}""", IntercomJson.ToJson(export));
        Assert.Equal(DataExportStatus.Completed, IntercomJson.Parse<DataExport>("""{"status":"completed"}""").Status);
    }

    [Fact]
    public void An_unknown_case_of_a_union_is_kept_as_it_is()
    {
        var result = IntercomJson.Parse<ContentSearchResult>("""{"type":"hologram","depth":3}""");
        Assert.True(result.TryGetValue(out JsonElement raw));
        Assert.Equal("""{"type":"hologram","depth":3}""", raw.GetRawText());
        Assert.Equal("""{"type":"hologram","depth":3}""", IntercomJson.ToJson(result));
        Assert.True(IntercomJson.Parse<MergePreview>("""{"allowed":false}""").TryGetValue(out MergePreviewBlocked? _));
    }

    [Theory]
    [InlineData("1714564800")]
    [InlineData("\"1714564800\"")]
    [InlineData("\"2024-05-01T12:00:00Z\"")]
    [InlineData("\"2024-05-01T14:00:00.000+02:00\"")]
    public async Task A_time_is_read_in_each_of_its_forms_and_written_back_in_its_own(string time)
    {
        var json = $$"""{"created_at":{{time}}}""";
        var contact = await GetContactAsync(json);
        Assert.Equal(Noon, contact.CreatedAt);
        Assert.Equal(json, IntercomJson.ToJson(contact));
    }

    [Theory]
    [InlineData("12")]
    [InlineData("\"12\"")]
    public async Task An_id_is_read_as_a_number_and_as_a_string(string id) =>
        Assert.Equal("12", (await GetContactAsync($$"""{"id":{{id}}}""")).Id);

    [Fact]
    public void A_list_is_found_under_data_as_well()
    {
        const string json = """{"type":"list","data":[{"id":"1"}]}""";
        var list = IntercomJson.Parse<ConversationList>(json);
        Assert.Equal("1", Assert.Single(list.Conversations!).Id);
        Assert.Equal(json, IntercomJson.ToJson(list));
    }

    [Fact]
    public async Task A_value_of_another_shape_is_null_kept_and_reported_with_its_place()
    {
        var deviations = new List<JsonDeviation>();
        var json = """
            {"type":"list","data":[{"type":"contact","id":"1"},{"type":"contact","location":"https://x","tags":[1],"id":{}}]}
            """;
        var page = await new IntercomClient(new RecordingHandler(json).Options(deviations.Add)).Contacts.ListAsync();
        var odd = page.Data![1];
        Assert.Null(odd.Location);
        Assert.Null(odd.Tags);
        Assert.Equal("", odd.Id);
        Assert.Equal("https://x", ((JsonElement)odd.AdditionalProperties!["location"]).GetString());
        Assert.Equal(
            [
                new JsonDeviation("GET /contacts", "$.data[1].location", "object", "string"),
                new JsonDeviation("GET /contacts", "$.data[1].tags", "object", "array"),
                new JsonDeviation("GET /contacts", "$.data[1].id", "string", "object"),
            ],
            deviations);
    }

    [Fact]
    public async Task What_is_never_null_is_empty_where_it_was_left_out_and_told()
    {
        var deviations = new List<JsonDeviation>();
        var contacts = new IntercomClient(new RecordingHandler("""{"data":[{"name":"Ada"}]}""").Options(deviations.Add)).Contacts;
        var contact = Assert.Single((await contacts.ListAsync()).Items);
        Assert.Equal(("", "", 0), (contact.Id, contact.Type, contact.MergeHistory.Count));
        Assert.Equal(["$.type", "$.data[0].type", "$.data[0].id"], deviations.Select(static deviation => deviation.Path).OrderBy(Depth));
        Assert.All(deviations, static deviation => Assert.Equal(
            (JsonDeviationKind.MissingProperty, "property", "nothing"), (deviation.Kind, deviation.Expected, deviation.Found)));
    }

    [Fact]
    public async Task A_page_without_its_list_is_empty_and_told()
    {
        var deviations = new List<JsonDeviation>();
        var contacts = new IntercomClient(new RecordingHandler("""{"type":"list"}""").Options(deviations.Add)).Contacts;
        Assert.Empty((await contacts.ListAsync()).Items);
        Assert.Equal("$.data", Assert.Single(deviations).Path);
    }

    private static int Depth(string path) => path.Count(static c => c == '.');

    [Fact]
    public void Whole_numbers_have_64_bits() =>
        Assert.Equal(5_547_999_998_888, IntercomJson.Parse<Company>("""{"monthly_spend":5547999998888}""").MonthlySpend);

    [Fact]
    public async Task A_download_is_a_stream_with_headers()
    {
        var handler = new RecordingHandler(static _ => new HttpResponseMessage
        {
            Content = new ByteArrayContent([0x1F, 0x8B, 7])
            {
                Headers =
                {
                    { "Content-Disposition", "attachment; filename=\"export.csv.gz\"" },
                    { "Content-Type", "application/gzip" },
                },
            },
        });
        using var download = await new IntercomClient(handler.Options()).DataExport.DownloadAsync("job");
        using var bytes = new MemoryStream();
        await download.Content.CopyToAsync(bytes);
        Assert.Equal([0x1F, 0x8B, 7], bytes.ToArray());
        Assert.Equal("export.csv.gz", download.FileName);
        Assert.Equal("application/gzip", download.Headers.ContentType?.MediaType);
        Assert.Equal("application/octet-stream", Assert.Single(handler.Sent).Headers.Accept.ToString());
    }

    [Fact]
    public async Task A_transcript_is_text() => Assert.Equal(
        "Ada: Grüße\n",
        await Client(new HttpResponseMessage { Content = new StringContent("Ada: Grüße\n", Encoding.UTF8, "text/plain") })
            .Calls.GetTranscriptAsync("1"));

    [Fact]
    public async Task A_recording_is_the_address_that_the_answer_leads_to() => Assert.Equal(
        new Uri("https://storage.example/a.mp3"),
        await Client(new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri("https://storage.example/a.mp3") } })
            .Calls.GetRecordingAsync("1"));

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.NoContent)]
    public async Task An_empty_body_is_enough_where_nothing_is_declared(HttpStatusCode status)
    {
        var handler = new RecordingHandler("", status);
        await new IntercomClient(handler.Options()).Tags.DeleteAsync("1");
        Assert.Single(handler.Sent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("\"ok\"")]
    public async Task A_body_that_is_no_object_is_an_error_of_its_own_where_one_is_declared(string body)
    {
        var error = await Assert.ThrowsAsync<IntercomUnreadableResponseException>(() => GetContactAsync(body));
        Assert.Equal(body, error.Body);
        Assert.Equal("GET /contacts/{id}", error.Operation);
    }

    [Fact]
    public async Task A_list_of_errors_is_an_error_also_with_status_200()
    {
        var error = await Assert.ThrowsAnyAsync<IntercomApiException>(() => GetContactAsync(
            """{"type":"error.list","request_id":"r1","errors":[{"code":"not_found","message":"gone"}]}"""));
        Assert.Equal(HttpStatusCode.OK, error.Status);
        Assert.Equal("r1", error.RequestId);
        Assert.True(error.Has("not_found"));
    }

    [Theory]
    [InlineData(
        """{"type":"error.list","request_id":null,"errors":[{"code":"parameter_invalid","message":"no","field":"email"}]}""",
        "parameter_invalid",
        "no",
        "email")]
    [InlineData("""{"type":"error.list","errors":[{"code":"parameter_invalid"}]}""", "parameter_invalid", null, null)]
    [InlineData("""{"type":"error","request_id":"r1","message":"no"}""", "", "no", null)]
    [InlineData("""{"error_key":"bad_phone","message":"no"}""", "bad_phone", "no", null)]
    [InlineData("""{"errors":{"rating":"no"}}""", "", "no", "rating")]
    public async Task Each_shape_of_an_error_body_is_read(string body, string code, string? message, string? field)
    {
        var handler = new RecordingHandler(body, HttpStatusCode.UnprocessableEntity);
        var error = await Assert.ThrowsAsync<IntercomBadRequestException>(
            () => new IntercomClient(handler.Options()).Contacts.GetAsync("1"));
        Assert.Equal(new IntercomError(code, message, field), Assert.Single(error.Errors));
        Assert.Equal(body, error.Body);
    }

    [Fact]
    public async Task An_error_without_a_readable_body_keeps_the_body()
    {
        var handler = new RecordingHandler("<h1>Not found</h1>", HttpStatusCode.NotFound);
        var error = await Assert.ThrowsAsync<IntercomNotFoundException>(
            () => new IntercomClient(handler.Options()).Contacts.GetAsync("1"));
        Assert.Empty(error.Errors);
        Assert.Equal("<h1>Not found</h1>", error.Body);
    }

    private static Task<Contact> GetContactAsync(string json) =>
        new IntercomClient(new RecordingHandler(json).Options()).Contacts.GetAsync("1");

    private static IntercomClient Client(HttpResponseMessage answer) => new(new RecordingHandler(_ => answer).Options());
}
