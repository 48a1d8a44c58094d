using System.Net;
using System.Text;
using System.Text.Json;
using Intercom.Webhooks;
using Xunit;

namespace Intercom.Runtime.Tests.Webhooks;

public class HitlReplyTests
{
    private const string Callback = "https://api.eu.intercom.io/procedures/77/collect_agent_input";
    private readonly ManualTime _time = new();

    [Fact]
    public void The_question_is_read_from_the_notification()
    {
        var reply = Reply();
        Assert.Equal(("step-1", "77", "Refund?"), (reply.StepId, reply.ConversationId, reply.Question));
        Assert.Equal(new Uri(Callback), reply.CallbackUrl);
        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromMinutes(10), reply.ExpiresAt);
        Assert.Equal(["Approve Refund", "Reason", "Amount", "Days", "Until", "Channel"], reply.Fields.Select(static field => field.Name));
        Assert.Equal([new HitlChoice("opt_1", "E-mail"), new HitlChoice("opt_2", "Phone")], reply.Fields[5].Choices);
    }

    [Fact]
    public void The_body_names_the_step_and_each_value_in_the_order_of_the_question()
    {
        var reply = Reply().Set("Channel", "Phone").Set("v.1", true).Set("reason", "Zoë said so").Set("Days", 14).Set("Amount", 12.50m)
            .Set("Until", new DateTimeOffset(2026, 9, 2, 8, 0, 0, TimeSpan.FromHours(2)));
        Assert.Equal(
            """
            {"step_id":"step-1","attribute_values":[{"identifier":"v.1","value":true},{"identifier":"v.2","value":"Zoë said so"},{"identifier":"v.3","value":12.50},{"identifier":"v.4","value":14},{"identifier":"v.5","value":"2026-09-02T06:00:00Z"},{"identifier":"v.6","value":"opt_2"}]}
            """,
            reply.ToJson());
        Assert.Equal("step-1", reply.As<Thing>()["step_id"]);
        Assert.Equal(["v.6", "v.1", "v.2", "v.4", "v.3", "v.5"], reply.Values.Keys);
    }

    [Fact]
    public void An_emitted_notification_and_a_bare_item_are_taken_as_well()
    {
        var notification = WebhookNotification.Parse(Encoding.UTF8.GetBytes(Json()));
        Assert.Equal("step-1", HitlReply.To(notification.As<Thing>(), _time).StepId);
        Assert.Equal("step-1", HitlReply.To(notification.About<Thing>().Item, _time).StepId);
        Assert.Throws<JsonException>(() => HitlReply.To(WebhookNotification.Parse("""{"topic":"ping"}"""u8.ToArray())));
    }

    [Theory]
    [InlineData("Approve Refund", "\"yes\"", "true or false")]
    [InlineData("Approve Refund", "1", "true or false")]
    [InlineData("Reason", "5", "a text")]
    [InlineData("Amount", "\"5\"", "a number")]
    [InlineData("Days", "1.5", "a whole number")]
    [InlineData("Days", "\"14\"", "a whole number")]
    [InlineData("Days", "99999999999999999999", "a whole number")]
    [InlineData("Until", "\"tomorrow\"", "a time")]
    [InlineData("Until", "12.5", "a time")]
    [InlineData("Channel", "1", "the id or the label")]
    [InlineData("Reason", "null", "a text")]
    public void A_value_of_another_type_is_refused(string field, string json, string expected)
    {
        var reply = Reply();
        var e = Assert.Throws<ArgumentException>(() => reply.Set(field, JsonDocument.Parse(json).RootElement));
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
        Assert.Empty(reply.Values);
    }

    [Theory]
    [InlineData("opt_2", "opt_2")]
    [InlineData("Phone", "opt_2")]
    [InlineData("e-MAIL", "opt_1")]
    public void An_option_is_set_by_its_id_or_its_label_and_sent_by_its_id(string given, string sent) =>
        Assert.Equal(sent, Reply().Set("Channel", given).Values["v.6"].GetString());

    [Fact]
    public void An_unknown_option_is_refused_with_the_nearest_one()
    {
        var e = Assert.Throws<ArgumentException>(() => Reply().Set("Channel", "Phne"));
        Assert.Contains("did you mean \"Phone\"?", e.Message, StringComparison.Ordinal);
        Assert.Contains("E-mail (opt_1), Phone (opt_2)", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1788350400")]
    [InlineData("\"2026-09-02T12:00:00Z\"")]
    [InlineData("\"2026-09-02\"")]
    public void A_time_may_be_unix_seconds_or_ISO_8601(string json) =>
        Assert.Equal(json, Reply().Set("Until", JsonDocument.Parse(json).RootElement).Values["v.5"].GetRawText());

    [Fact]
    public void A_type_that_is_not_known_takes_any_value()
    {
        var reply = Reply(Json().Replace("\"integer\"", "\"colour\"", StringComparison.Ordinal));
        Assert.Equal("\"red\"", reply.Set("Days", "red").Values["v.4"].GetRawText());
        Assert.Throws<ArgumentException>(() => reply.Set("Days", (string)null!));
    }

    [Theory]
    [InlineData("Aprove Refund", "did you mean \"Approve Refund\"?")]
    [InlineData("Chanel", "did you mean \"Channel\"?")]
    [InlineData("Colour of the sky", "\"Colour of the sky\". It asks for: Approve Refund (boolean), Reason (string)")]
    public void An_unknown_field_is_refused_with_the_nearest_one(string field, string hint) =>
        Assert.Contains(hint, Assert.Throws<ArgumentException>(() => Reply().Set(field, "x")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_name_that_two_fields_share_is_refused_in_favour_of_identifiers()
    {
        var reply = Reply(Json().Replace("\"Days\"", "\"Amount\"", StringComparison.Ordinal));
        Assert.Contains("v.3, v.4", Assert.Throws<ArgumentException>(() => reply.Set("Amount", 1)).Message, StringComparison.Ordinal);
        Assert.Equal("1", reply.Set("v.4", 1).Values["v.4"].GetRawText());
    }

    [Fact]
    public async Task An_incomplete_answer_is_not_sent()
    {
        var intercom = new Intercom(HttpStatusCode.OK);
        var reply = Reply().Set("Reason", "so").Set("Days", 1);
        Assert.Equal(["v.1", "v.3", "v.5", "v.6"], reply.Missing.Select(static field => field.Identifier));
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => reply.SendAsync(intercom.Client, "token"));
        Assert.Contains("Approve Refund (boolean), Amount (decimal), Until (datetime), Channel (one of: E-mail, Phone)", e.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => reply.ToJson());
        Assert.Empty(intercom.Requests);
    }

    [Fact]
    public async Task The_answer_is_posted_to_the_callback_with_the_token()
    {
        var intercom = new Intercom(HttpStatusCode.OK);
        var reply = Answered();
        Assert.Equal(HitlOutcome.Accepted, await reply.SendAsync(intercom.Client, "t0ken"));
        var (request, body) = Assert.Single(intercom.Requests);
        Assert.Equal((HttpMethod.Post, new Uri(Callback)), (request.Method, request.RequestUri));
        Assert.Equal("Bearer t0ken", request.Headers.Authorization?.ToString());
        Assert.Equal("Preview", Assert.Single(request.Headers.GetValues("Intercom-Version")));
        Assert.Equal("application/json", request.Content?.Headers.ContentType?.ToString());
        Assert.Equal(reply.ToJson(), body);
    }

    [Fact]
    public async Task The_answer_is_sent_as_a_client_sends_its_calls()
    {
        var server = new Http.Script(Http.Script.Answer(429, "", ("Retry-After", "1")), Http.Script.Answer(200, "{}"));
        var reply = Answered(Json().Replace(Callback, "https://evil.example/", StringComparison.Ordinal));
        IntercomResponse? shown = null;
        Assert.Equal(HitlOutcome.Accepted, await reply.SendAsync(server.Connect(null, static o => o.Region = IntercomRegion.AU), new RequestOptions { OnResponse = response => shown = response }));
        Assert.All(server.Sent, static sent => Assert.Equal((HttpMethod.Post, "https://api.au.intercom.io/procedures/77/collect_agent_input", "Bearer tok"), (sent.Method, sent.Address.AbsoluteUri, sent.Authorization)));
        Assert.Equal(reply.ToJson(), Encoding.UTF8.GetString(server.Sent[1].Body!));
        Assert.Equal("POST /procedures/{conversation_id}/collect_agent_input", shown!.Operation);
    }

    [Theory]
    [InlineData(409, HitlOutcome.AlreadyAnswered)]
    [InlineData(404, HitlOutcome.Expired)]
    public async Task An_answer_through_a_client_has_the_same_outcomes(int status, HitlOutcome expected) =>
        Assert.Equal(expected, await Answered().SendAsync(new Http.Script(Http.Script.Answer(status)).Connect()));

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task An_answer_is_sent_once_whatever_becomes_of_it(int status)
    {
        var server = new Http.Script(Http.Script.Answer(status));
        await Assert.ThrowsAsync<IntercomServerException>(() => Answered().SendAsync(server.Connect()));
        Assert.Single(server.Sent);
    }

    [Fact]
    public async Task Through_a_client_nothing_incomplete_or_late_is_sent_either()
    {
        var server = new Http.Script(Http.Script.Answer(200, "{}"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Reply().SendAsync(server.Connect()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Answered(Json().Replace("\"conversation_id\":\"77\",", "", StringComparison.Ordinal)).SendAsync(server.Connect()));
        var reply = Answered();
        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(HitlOutcome.Expired, await reply.SendAsync(server.Connect()));
        Assert.Empty(server.Sent);
    }

    [Fact]
    public async Task An_answer_from_where_a_redirect_led_to_is_none()
    {
        using var client = new HttpClient(new Following());
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Answered().SendAsync(client, "t0ken"));
        Assert.Contains("evil.example", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hidden\r\nX-Evil: 1")]
    public async Task A_token_that_cannot_stand_in_a_header_is_refused_without_being_shown(string token)
    {
        var intercom = new Intercom(HttpStatusCode.OK);
        Assert.DoesNotContain("hidden", (await Assert.ThrowsAsync<ArgumentException>(() => Answered().SendAsync(intercom.Client, token))).ToString(), StringComparison.Ordinal);
        Assert.Empty(intercom.Requests);
    }

    [Fact]
    public async Task A_server_that_repeats_the_token_does_not_make_an_exception_show_it()
    {
        using var client = new HttpClient(new Intercom(HttpStatusCode.Forbidden, "hidden-access-token lacks write_conversations"));
        var failure = await Assert.ThrowsAsync<IntercomForbiddenException>(() => Answered().SendAsync(client, "hidden-access-token"));
        Assert.DoesNotContain("hidden", failure + failure.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_that_was_cut_inside_a_character_is_read()
    {
        var reply = Reply(Json().Replace("\"Refund?\"", "\"Refund \\ud83d\"", StringComparison.Ordinal).Replace("\"Reason\",\"label\"", "\"Reason\\udc00\",\"label\"", StringComparison.Ordinal));
        Assert.StartsWith("Refund ", reply.Question, StringComparison.Ordinal);
        Assert.StartsWith("Reason", reply.Fields[1].Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.Conflict, HitlOutcome.AlreadyAnswered)]
    [InlineData(HttpStatusCode.NotFound, HitlOutcome.Expired)]
    public async Task That_somebody_was_faster_or_that_it_is_too_late_is_an_outcome(HttpStatusCode status, HitlOutcome expected) =>
        Assert.Equal(expected, await Answered().SendAsync(new Intercom(status).Client, "token"));

    [Fact]
    public async Task Other_failures_are_exceptions_with_what_Intercom_said()
    {
        var e = await Assert.ThrowsAsync<IntercomForbiddenException>(() => Answered().SendAsync(new Intercom(HttpStatusCode.Forbidden).Client, "token"));
        Assert.True(e.Has("said_so"));
        Assert.Equal("POST /procedures/{conversation_id}/collect_agent_input", e.Operation);
    }

    [Fact]
    public async Task After_its_time_nothing_is_sent()
    {
        var intercom = new Intercom(HttpStatusCode.OK);
        var reply = Answered();
        _time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        Assert.False(reply.IsExpired);
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.True(reply.IsExpired);
        Assert.Equal(HitlOutcome.Expired, await reply.SendAsync(intercom.Client, "token"));
        Assert.Empty(intercom.Requests);
    }

    [Fact]
    public void Without_an_expiry_it_never_expires()
    {
        var reply = Reply(Json().Replace("1788264600", "null", StringComparison.Ordinal));
        _time.Advance(TimeSpan.FromDays(1000));
        Assert.False(reply.IsExpired);
    }

    [Theory]
    [InlineData("https://api.intercom.io/procedures/77/collect_agent_input", true)]
    [InlineData("https://API.AU.Intercom.IO:443/procedures/77/collect_agent_input", true)]
    [InlineData("http://api.intercom.io/procedures/77/collect_agent_input", false)]
    [InlineData("https://evil.example/procedures/77/collect_agent_input", false)]
    [InlineData("https://api.intercom.io@evil.example/", false)]
    [InlineData("https://api.intercom.io:pass@evil.example/", false)]
    [InlineData("https://user@api.intercom.io/", false)]
    [InlineData("https://evil.example\\@api.intercom.io/", false)]
    [InlineData("https://evil.example/https://api.intercom.io/", false)]
    [InlineData("https://evil.example?https://api.intercom.io/", false)]
    [InlineData("https://evil.example#@api.intercom.io/", false)]
    [InlineData("https://api.intercom.io:8443/", false)]
    [InlineData("https://api.intercom.io.evil.example/", false)]
    [InlineData("https://api-intercom.io/", false)]
    [InlineData("https://evilapi.intercom.io/", false)]
    [InlineData("https://app.intercom.io/", false)]
    [InlineData("https://intercom.io/", false)]
    [InlineData("https://xn--pi-7kc.intercom.io/", false)]
    [InlineData("https://\u0430pi.intercom.io/", false)]
    [InlineData("https://api\u3002intercom.io.evil.example/", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("https://[::1]/", false)]
    [InlineData("https://169.254.169.254/latest/meta-data", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("ftp://api.intercom.io/", false)]
    [InlineData("//api.intercom.io/", false)]
    [InlineData("/procedures/77/collect_agent_input", false)]
    [InlineData("", false)]
    public async Task The_token_goes_to_Intercom_only(string callback, bool isSent)
    {
        var intercom = new Intercom(HttpStatusCode.OK);
        var reply = Answered(Json().Replace(Callback, callback.Replace("\\", "\\\\", StringComparison.Ordinal), StringComparison.Ordinal));
        if (isSent)
            Assert.Equal(HitlOutcome.Accepted, await reply.SendAsync(intercom.Client, "token"));
        else
            await Assert.ThrowsAsync<InvalidOperationException>(() => reply.SendAsync(intercom.Client, "token"));
        Assert.All(intercom.Requests, static sent => Assert.StartsWith("https://api.", sent.Request.RequestUri!.AbsoluteUri, StringComparison.Ordinal));
        Assert.Equal(isSent ? 1 : 0, intercom.Requests.Count);
    }

    private HitlReply Reply(string? json = null) => HitlReply.To(WebhookNotification.Parse(Encoding.UTF8.GetBytes(json ?? Json())), _time);

    private HitlReply Answered(string? json = null) =>
        Reply(json).Set("Approve Refund", true).Set("Reason", "so").Set("Amount", 1.5).Set("Days", 1).Set("Until", _time.GetUtcNow()).Set("Channel", "opt_1");

    private static string Json() =>
        """
        {"type":"notification_event","topic":"procedure.hitl_notification.created","id":"n1","data":{"type":"notification_event_data","item":{
         "type":"procedure.hitl_notification","app_id":"abc","conversation_id":"77","step_id":"step-1","procedure_name":"Refund","hitl_question":"Refund?",
         "callback_url":"CALLBACK","expires_at":1788264600,"priority":"priority","assign_to":null,"attributes_to_collect":[
         {"type":"data_attribute","identifier":"v.1","name":"Approve Refund","label":"Approve","data_type":"boolean"},
         {"type":"data_attribute","identifier":"v.2","name":"Reason","label":"Reason","data_type":"string","options":null},
         {"type":"data_attribute","identifier":"v.3","name":"Amount","label":"Sum","data_type":"decimal"},
         {"type":"data_attribute","identifier":"v.4","name":"Days","label":"Number","data_type":"integer"},
         {"type":"data_attribute","identifier":"v.5","name":"Until","label":"Until","data_type":"datetime"},
         {"type":"data_attribute","identifier":"v.6","name":"Channel","label":"Channel","data_type":"list","options":[{"id":"opt_1","label":"E-mail"},{"id":"opt_2","label":"Phone"}]}]}}}
        """.Replace("CALLBACK", Callback, StringComparison.Ordinal);

    /// <summary>Goes where a redirect leads to, as the platform's own handler does unless it is told not to.</summary>
    private sealed class Following : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri("https://evil.example/thanks");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new StringContent("{}") });
        }
    }

    /// <summary>Answers each request in the same way and keeps it.</summary>
    private sealed class Intercom(HttpStatusCode status, string message = "No.") : HttpMessageHandler
    {
        public List<(HttpRequestMessage Request, string Body)> Requests { get; } = [];

        public HttpClient Client => new(this);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add((request, await request.Content!.ReadAsStringAsync(cancellationToken)));
            var body = status == HttpStatusCode.OK ? "{}" : $$"""{"type":"error.list","request_id":"r1","errors":[{"code":"said_so","message":"{{message}}"}]}""";
            return new HttpResponseMessage(status) { Content = new StringContent(body) };
        }
    }
}
