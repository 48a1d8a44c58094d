using Intercom.Runtime.Tests.Json;
using Xunit;
using static Intercom.Runtime.Tests.Http.Script;

namespace Intercom.Runtime.Tests.Http;

/// <summary>A call that speaks a version which lacks the operation says so where it fails.</summary>
public sealed class VersionGapTests
{
    [Theory]
    [InlineData("2.14", "2.16", "2.14", "This operation is there since 2.16; the client speaks 2.14.")]
    [InlineData("2.9", "2.16", "2.14", "This operation is there since 2.16; the client speaks 2.9.")]
    [InlineData("2.16", "Preview", "2.16", "This operation is there in Preview only; the client speaks 2.16.")]
    public async Task A_version_that_lacks_it_is_named(string spoken, string version, string after, string said)
    {
        Assert.EndsWith(". " + said, await MessageAsync(404, version, after, spoken), StringComparison.Ordinal);
        Assert.EndsWith(". " + said, await MessageAsync(400, version, after, spoken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2.15")] // Where it came between the two is not known.
    [InlineData("2.16")]
    [InlineData("2.100")]
    [InlineData("Preview")]
    [InlineData("Unstable")]
    public async Task One_that_may_have_it_is_not(string spoken) =>
        Assert.DoesNotContain("speaks", await MessageAsync(404, "2.16", "2.14", spoken), StringComparison.Ordinal);

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(409)]
    [InlineData(422)]
    [InlineData(500)]
    public async Task Another_failure_has_another_cause(int status) =>
        Assert.DoesNotContain("speaks", await MessageAsync(status, "2.16", "2.14", "2.14"), StringComparison.Ordinal);

    [Fact]
    public async Task The_version_is_that_of_the_call_before_that_of_the_client_and_a_header_before_both()
    {
        Assert.EndsWith("speaks 2.14.", await MessageAsync(new RequestOptions { ApiVersion = "2.14" }, "2.16"), StringComparison.Ordinal);
        Assert.DoesNotContain("speaks", await MessageAsync(new RequestOptions { ApiVersion = "2.16" }, "2.14"), StringComparison.Ordinal);
        Assert.EndsWith("speaks 2.13.", await MessageAsync(new RequestOptions { ApiVersion = "2.16", Headers = { ["Intercom-Version"] = "2.13" } }, "2.16"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_version_of_its_own_a_client_speaks_that_of_its_document() =>
        Assert.EndsWith("speaks 2.14.", await MessageAsync(null, null), StringComparison.Ordinal);

    [Fact]
    public async Task Pages_after_the_first_say_it_too()
    {
        var connection = new Script(Answer(200, """{"friends":[{"id":"1"}],"pages":{"next":{"starting_after":"x"}}}"""), Answer(404)).Connect();
        var pages = connection.Pages<Person, Person>(Request("2.16", "2.14"), PagePlace.Query, static page => page.Friends, null, default);
        var failure = await Assert.ThrowsAsync<IntercomNotFoundException>(async () =>
        {
            await foreach (var _ in pages)
            {
            }
        });
        Assert.EndsWith("speaks 2.14.", failure.Message, StringComparison.Ordinal);
    }

    private static Task<string> MessageAsync(int status, string version, string after, string spoken) =>
        MessageAsync(status, Request(version, after), null, spoken);

    private static Task<string> MessageAsync(RequestOptions? options, string? spoken) => MessageAsync(404, Request("2.16", "2.14"), options, spoken);

    private static async Task<string> MessageAsync(int status, ApiRequest request, RequestOptions? options, string? spoken)
    {
        var connection = new Script(Answer(status, "")).Connect(null, client => (client.MaxRetries, client.ApiVersion) = (0, spoken));
        return (await Assert.ThrowsAnyAsync<IntercomApiException>(() => connection.SendElementAsync(request, options, default))).Message;
    }

    private static ApiRequest Request(string version, string after) => new ApiRequest("GET /brands").Since(version, after);
}
