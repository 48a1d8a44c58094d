using System.Text;
using System.Text.Json;
using Intercom.Runtime.Tests.Http;
using Xunit;
using static Intercom.Runtime.Tests.Http.Script;

namespace Intercom.Runtime.Tests.Auth;

public sealed class OAuthTests
{
    private static IntercomOAuth OAuth(Script server) => new("client", "hidden-secret", new IntercomClientOptions { HttpClient = new HttpClient(server), TimeProvider = new FakeTime(), AccessToken = "other", Region = IntercomRegion.EU });

    [Theory]
    [InlineData(IntercomRegion.US, "https://app.intercom.com/oauth?client_id=client&state=a%2Bb")]
    [InlineData(IntercomRegion.EU, "https://app.eu.intercom.com/oauth?client_id=client&state=a%2Bb")]
    [InlineData(IntercomRegion.AU, "https://app.au.intercom.com/oauth?client_id=client&state=a%2Bb")]
    public void Each_region_has_its_own_page(IntercomRegion region, string expected) =>
        Assert.Equal(expected, OAuth(new Script()).AuthorizeAddress(region, "a+b").AbsoluteUri);

    [Fact]
    public void The_way_back_is_one_parameter() => Assert.EndsWith(
        "&redirect_uri=https%3A%2F%2Fapp.example%2Fback%3Fx%3D1%26y%3D2",
        OAuth(new Script()).AuthorizeAddress(IntercomRegion.US, "s", new Uri("https://app.example/back?x=1&y=2")).AbsoluteUri,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"token_type":"Bearer","token":"t1","access_token":"t1"}""")]
    [InlineData("""{"access_token":"t1"}""")]
    [InlineData("""{"token":"t1","access_token":null}""")]
    public async Task A_code_becomes_a_token(string answer)
    {
        var server = new Script(Answer(200, answer));
        var token = await OAuth(server).ExchangeAsync("abc==");
        Assert.Equal(("t1", "Bearer", "t1"), (token.GetToken(), token.TokenType, await token.ToCredential().GetTokenAsync()));
        var sent = Assert.Single(server.Sent);
        Assert.Equal("https://api.intercom.io/auth/eagle/token", sent.Address.AbsoluteUri);
        Assert.Null(sent.Authorization);
        Assert.False(sent.Headers.ContainsKey("Intercom-Version"));
        using var body = JsonDocument.Parse(Encoding.UTF8.GetString(sent.Body!));
        Assert.Equal(("abc==", "client", "hidden-secret"), (body.RootElement.GetProperty("code").GetString(), body.RootElement.GetProperty("client_id").GetString(), body.RootElement.GetProperty("client_secret").GetString()));
    }

    [Fact]
    public async Task A_code_that_is_not_known_is_an_exception()
    {
        var failure = await Assert.ThrowsAsync<IntercomUnauthorizedException>(() => OAuth(new Script(Answer(401, """{"type":"error.list","errors":[{"code":"unauthorized","message":"Unauthorized Code"}]}"""))).ExchangeAsync("c"));
        Assert.Equal("Unauthorized Code", failure.Errors[0].Message);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"token":""}""")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("""{"token":"hidden-token","token_ty""")]
    [InlineData("""{"tokens":["hidden-token"]}""")]
    public async Task An_answer_without_a_token_cannot_be_read_and_is_not_shown(string body)
    {
        var failure = await Assert.ThrowsAsync<IntercomUnreadableResponseException>(() => OAuth(new Script(Answer(200, body))).ExchangeAsync("c"));
        Assert.DoesNotContain("hidden", failure + failure.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_repeats_the_secret_or_the_code_does_not_make_an_exception_show_it()
    {
        var server = new Script(Answer(400, """{"errors":[{"code":"x","message":"hidden-secret does not go with hidden-code="}]}"""));
        var failure = await Assert.ThrowsAsync<IntercomBadRequestException>(() => OAuth(server).ExchangeAsync("hidden-code="));
        Assert.Equal("*** does not go with ***", failure.Errors[0].Message);
        Assert.DoesNotContain("hidden", failure + failure.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_used_once()
    {
        var server = new Script(Answer(500));
        await Assert.ThrowsAsync<IntercomServerException>(() => OAuth(server).ExchangeAsync("c"));
        Assert.Single(server.Sent);
    }

    [Fact]
    public async Task Neither_secret_nor_token_is_shown()
    {
        var oauth = OAuth(new Script(Answer(200, """{"token":"hidden-token"}""")));
        var token = await oauth.ExchangeAsync("c");
        Assert.DoesNotContain("hidden", $"{oauth} {token} {JsonSerializer.Serialize(oauth)} {JsonSerializer.Serialize(token)}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abc", "abc", true)]
    [InlineData("abc", "abd", false)]
    [InlineData("abc", "abcd", false)]
    [InlineData("abc", null, false)]
    [InlineData(null, null, false)]
    [InlineData("", "", false)]
    public void A_state_is_valid_only_if_it_is_the_one_that_was_sent(string? sent, string? returned, bool expected) => Assert.Equal(expected, IntercomOAuth.ValidateState(sent, returned));

    [Fact]
    public void A_state_is_made_of_chance_and_fits_into_an_address()
    {
        var states = Enumerable.Range(0, 50).Select(static _ => IntercomOAuth.CreateState()).ToHashSet();
        Assert.Equal(50, states.Count);
        Assert.All(states, static state => Assert.Matches("^[A-Za-z0-9_-]{43}$", state));
    }
}
