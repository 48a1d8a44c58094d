using System.Globalization;
using Intercom.Json;
using Intercom.Models;

namespace Intercom.Client.Tests.Corpus;

/// <summary>What is true of all bodies, whichever operation they answer: rules of reading, not facts of one type.</summary>
public class TrafficRules
{
    private const string Event = """{"type":"event","event_name":"placed-order","created_at":1788264000}""";

    [Fact]
    public async Task An_array_where_an_object_with_a_list_is_declared_is_that_list()
    {
        var handler = new RecordingHandler("""[{"type":"away_status_reason","id":"1","label":"Lunch"},{"type":"away_status_reason","id":"2","label":"Holiday"}]""");
        var reasons = await new IntercomClient(handler.Options()).AwayStatusReasons.ListAsync();
        Assert.Equal(["Lunch", "Holiday"], reasons.Data!.Select(static reason => reason.Label));
    }

    [Theory]
    [InlineData("1788264000250", "2026-09-01T12:00:00.2500000+00:00")]
    [InlineData("253402300799", "9999-12-31T23:59:59.0000000+00:00")]
    [InlineData("\"2026-09-01T12:00:00.250Z\"", "2026-09-01T12:00:00.2500000+00:00")]
    public void A_time_is_the_time_that_was_meant_and_comes_back_as_it_came(string sent, string read)
    {
        var json = $$"""{"created_at":{{sent}}}""";
        var contact = IntercomJson.Parse<Contact>(json);
        Assert.Equal(read, contact.CreatedAt?.ToString("O", CultureInfo.InvariantCulture));
        Assert.Equal(json, IntercomJson.ToJson(contact));
    }

    [Theory]
    [InlineData("""{"admin_assignee_id":"0"}""")]
    [InlineData("""{"admin_assignee_id":0}""")]
    [InlineData("""{"statistics":{"last_closed_by_id":7001}}""")]
    [InlineData("""{"statistics":{"last_closed_by_id":"7001"}}""")]
    public void An_id_is_written_back_in_the_type_in_which_it_came(string json) => Assert.Equal(json, IntercomJson.ToJson(IntercomJson.Parse<Conversation>(json)));

    [Theory]
    [InlineData("https://api.intercom.io/events?type=user&user_id=42&before=1788264000000", "/events?type=user&user_id=42&before=1788264000000")]
    [InlineData("https://elsewhere.example/events?before=1788264000000&type=admin", "/events?type=user&user_id=42&before=1788264000000")]
    public async Task Events_are_enumerated_page_after_page(string next, string second)
    {
        var answers = new Queue<string>(
        [
            $$$"""{"type":"event.list","events":[{{{Event}}},{{{Event}}}],"pages":{"next":"{{{next}}}","since":"https://api.intercom.io/events?since=1"}}""",
            $$$"""{"type":"event.list","events":[{{{Event}}}],"pages":{"since":"https://api.intercom.io/events?since=1"}}""",
        ]);
        var handler = new RecordingHandler(_ => RecordingHandler.Json(answers.Dequeue()));
        var names = new List<string?>();
        await foreach (var placed in new IntercomClient(handler.Options()).DataEvents.ListAsync("user", new ListDataEventsQuery { UserId = "42" }))
            names.Add(placed.EventName);
        Assert.Equal(["placed-order", "placed-order", "placed-order"], names);
        Assert.Equal(["/events?type=user&user_id=42", second], handler.Sent.Select(static sent => sent.Address.PathAndQuery));
    }

    [Fact]
    public async Task A_cursor_list_ends_where_next_is_null_whatever_its_page_numbers_say()
    {
        var handler = new RecordingHandler("""{"type":"list","data":[{"id":"1"}],"pages":{"type":"pages","next":null,"page":1,"total_pages":9}}""");
        var count = 0;
        await foreach (var contact in new IntercomClient(handler.Options()).Contacts.ListAsync())
            count++;
        Assert.Equal((1, 1), (count, handler.Sent.Count));
    }
}
