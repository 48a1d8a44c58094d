using Intercom.Models;

namespace Intercom.Client.Tests;

/// <summary>Whoever looks something up finds it, in whichever shape the server gives it.</summary>
public class LookupTests
{
    private const string Holt = """{"type":"company","id":"66f0a1b2c3d4e5f6aabbccdd","company_id":"6","name":"Holt Analytics"}""";

    [Theory]
    [InlineData(Holt)]
    [InlineData($$$"""{"type":"list","data":[{{{Holt}}}],"total_count":1,"pages":{"type":"pages","page":1,"total_pages":1}}""")]
    public async Task A_company_is_found_whether_it_comes_alone_or_in_a_list(string body)
    {
        var handler = new RecordingHandler(body);
        var companies = new IntercomClient(handler.Options()).Companies;

        var found = new List<Company>();
        await foreach (var company in companies.FindAsync(new FindCompaniesQuery { CompanyId = "6" }))
            found.Add(company);
        var page = await companies.FindAsync(new FindCompaniesQuery { CompanyId = "6" });

        Assert.Equal(("6", "Holt Analytics"), (Assert.Single(found).CompanyId, found[0].Name));
        Assert.Equal("Holt Analytics", Assert.Single(page.Data!).Name);
        Assert.All(handler.Sent, static sent => Assert.Equal("/companies?company_id=6", sent.Address.PathAndQuery));
        Assert.Equal(2, handler.Sent.Count);
    }

    [Theory]
    [InlineData("""{"type":"list","data":[],"total_count":0}""")]
    [InlineData("""{"type":"list","total_count":0}""")]
    [InlineData("{}")]
    public async Task A_list_of_nothing_finds_nothing(string body)
    {
        var companies = new IntercomClient(new RecordingHandler(body).Options()).Companies;
        await foreach (var company in companies.FindAsync(new FindCompaniesQuery { Name = "Nobody" }))
            Assert.Fail(company.ToString());
    }

    [Fact]
    public async Task Events_are_listed_and_counted_by_methods_of_their_own()
    {
        var list = new RecordingHandler("""{"type":"event.list","events":[{"type":"event","event_name":"placed-order","created_at":1788264000,"metadata":{"order":"4711"}}],"pages":{}}""");
        await foreach (var placed in new IntercomClient(list.Options()).DataEvents.ListAsync("user", new ListDataEventsQuery { Email = "mira.holt@example.com" }))
        {
            Assert.Equal(("placed-order", DateTimeOffset.FromUnixTimeSeconds(1_788_264_000)), (placed.EventName, placed.CreatedAt));
            Assert.Equal("4711", placed.Metadata!["order"].ToString().Trim('"'));
        }

        Assert.Equal("/events?type=user&email=mira.holt%40example.com", Assert.Single(list.Sent).Address.PathAndQuery);

        var counts = new RecordingHandler("""{"type":"event.summary","events":[{"name":"placed-order","count":7}]}""");
        DataEventSummary summary = await new IntercomClient(counts.Options()).DataEvents.GetSummaryAsync("user", new ListDataEventsQuery { UserId = "42" });
        Assert.Equal(("placed-order", 7), (summary.Events![0].Name, summary.Events[0].Count));
        Assert.Equal("/events?type=user&user_id=42&summary=true", Assert.Single(counts.Sent).Address.PathAndQuery);
    }
}
