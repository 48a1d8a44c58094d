using System.Text;
using System.Text.Json;
using Xunit;
using static Intercom.Runtime.Tests.Http.Script;

namespace Intercom.Runtime.Tests.Http;

public sealed class RequestTests
{
    private static async Task<Sent> SendAsync(ApiRequest request, RequestOptions? options = null, Action<IntercomClientOptions>? configure = null)
    {
        var server = new Script(Answer(200, "{}"));
        await server.Connect(null, configure).SendElementAsync(request, options, default);
        return Assert.Single(server.Sent);
    }

    [Fact]
    public async Task A_call_names_its_version_its_client_and_what_it_takes()
    {
        var sent = await SendAsync(new ApiRequest("GET /me"));
        Assert.Equal("https://api.intercom.io/me", sent.Address.AbsoluteUri);
        Assert.Equal("2.14", sent.Headers["Intercom-Version"]);
        Assert.Equal("application/json", sent.Headers["Accept"]);
        Assert.StartsWith("intercom-dotnet/", sent.Headers["User-Agent"], StringComparison.Ordinal);
        Assert.Equal("Bearer tok", sent.Authorization);
        Assert.Null(sent.Body);
    }

    [Fact]
    public async Task A_call_can_have_its_own_version_headers_and_query()
    {
        var options = new RequestOptions { ApiVersion = "Preview", Headers = { ["X-Own"] = "1", ["accept"] = "text/csv" }, Query = { ["a b"] = "c&d" } };
        var sent = await SendAsync(new ApiRequest("GET /contacts").Query("per_page", 5L), options);
        Assert.Equal("Preview", sent.Headers["Intercom-Version"]);
        Assert.Equal("1", sent.Headers["X-Own"]);
        Assert.Equal("text/csv", sent.Headers["Accept"]);
        Assert.Equal("?per_page=5&a%20b=c%26d", sent.Address.Query);
    }

    [Theory]
    [InlineData("a/b", "/contacts/a%2Fb")]
    [InlineData("é ?#", "/contacts/%C3%A9%20%3F%23")]
    [InlineData("..%2f", "/contacts/..%252f")]
    public async Task A_path_value_stays_in_its_segment(string id, string path) =>
        Assert.Equal(path, (await SendAsync(new ApiRequest("GET /contacts/{id}", id))).Address.AbsolutePath);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData(null)]
    public void A_path_value_that_would_name_another_operation_is_refused(string? id) =>
        Assert.Throws<ArgumentException>(nameof(id), () => new ApiRequest("GET /contacts/{id}", id!));

    [Theory]
    [InlineData("GET @evil.example/")]
    [InlineData("GET .evil.example/")]
    [InlineData("GET")]
    [InlineData(" /me")]
    public void An_operation_that_would_leave_the_base_address_is_refused(string operation) =>
        Assert.Throws<ArgumentException>(nameof(operation), () => new ApiRequest(operation));

    [Theory]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/me")]
    [InlineData("https://proxy.example/intercom/", "https://proxy.example/intercom/me")]
    public async Task A_base_address_takes_the_place_of_the_regions(string address, string expected) =>
        Assert.Equal(expected, (await SendAsync(new ApiRequest("GET /me"), null, o => o.BaseAddress = new Uri(address))).Address.AbsoluteUri);

    [Theory]
    [InlineData(IntercomRegion.EU, "api.eu.intercom.io")]
    [InlineData(IntercomRegion.AU, "api.au.intercom.io")]
    public async Task A_region_has_its_own_server(IntercomRegion region, string host) =>
        Assert.Equal(host, (await SendAsync(new ApiRequest("GET /me"), null, o => o.Region = region)).Address.Host);

    [Fact]
    public async Task A_json_body_is_sent_as_json_without_a_byte_order_mark()
    {
        var sent = await SendAsync(new ApiRequest("POST /contacts").Body(new Json.Person { Id = "é", Age = null }));
        Assert.Equal("""{"id":"é","age":null}""", Encoding.UTF8.GetString(sent.Body!));
        Assert.Equal("application/json", sent.ContentType);
    }

    [Fact]
    public async Task A_request_without_a_token_has_no_authorization() =>
        Assert.Null((await SendAsync(new ApiRequest("GET /me"), null, static o => o.Credential = IntercomCredential.None)).Authorization);

    [Fact]
    public void No_client_is_made_without_a_credential()
    {
        var failure = Assert.Throws<ArgumentException>(static () => new IntercomConnection(new IntercomClientOptions(), ""));
        Assert.StartsWith("There is no access token. Set AccessToken or Credential; where", failure.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(static () => new IntercomConnection(new IntercomClientOptions { AccessToken = " " }, ""));
    }

    [Fact]
    public void What_is_missing_is_named_as_the_method_has_it()
    {
        string? file = null;
        IntercomContent? picture = null;
        var call = new ApiRequest("POST /contacts/{contact_id}", "42");
        Assert.Equal("contactId", Assert.Throws<ArgumentException>(static () => new ApiRequest("GET /contacts/{contact_id}", "")).ParamName);
        Assert.Equal("id", Assert.Throws<ArgumentException>(static () => new ApiRequest("GET /contacts/{id}", "..")).ParamName);
        Assert.Equal("file", Assert.Throws<ArgumentNullException>(() => call.TextBody(file!, "text/plain")).ParamName);
        Assert.Equal("picture", Assert.Throws<ArgumentNullException>(() => call.ContentBody(picture!)).ParamName);
    }

    [Fact]
    public async Task A_token_alone_makes_options()
    {
        Assert.Equal("tok", await IntercomClientOptions.FromToken(" tok ").Credential!.GetTokenAsync());
        Assert.Equal("token", Assert.Throws<ArgumentException>(static () => IntercomClientOptions.FromToken(" ")).ParamName);
    }

    [Fact]
    public async Task The_application_is_named_before_the_library()
    {
        var sent = await SendAsync(new ApiRequest("GET /me"), null, static o => o.ApplicationName = "acme-sync/1.2 (nightly)");
        Assert.StartsWith("acme-sync/1.2 (nightly) intercom-dotnet/", UserAgent(sent), StringComparison.Ordinal);
        Assert.StartsWith("intercom-dotnet/", UserAgent(await SendAsync(new ApiRequest("GET /me"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Default_headers_are_sent_with_every_call_and_those_of_a_call_come_before_them()
    {
        static void Configure(IntercomClientOptions options)
        {
            options.DefaultHeaders["X-Team"] = "support";
            options.DefaultHeaders["x-trace"] = "all";
            options.DefaultHeaders["Intercom-Version"] = "2.99";
        }

        var sent = await SendAsync(new ApiRequest("GET /me"), new RequestOptions { Headers = { ["X-Trace"] = "one" } }, Configure);
        Assert.Equal(("support", "one", "2.99"), (sent.Headers["X-Team"], sent.Headers["X-Trace"], sent.Headers["Intercom-Version"]));
    }

    [Fact]
    public async Task A_secret_among_the_default_headers_is_in_no_exception()
    {
        var server = new Script(Answer(400, """{"message":"bad key hidden-gateway-key"}"""));
        var connection = server.Connect(null, static o => o.DefaultHeaders["X-Gateway-Key"] = "hidden-gateway-key");
        var failure = await Assert.ThrowsAsync<IntercomBadRequestException>(() => connection.SendAsync(new ApiRequest("GET /me"), null, default));
        Assert.DoesNotContain("hidden", failure.ToString() + failure.Body, StringComparison.Ordinal);
        Assert.Contains("bad key ***", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Default_headers_that_cannot_be_sent_are_refused()
    {
        var failure = Assert.Throws<ArgumentException>(() => new Script().Connect(null, static o => o.DefaultHeaders["X-Team"] = "a\r\nsecret: b"));
        Assert.StartsWith("DefaultHeaders has 'X-Team', whose name or value", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_of_options_has_headers_of_its_own()
    {
        var options = new IntercomClientOptions();
        options.Copy().DefaultHeaders["X-Team"] = "support";
        Assert.Empty(options.DefaultHeaders);
    }

    private static string UserAgent(Sent sent) => sent.Headers["User-Agent"].Replace(", ", " ", StringComparison.Ordinal);

    public static TheoryData<string, Action<IntercomClientOptions>> Faults() => new()
    {
        { "Region", static o => o.Region = (IntercomRegion)9 },
        { "BaseAddress", static o => o.BaseAddress = new Uri("/relative", UriKind.Relative) },
        { "BaseAddress", static o => o.BaseAddress = new Uri("ftp://x.example") },
        { "BaseAddress", static o => o.BaseAddress = new Uri("https://user:secret@x.example") },
        { "BaseAddress", static o => o.BaseAddress = new Uri("https://x.example/?key=secret") },
        { "Timeout", static o => o.Timeout = TimeSpan.Zero },
        { "AttemptTimeout", static o => o.AttemptTimeout = TimeSpan.FromSeconds(-3) },
        { "MaxRetries", static o => o.MaxRetries = -1 },
        { "MaxResponseBytes", static o => o.MaxResponseBytes = 0 },
        { "DownloadIdleTimeout", static o => o.DownloadIdleTimeout = TimeSpan.Zero },
        { "MaxRetryDelay", static o => o.MaxRetryDelay = TimeSpan.FromSeconds(-1) },
        { "ApplicationName", static o => o.ApplicationName = "acme/sync/1" },
        { "ApplicationName", static o => o.ApplicationName = "" },
        { "DefaultHeaders", static o => o.DefaultHeaders["authorization"] = "Bearer secret" },
        { "DefaultHeaders", static o => o.DefaultHeaders["Content-Type"] = "secret" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Options_that_cannot_work_are_refused_by_name(string name, Action<IntercomClientOptions> configure)
    {
        var failure = Assert.Throws<ArgumentException>(() => new Script().Connect(null, configure));
        Assert.StartsWith(name + " is", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_read_page_after_page()
    {
        var server = new Script(
            Answer(200, """{"friends":[{"id":"1"},{"id":"2"}],"pages":{"next":{"starting_after":"c1"}}}"""),
            Answer(500),
            Answer(200, """{"friends":[{"id":"3"}],"pages":{"next":null}}"""));
        var list = server.Connect().Pages<Json.Person, Json.Person>(new ApiRequest("GET /contacts"), PagePlace.Query, static page => page.Friends, null, default);
        var ids = new List<string?>();
        await foreach (var person in list)
            ids.Add(person.Id);
        Assert.Equal(["1", "2", "3"], ids);
        Assert.Equal(["", "?starting_after=c1", "?starting_after=c1"], server.Sent.Select(static sent => sent.Address.Query));
    }

    [Fact]
    public async Task A_location_is_made_absolute()
    {
        var server = new Script(Answer(302, "", ("Location", "/recordings/1?s=2")));
        var location = await server.Connect().SendLocationAsync(new ApiRequest("GET /calls/{id}/recording", "1"), null, default);
        Assert.Equal("https://api.intercom.io/recordings/1?s=2", location.AbsoluteUri);
    }

    [Fact]
    public async Task An_answer_that_points_nowhere_cannot_be_read_as_a_location() =>
        await Assert.ThrowsAsync<IntercomUnreadableResponseException>(() => new Script(Answer(200)).Connect().SendLocationAsync(new ApiRequest("GET /calls/{id}/recording", "1"), null, default));

    [Fact]
    public async Task Text_and_lists_are_read_as_such()
    {
        Assert.Equal("hello", await new Script(Answer(200, "hello")).Connect().SendTextAsync(new ApiRequest("GET /calls/{id}/transcript", "1"), null, default));
        var list = await new Script(Answer(200, """[{"id":"1"},null]""")).Connect().SendListAsync<Json.Person, Intercom.Json.JsonItem<Json.Person>>(new ApiRequest("GET /x"), null, default);
        Assert.Equal("1", Assert.Single(list).Id);
        Assert.Equal(JsonValueKind.Undefined, (await new Script(Answer(204)).Connect().SendElementAsync(new ApiRequest("GET /x"), null, default)).ValueKind);
    }
}
