using Intercom.Models;

namespace Intercom.Client.Tests;

/// <summary>A list is read to its end, in each of the ways in which Intercom pages.</summary>
public class PagingTests
{
    [Fact]
    public async Task An_awaited_list_is_its_first_page()
    {
        var server = new Server("""{"data":[{"id":"1"}],"pages":{"next":{"starting_after":"c2"}}}""");
        ContactList page = await server.Client.Contacts.ListAsync(new ListContactsQuery { PerPage = 1 });
        Assert.Equal("1", Assert.Single(page.Data!).Id);
        Assert.Equal(["/contacts?per_page=1"], server.Calls);
    }

    [Fact]
    public async Task A_cursor_object_is_followed_in_the_query()
    {
        var server = new Server(
            """{"data":[{"id":"1"}],"pages":{"next":{"per_page":1,"starting_after":"c=2"}}}""",
            """{"data":[{"id":"2"}],"pages":{"next":null,"page":2,"total_pages":2}}""");
        Assert.Equal(["1", "2"], await Ids(server.Client.Contacts.ListAsync(new ListContactsQuery { PerPage = 1 }), static c => c.Id));
        Assert.Equal(["/contacts?per_page=1", "/contacts?per_page=1&starting_after=c%3D2"], server.Calls);
    }

    [Fact]
    public async Task An_address_is_followed_by_what_it_asks_for_and_never_called()
    {
        var server = new Server(
            """{"conversations":[{"id":"1"}],"pages":{"next":"https://evil.example/steal?per_page=2&page=2"}}""",
            """{"conversations":[{"id":"2"}],"pages":{}}""");
        Assert.Equal(["1", "2"], await Ids(server.Client.Conversations.ListDeletedAsync(new ListConversationDeletedQuery { Order = ListOrder.Desc }), static c => c.Id));
        Assert.Equal(["/conversations/deleted?order=desc", "/conversations/deleted?order=desc&page=2"], server.Calls);
        Assert.All(server.Handler.Sent, static sent => Assert.Equal("api.intercom.io", sent.Address.Host));
    }

    [Fact]
    public async Task Page_numbers_are_counted_up_to_the_last()
    {
        var server = new Server(
            """{"data":[{"id":"1"}],"pages":{"page":1,"per_page":1,"total_pages":3}}""",
            """{"data":[{"id":"2"}],"pages":{"page":2,"per_page":1,"total_pages":3}}""",
            """{"data":[{"id":"3"}],"pages":{"page":3,"per_page":1,"total_pages":3}}""");
        Assert.Equal(["1", "2", "3"], await Ids(server.Client.Companies.ListAsync(), static c => c.Id));
        Assert.Equal(["/companies/list", "/companies/list?page=2", "/companies/list?page=3"], server.Calls);
    }

    [Fact]
    public async Task Page_numbers_at_the_top_are_counted_as_well()
    {
        var server = new Server(
            """{"data":[{"id":"1"}],"page":1,"per_page":1,"total_pages":2}""",
            """{"data":[{"id":"2"}],"page":2,"per_page":1,"total_pages":2}""");
        Assert.Equal(["1", "2"], await Ids(server.Client.Audiences.ListAsync(new ListAudiencesQuery { PerPage = 1 }), static a => a.Id));
        Assert.Equal(["/audiences?per_page=1", "/audiences?per_page=1&page=2"], server.Calls);
    }

    [Fact]
    public async Task A_scroll_ends_with_an_empty_page()
    {
        var server = new Server(
            """{"data":[{"id":"1"}],"scroll_param":"s1"}""",
            """{"data":[{"id":"2"}],"scroll_param":"s2"}""",
            """{"data":[],"scroll_param":"s3"}""");
        Assert.Equal(["1", "2"], await Ids(server.Client.Companies.ScrollAsync(), static c => c.Id));
        Assert.Equal(["/companies/scroll", "/companies/scroll?scroll_param=s1", "/companies/scroll?scroll_param=s2"], server.Calls);
    }

    [Fact]
    public async Task A_next_cursor_is_followed_while_there_is_more()
    {
        var server = new Server(
            """{"data":[{"source_contact_id":"1"}],"next_cursor":"n2","has_more":true}""",
            """{"data":[{"source_contact_id":"2"}],"next_cursor":"n3","has_more":false}""");
        Assert.Equal(["1", "2"], await Ids(server.Client.Contacts.ListMergeHistoryAsync("9"), static m => m.SourceContactId));
        Assert.Equal(["/contacts/9/merge_history", "/contacts/9/merge_history?cursor=n2"], server.Calls);
    }

    [Fact]
    public async Task A_search_is_told_the_cursor_in_its_body()
    {
        var server = new Server(
            """{"conversations":[{"id":"1"}],"pages":{"next":{"starting_after":"c2"}}}""",
            """{"conversations":[{"id":"2"}],"pages":{}}""");
        var request = new SearchRequest { Query = new FieldFilter { Field = "id" }, Pagination = new StartingAfterPaging { PerPage = 1 } };
        Assert.Equal(["1", "2"], await Ids(server.Client.Conversations.SearchAsync(request), static c => c.Id));
        Assert.Equal(
            ["""{"query":{"field":"id"},"pagination":{"per_page":1}}""", """{"query":{"field":"id"},"pagination":{"per_page":1,"starting_after":"c2"}}"""],
            server.Handler.Sent.Select(static sent => sent.Body));
    }

    [Fact]
    public async Task A_search_by_page_is_told_the_page_in_its_body()
    {
        var server = new Server(
            """{"activity_logs":[{"id":"1"}],"pages":{"page":1,"total_pages":2}}""",
            """{"activity_logs":[{"id":"2"}],"pages":{"page":2,"total_pages":2}}""");
        var request = new SearchActivityLogsRequest { CreatedAtAfter = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000) };
        Assert.Equal(["1", "2"], await Ids(server.Client.Admins.SearchActivityLogsAsync(request), static a => a.Id));
        Assert.Equal(["""{"created_at_after":1700000000}""", """{"created_at_after":1700000000,"page":2}"""], server.Handler.Sent.Select(static sent => sent.Body));
    }

    [Fact]
    public async Task A_cursor_that_comes_twice_ends_the_enumeration_with_an_error()
    {
        const string page = """{"data":[{"id":"1"}],"pages":{"next":{"starting_after":"same"}}}""";
        var server = new Server(page, page, page, page);
        var error = await Assert.ThrowsAsync<IntercomPagingException>(() => Ids(server.Client.Contacts.ListAsync(), static c => c.Id));
        Assert.Contains("same", error.Message);
        Assert.Equal(2, server.Calls.Count());
    }

    [Fact]
    public async Task Reading_goes_on_at_a_cursor_that_was_stored()
    {
        var server = new Server("""{"data":[{"id":"1"}],"pages":{"next":{"starting_after":"c2"}}}""", """{"data":[{"id":"2"}],"pages":{}}""");
        string? stored = null;
        await foreach (var page in server.Client.Contacts.ListAsync().AsPages())
        {
            stored = page.Next;
            break;
        }

        var ids = new List<string?>();
        await foreach (var page in server.Client.Contacts.ListAsync().AsPages(stored))
            ids.AddRange(page.Items.Select(static c => c.Id));
        Assert.Equal(["2"], ids);
        Assert.Equal(["/contacts", "/contacts?starting_after=c2"], server.Calls);
    }

    [Fact]
    public async Task A_cursor_of_someone_else_is_refused()
    {
        var pages = new Server().Client.Contacts.ListAsync().AsPages("c2").GetAsyncEnumerator();
        await Assert.ThrowsAsync<ArgumentException>(async () => await pages.MoveNextAsync());
    }

    [Fact]
    public async Task A_double_gives_pages_of_its_own()
    {
        var contacts = new Doubled();
        Assert.Equal(2, (await contacts.ListAsync()).TotalCount);
        Assert.Equal(["1", "2"], await Ids(contacts.ListAsync(), static c => c.Id));
    }

    private static async Task<IReadOnlyList<string?>> Ids<TPage, TItem>(Paged<TPage, TItem> list, Func<TItem, string?> id)
    {
        var ids = new List<string?>();
        await foreach (var item in list)
            ids.Add(id(item));
        return ids;
    }

    private sealed class Doubled : ContactsClient
    {
        public override Paged<ContactList, Contact> ListAsync(RequestOptions? options = null, CancellationToken cancellationToken = default) =>
            new((new ContactList { TotalCount = 2 }, [new Contact { Id = "1" }]), (new ContactList { TotalCount = 2 }, [new Contact { Id = "2" }]));
    }

    /// <summary>Answers one call after the other.</summary>
    private sealed class Server
    {
        public Server(params string[] answers)
        {
            var left = new Queue<string>(answers);
            Handler = new RecordingHandler(_ => RecordingHandler.Json(left.Dequeue()));
        }

        public RecordingHandler Handler { get; }

        public IntercomClient Client => new(Handler.Options());

        public IEnumerable<string> Calls => Handler.Sent.Select(static sent => sent.Address.PathAndQuery);
    }
}
