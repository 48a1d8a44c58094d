using System.Net;
using System.Text;
using Moq;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using Xunit;

namespace Intercom.Runtime.Tests.Doubles;

/// <summary>The libraries that users make their doubles with throw and return what the runtime does.</summary>
public sealed class DoublesTests
{
    /// <summary>As the generator emits them: virtual methods, and a constructor for doubles.</summary>
    public class Contacts
    {
        public virtual Task<string> GetAsync(string contactId) => throw new NotSupportedException();

        public virtual Paged<string, int> ListAsync() => throw new NotSupportedException();

        public virtual Task<IntercomDownload> DownloadAsync() => throw new NotSupportedException();

        public virtual Task<IntercomJob<string>> ExportAsync() => throw new NotSupportedException();
    }

    [Fact]
    public async Task Moq_throws_what_a_call_throws()
    {
        var contacts = new Mock<Contacts>();
        contacts.Setup(static c => c.GetAsync("gone")).ThrowsAsync(new IntercomNotFoundException("It was merged.") { CanonicalId = "2" });
        contacts.Setup(static c => c.GetAsync("busy")).Throws<IntercomRateLimitException>();
        Assert.Equal("2", (await Assert.ThrowsAsync<IntercomNotFoundException>(() => contacts.Object.GetAsync("gone"))).CanonicalId);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Assert.ThrowsAsync<IntercomRateLimitException>(() => contacts.Object.GetAsync("busy"))).Status);
    }

    [Fact]
    public async Task NSubstitute_throws_what_a_call_throws()
    {
        var contacts = Substitute.For<Contacts>();
        contacts.GetAsync("slow").ThrowsAsync(new IntercomTimeoutException("It took too long.") { Timeout = TimeSpan.FromSeconds(3) });
        contacts.GetAsync("wrong").ThrowsAsync<IntercomBadRequestException>();
        Assert.Equal(3, (await Assert.ThrowsAsync<IntercomTimeoutException>(() => contacts.GetAsync("slow"))).Timeout.TotalSeconds);
        Assert.Equal(HttpStatusCode.BadRequest, (await Assert.ThrowsAsync<IntercomBadRequestException>(() => contacts.GetAsync("wrong"))).Status);
    }

    [Fact]
    public async Task A_double_returns_a_list_of_pages()
    {
        var contacts = Substitute.For<Contacts>();
        contacts.ListAsync().Returns(new Paged<string, int>(("first", [1, 2]), ("second", [3])));
        var items = new List<int>();
        await foreach (var item in contacts.ListAsync())
            items.Add(item);
        Assert.Equal(("first", "1 2 3"), (await contacts.ListAsync(), string.Join(' ', items)));
    }

    [Fact]
    public void A_page_is_what_it_was_made_of()
    {
        var page = new IntercomPage<string, int>("first", [1, 2], "starting_after:abc");
        Assert.Equal(("first", 2, "starting_after:abc"), (page.Value, page.Items.Count, page.Next));
        Assert.Null(new IntercomPage<string, int>("last", []).Next);
    }

    [Fact]
    public async Task A_double_returns_a_file()
    {
        var contacts = Substitute.For<Contacts>();
        contacts.DownloadAsync().Returns(new IntercomDownload(new MemoryStream(Encoding.UTF8.GetBytes("id\n1\n")), "Größen.csv", "text/csv"));
        using var file = await contacts.DownloadAsync();
        using var reader = new StreamReader(file.Content);
        Assert.Equal(("Größen.csv", "text/csv", "id\n1\n"), (file.FileName, file.Headers.ContentType!.ToString(), await reader.ReadToEndAsync()));
    }

    [Fact]
    public async Task A_double_returns_a_job_that_has_ended()
    {
        var contacts = Substitute.For<Contacts>();
        contacts.ExportAsync().Returns(new IntercomJob<string>("7", "completed", static () => new IntercomDownload(new MemoryStream([1]))));
        var job = await contacts.ExportAsync();
        using var file = await job.DownloadAsync();
        Assert.Equal(("7", "completed", 1), (job.Id, await job.WaitAsync(), file.Content.ReadByte()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => new IntercomJob<string>("7", "completed").DownloadAsync());
    }

    [Fact]
    public void A_response_is_what_it_was_made_of()
    {
        var response = new IntercomResponse(HttpStatusCode.OK, "{}"u8.ToArray()) { Operation = "GET /me", RequestId = "r1", Attempts = 2, RateLimit = new RateLimitState(10, 3, null) };
        response.Headers.Add("X-Trace", "t");
        Assert.Equal(("{}", "GET /me", "r1", 2, 3), (response.Text(), response.Operation, response.RequestId, response.Attempts, response.RateLimit.Remaining));
        Assert.Equal("t", Assert.Single(response.Headers.GetValues("X-Trace")));
        Assert.Equal(1, new IntercomResponse(HttpStatusCode.NoContent).Attempts);
    }

    [Fact]
    public async Task A_token_that_was_stored_becomes_a_credential()
    {
        var token = new IntercomOAuthToken("hidden");
        Assert.Equal(("Bearer", "hidden", "hidden"), (token.TokenType, token.GetToken(), await token.ToCredential().GetTokenAsync()));
        Assert.DoesNotContain("hidden", token.ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(static () => new IntercomOAuthToken(" "));
    }
}
