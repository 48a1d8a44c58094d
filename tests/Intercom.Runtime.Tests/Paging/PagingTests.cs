using Intercom.Runtime.Tests.Http;
using Intercom.Runtime.Tests.Json;
using Xunit;
using static Intercom.Runtime.Tests.Http.Script;

namespace Intercom.Runtime.Tests.Paging;

public sealed class PagingTests
{
    private static Paged<Person, Person> List(Script server, CancellationToken token = default) =>
        server.Connect().Pages<Person, Person>(new ApiRequest("GET /contacts"), PagePlace.Query, static page => page.Friends, null, token);

    private static async Task<List<string?>> Ids(Paged<Person, Person> list)
    {
        var ids = new List<string?>();
        await foreach (var person in list)
            ids.Add(person.Id);
        return ids;
    }

    [Fact]
    public async Task No_address_that_a_page_names_is_ever_called()
    {
        await using var elsewhere = new RawServer(static (_, _) => "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        var server = new Script(
            Answer(200, $$$"""{"friends":[{"id":"1"}],"pages":{"next":"http://127.0.0.1:{{{elsewhere.Port}}}/steal?page=2&access_token=x"}}"""),
            Answer(200, """{"friends":[{"id":"2"}],"pages":{"next":"//evil.example/?starting_after=https%3A%2F%2Fevil.example"}}"""),
            Answer(200, """{"friends":[{"id":"3"}],"pages":"https://evil.example/?cursor=3"}"""),
            Answer(200, "{}"));
        Assert.Equal(["1", "2", "3"], await Ids(List(server)));
        Assert.Equal(
            ["https://api.intercom.io/contacts", "https://api.intercom.io/contacts?page=2", "https://api.intercom.io/contacts?starting_after=https%3A%2F%2Fevil.example", "https://api.intercom.io/contacts?cursor=3"],
            server.Sent.Select(static sent => sent.Address.AbsoluteUri));
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task A_cursor_that_comes_twice_ends_the_list_with_an_exception_that_names_the_operation()
    {
        var failure = await Assert.ThrowsAsync<IntercomPagingException>(() => Ids(List(new Script(Answer(200, """{"friends":[{"id":"1"}],"pages":{"next":{"starting_after":"c1"}}}""")))));
        Assert.Equal(("GET /contacts", "starting_after:c1"), (failure.Operation, failure.Cursor));
        Assert.IsAssignableFrom<IntercomException>(failure);
    }

    [Theory]
    [InlineData("""{"friends":[{"id":"1"}],"other":{"a":1 "b":2},"pages":{"next":null}}""")]
    [InlineData("""{"friends":[{"id":"1"}],"pages":{"next":nul}}""")]
    public async Task A_page_that_is_no_JSON_where_it_names_the_next_one_cannot_be_read(string body) =>
        await Assert.ThrowsAsync<IntercomUnreadableResponseException>(() => Ids(List(new Script(Answer(200, body)))));

    [Theory]
    [InlineData("""{"pages":{"next":"https://x/?page=2","x":"\ud83d"}}""", "?page=2")]
    [InlineData("""{"pages":{"next":{"starting_after":"c\ud83d"}}}""", "?starting_after=c%EF%BF%BD")]
    public async Task Half_a_character_is_no_reason_to_end_a_list(string body, string query)
    {
        var server = new Script(Answer(200, body), Answer(200, "{}"));
        await Ids(List(server));
        Assert.Equal(query, server.Sent[1].Address.Query);
    }

    [Fact]
    public async Task A_list_goes_on_from_a_stored_cursor()
    {
        var server = new Script(Answer(200, """{"friends":[{"id":"1"}],"pages":{"next":{"starting_after":"a:b="}}}"""), Answer(200, """{"friends":[{"id":"2"}]}"""));
        string? stored = null;
        await foreach (var page in List(server).AsPages())
        {
            stored = page.Next;
            break;
        }

        await foreach (var page in List(server).AsPages(stored))
            Assert.Equal("2", Assert.Single(page.Items).Id);
        Assert.Equal("?starting_after=a%3Ab%3D", server.Sent[1].Address.Query);
        await Assert.ThrowsAsync<ArgumentException>(async () => await List(server).AsPages("https://evil.example/").GetAsyncEnumerator().MoveNextAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Either_token_ends_the_list(bool isOfTheCall)
    {
        using var stop = new CancellationTokenSource();
        var server = new Script(Answer(200, """{"friends":[{"id":"1"}],"pages":{"next":{"starting_after":"c1"}}}"""), Hang(stop.Cancel));
        var list = List(server, isOfTheCall ? stop.Token : default);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in list.WithCancellation(isOfTheCall ? default : stop.Token))
            {
            }
        });
        Assert.Equal(2, server.Sent.Count);
    }

    [Fact]
    public async Task A_list_of_given_pages_stands_in_for_one_of_the_server()
    {
        var list = new Paged<Person, Person>((new Person { Id = "p1" }, [new Person { Id = "1" }]), (new Person { Id = "p2" }, [new Person { Id = "2" }]));
        Assert.Equal("p1", (await list).Id);
        Assert.Equal(["1", "2"], await Ids(list));
    }
}
