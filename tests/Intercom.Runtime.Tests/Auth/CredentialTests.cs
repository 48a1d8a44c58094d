using System.Text.Json;
using Xunit;

namespace Intercom.Runtime.Tests.Auth;

public sealed class CredentialTests
{
    [Fact]
    public async Task White_space_around_a_token_is_no_part_of_it() => Assert.Equal("tok", await IntercomCredential.FromToken(" tok\r\n").GetTokenAsync());

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("hidden\r\nX-Evil: 1")]
    [InlineData("hidden value")]
    [InlineData("hiddén")]
    public void A_token_that_cannot_stand_in_a_header_is_refused_without_being_shown(string token) =>
        Assert.DoesNotContain("hidd", Assert.Throws<ArgumentException>(() => IntercomCredential.FromToken(token)).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("hidden\n value")]
    public async Task A_provider_that_gives_no_token_is_named_and_what_it_gave_is_not(string? token)
    {
        var credential = IntercomCredential.FromProvider(_ => new ValueTask<string>(token!));
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () => await credential.GetTokenAsync());
        Assert.DoesNotContain("hidden", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_provider_throws_reaches_the_caller_within()
    {
        var connection = new Http.Script().Connect(null, static o => o.Credential = IntercomCredential.FromProvider(static _ => throw new KeyNotFoundException("vault")));
        var failure = await Assert.ThrowsAsync<IntercomCredentialException>(() => connection.SendAsync(new ApiRequest("GET /me"), null, default));
        Assert.Equal("vault", Assert.IsType<KeyNotFoundException>(failure.InnerException).Message);
    }

    [Fact]
    public void Options_show_no_token_to_a_serializer_or_a_log()
    {
        var options = new IntercomClientOptions { AccessToken = "hidden" };
        Assert.DoesNotContain("hidden", JsonSerializer.Serialize(options), StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", options.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", JsonSerializer.Serialize(options.Credential), StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", options.Credential!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(typeof(IntercomClientOptions).GetProperties(), property => property.CanRead && Equals(property.GetValue(options), "hidden"));
    }
}
