using Intercom.Runtime.Tests.Http;
using Intercom.Runtime.Tests.Json;
using Xunit;
using static Intercom.Runtime.Tests.Http.Script;

namespace Intercom.Runtime.Tests.Paging;

/// <summary>All the ways in which a page says where the next one begins, that there is none, or neither of the two.</summary>
public sealed class PagingStyleTests
{
    private const string First = """{"friends":[{"id":"1"}],NEXT}""";
    private const string Last = """{"friends":[{"id":"2"}]}""";

    private static Paged<Person, Person> List(Script server, PagePlace place = PagePlace.Query) =>
        server.Connect().Pages<Person, Person>(new ApiRequest(place == PagePlace.Query ? "GET /contacts" : "POST /contacts/search"), place, static page => page.Friends, null, default);

    private static async Task<List<string?>> Ids(Paged<Person, Person> list, List<string?>? into = null)
    {
        into ??= [];
        await foreach (var person in list)
            into.Add(person.Id);
        return into;
    }

    private static string Page(string next) => First.Replace("NEXT", next, StringComparison.Ordinal);

    [Theory]
    [InlineData("""  "pages":{"next":{"starting_after":"c"}}  """, "?starting_after=c")]
    [InlineData("""  "pages":{"next":{"starting_after":7}}  """, "?starting_after=7")]
    [InlineData("""  "pages":{"next":{"page":2,"starting_after":"c"},"page":1,"total_pages":9}  """, "?starting_after=c")]
    [InlineData("""  "pages":{"next":{"before":"1700000000"}}  """, "?before=1700000000")]
    [InlineData("""  "pages":{"next":{"page":2}}  """, "?page=2")]
    [InlineData("""  "pages":{"next":"https://api.intercom.io/events?before=1700000000&type=user"}  """, "?before=1700000000")]
    [InlineData("""  "pages":{"next":"https://api.intercom.io/events?page=3&before=1700000000"}  """, "?before=1700000000")]
    [InlineData("""  "pages":{"next":"https://api.intercom.io/articles?page=2&per_page=10"}  """, "?page=2")]
    [InlineData("""  "pages":{"next":"/articles?per_page=10&page=2#top"}  """, "?page=2")]
    [InlineData("""  "pages":{"next":"?starting_after=a%2Bb"}  """, "?starting_after=a%2Bb")]
    [InlineData("""  "pages":{"next":"WzE3MDAwMDAwMDAsImFiYyJd"}  """, "?starting_after=WzE3MDAwMDAwMDAsImFiYyJd")]
    [InlineData("""  "pages":{"next":"/9j+a=="}  """, "?starting_after=%2F9j%2Ba%3D%3D")]
    [InlineData("""  "pages":"https://api.intercom.io/x?cursor=d"  """, "?cursor=d")]
    [InlineData("""  "pages":{"page":1,"total_pages":2}  """, "?page=2")]
    [InlineData("""  "pages":{"page":"1","total_pages":"2"}  """, "?page=2")]
    [InlineData("""  "page":1,"total_pages":2  """, "?page=2")]
    [InlineData("""  "scroll_param":"s"  """, "?scroll_param=s")]
    [InlineData("""  "next_cursor":"n","has_more":true  """, "?cursor=n")]
    [InlineData("""  "next_cursor":"n"  """, "?cursor=n")]
    public async Task A_page_that_says_where_the_next_one_begins_is_followed(string next, string query)
    {
        var server = new Script(Answer(200, Page(next)), Answer(200, Last));
        Assert.Equal(["1", "2"], await Ids(List(server)));
        Assert.Equal(query, server.Sent[1].Address.Query);
    }

    [Theory]
    [InlineData("""  "pages":{"next":null,"page":1,"total_pages":3}  """)]
    [InlineData("""  "pages":{"next":"","page":1,"total_pages":3}  """)]
    [InlineData("""  "pages":{"next":{"starting_after":null,"page":2},"page":1,"total_pages":3}  """)]
    [InlineData("""  "pages":null  """)]
    [InlineData("""  "pages":{}  """)]
    [InlineData("""  "pages":{"page":3,"total_pages":3}  """)]
    [InlineData("""  "page":3,"total_pages":3  """)]
    [InlineData("""  "scroll_param":null  """)]
    [InlineData("""  "next_cursor":null,"has_more":false  """)]
    [InlineData("""  "next_cursor":"n","has_more":false  """)]
    [InlineData("""  "next_cursor":null  """)]
    [InlineData("""  "has_more":false  """)]
    public async Task A_page_that_says_that_it_is_the_last_one_is_the_last_one(string next)
    {
        var server = new Script(Answer(200, Page(next)));
        Assert.Equal(["1"], await Ids(List(server)));
        await foreach (var page in List(server).AsPages())
            Assert.Null(page.Next);
    }

    [Theory]
    [InlineData("""  "pages":{"next":{"starting_after":"c"}}  """)]
    [InlineData("""  "pages":{"next":"https://api.intercom.io/events?before=5"}  """)]
    [InlineData("""  "next_cursor":"n"  """)]
    public async Task Numbers_never_take_over_from_a_cursor(string next)
    {
        var server = new Script(Answer(200, Page(next)), Answer(200, """{"friends":[{"id":"2"}],"pages":{"page":1,"total_pages":3},"page":1,"total_pages":3}"""));
        Assert.Equal(["1", "2"], await Ids(List(server)));
        Assert.Equal(2, server.Sent.Count);
    }

    [Theory]
    [InlineData("""  "pages":{"next":7}  """, "7")]
    [InlineData("""  "pages":{"next":true}  """, "true")]
    [InlineData("""  "pages":{"next":["c"]}  """, "[\"c\"]")]
    [InlineData("""  "pages":{"next":{}}  """, "{}")]
    [InlineData("""  "pages":{"next":{"offset":20}}  """, "{\"offset\":20}")]
    [InlineData("""  "pages":{"next":"https://api.intercom.io/articles"}  """, "https://api.intercom.io/articles")]
    [InlineData("""  "pages":{"next":"https://api.intercom.io/articles?offset=20"}  """, "https://api.intercom.io/articles?offset=20")]
    [InlineData("""  "pages":{"next":"ftp://api.intercom.io/articles?page=2"}  """, "ftp://api.intercom.io/articles?page=2")]
    [InlineData("""  "pages":{"next":"javascript:x?page=2"}  """, "javascript:x?page=2")]
    [InlineData("""  "pages":{"next":"file:///x?page=2"}  """, "file:///x?page=2")]
    [InlineData("""  "pages":{"next":"two words"}  """, "two words")]
    [InlineData("""  "next_cursor":null,"has_more":true  """, "next_cursor: null")]
    [InlineData("""  "next_cursor":{"a":1}  """, "next_cursor: {\"a\":1}")]
    [InlineData("""  "has_more":true  """, "has_more")]
    public async Task A_next_page_that_cannot_be_asked_for_is_no_end(string next, string found)
    {
        var ids = new List<string?>();
        var failure = await Assert.ThrowsAsync<IntercomPagingException>(() => Ids(List(new Script(Answer(200, Page(next)))), ids));
        Assert.Equal(["1"], ids);
        Assert.Equal(("GET /contacts", found), (failure.Operation, failure.Cursor));
        Assert.Contains(found, failure.Message, StringComparison.Ordinal);
        Assert.Equal("1", (await List(new Script(Answer(200, Page(next))))).Friends![0].Id);
        await using var pages = List(new Script(Answer(200, Page(next)))).AsPages().GetAsyncEnumerator();
        await pages.MoveNextAsync();
        Assert.Throws<IntercomPagingException>(() => pages.Current.Next);
    }

    [Fact]
    public async Task A_bare_cursor_goes_where_the_last_one_went()
    {
        var server = new Script(Answer(200, Page("""  "pages":{"next":"https://x.example/?before=5"}  """)), Answer(200, Page("""  "pages":{"next":"4"}  """)), Answer(200, Last));
        await Ids(List(server));
        Assert.Equal(["", "?before=5", "?before=4"], server.Sent.Select(static sent => sent.Address.Query));
    }

    [Theory]
    [InlineData(PagePlace.Pagination, """{"pagination":{"starting_after":"c"}}""")]
    [InlineData(PagePlace.Body, """{"starting_after":"c"}""")]
    public async Task A_search_is_told_in_its_body(PagePlace place, string body)
    {
        var server = new Script(Answer(200, Page("""  "pages":{"next":{"starting_after":"c"}}  """)), Answer(200, Last));
        Assert.Equal(["1", "2"], await Ids(List(server, place)));
        Assert.Equal(body, System.Text.Encoding.UTF8.GetString(server.Sent[1].Body!));
    }

    [Fact]
    public async Task A_page_that_names_itself_as_the_next_ends_where_it_was_begun()
    {
        var server = new Script(Answer(200, Page("""  "pages":{"next":{"starting_after":"c"}}  """)));
        var pages = 0;
        await Assert.ThrowsAsync<IntercomPagingException>(async () =>
        {
            await foreach (var _ in List(server).AsPages("starting_after:c"))
                pages++;
        });
        Assert.Equal(1, pages);
    }

    [Fact]
    public async Task A_cursor_that_repeats_the_token_is_not_shown()
    {
        var server = new Script(Answer(200, Page("""  "pages":{"next":{"starting_after":"hidden-access-token"}}  """)));
        var list = server.Connect(null, static o => o.AccessToken = "hidden-access-token").Pages<Person, Person>(new ApiRequest("GET /contacts"), PagePlace.Query, static page => page.Friends, null, default);
        var failure = await Assert.ThrowsAsync<IntercomPagingException>(() => Ids(list));
        Assert.DoesNotContain("hidden", failure + failure.Cursor, StringComparison.Ordinal);
    }
}
