using Intercom.Runtime.Tests.Http;
using Xunit;
using static Intercom.Runtime.Tests.Http.Script;

namespace Intercom.Runtime.Tests.Auth;

public sealed class RegionTests
{
    private static Task<IntercomRegion> DetectAsync(Script server) =>
        IntercomRegions.DetectAsync("tok", new IntercomClientOptions { HttpClient = new HttpClient(server), TimeProvider = new FakeTime(), BaseAddress = new Uri("https://elsewhere.example"), AccessToken = "other" });

    [Fact]
    public async Task Regions_are_asked_until_one_knows_the_token()
    {
        var server = new Script(Answer(401), Answer(200, "{}"));
        Assert.Equal(IntercomRegion.EU, await DetectAsync(server));
        Assert.Equal(["https://api.intercom.io/me", "https://api.eu.intercom.io/me"], server.Sent.Select(static sent => sent.Address.AbsoluteUri));
        Assert.All(server.Sent, static sent => Assert.Equal("Bearer tok", sent.Authorization));
    }

    [Theory]
    [InlineData("""{"app":{"region":"AU"}}""", IntercomRegion.AU)]
    [InlineData("""{"app":{"region":"eu"}}""", IntercomRegion.EU)]
    [InlineData("""{"app":{"region":"MARS"}}""", IntercomRegion.US)]
    [InlineData("""{"app":null}""", IntercomRegion.US)]
    public async Task What_the_workspace_says_of_itself_counts(string me, IntercomRegion expected) => Assert.Equal(expected, await DetectAsync(new Script(Answer(200, me))));

    [Fact]
    public async Task A_region_that_forbids_the_call_knows_the_token() => Assert.Equal(IntercomRegion.AU, await DetectAsync(new Script(Answer(401), Answer(401), Answer(403))));

    [Fact]
    public async Task A_token_that_no_region_knows_is_an_exception()
    {
        var server = new Script(Answer(401));
        await Assert.ThrowsAsync<IntercomUnauthorizedException>(() => DetectAsync(server));
        Assert.Equal(3, server.Sent.Count);
    }

    [Fact]
    public async Task A_region_that_cannot_be_asked_is_not_taken_for_an_answer() =>
        await Assert.ThrowsAsync<IntercomServerException>(() => DetectAsync(new Script(Answer(500))));

    [Theory]
    [InlineData("US", IntercomRegion.US)]
    [InlineData("eu", IntercomRegion.EU)]
    [InlineData(" Au ", IntercomRegion.AU)]
    public void A_region_is_read_from_its_name(string name, IntercomRegion expected) => Assert.Equal(expected, IntercomRegions.Parse(name));

    [Theory]
    [InlineData("EUR")]
    [InlineData("1")]
    [InlineData("US,EU")]
    [InlineData("")]
    public void A_name_of_no_region_is_an_exception_that_names_the_regions(string name)
    {
        Assert.False(IntercomRegions.TryParse(name, out _));
        Assert.Equal($"'{name}' is no region of Intercom; the regions are US, EU and AU.", Assert.Throws<FormatException>(() => IntercomRegions.Parse(name)).Message);
    }

    [Theory]
    [InlineData("https://api.eu.intercom.io/conversations/1", true)]
    [InlineData("HTTPS://API.INTERCOM.IO/", true)]
    [InlineData("http://api.intercom.io/", false)]
    [InlineData("https://api.intercom.io:444/", false)]
    [InlineData("https://api.intercom.io.evil.example/", false)]
    [InlineData("https://api.intercom.io@evil.example/", false)]
    [InlineData("/me", false)]
    public void Only_the_regions_own_addresses_are_given_a_token(string address, bool expected) =>
        Assert.Equal(expected, IntercomRegions.IsApiAddress(new Uri(address, UriKind.RelativeOrAbsolute)));
}
