using Intercom.Json;
using Intercom.Runtime.Tests.Http;
using Xunit;

namespace Intercom.Runtime.Tests.Auth;

public sealed class IdentityTests
{
    // Made with Python's hmac and base64 modules; the clock of the tests stands at 1772366400.
    private const string Jwt =
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VyX2lkIjoiNDIiLCJpYXQiOjE3NzIzNjY0MDAsImV4cCI6MTc3MjM3MDAwMCwiZW1haWwiOiJhZGFAZXhhbXBsZS5jb20iLCJwbGFuIjozfQ.KCutWUhSHxaoasE3Chj-rXv17-saeafX0m9uBf1hOEs";

    [Fact]
    public void A_web_token_is_what_another_implementation_makes() => Assert.Equal(Jwt, IntercomIdentity.CreateJwt(
        "sécret", "42", TimeSpan.FromHours(1), new Dictionary<string, IntercomValue> { ["email"] = "ada@example.com", ["plan"] = 3L }, new FakeTime()));

    [Theory]
    [InlineData("user_id")]
    [InlineData("exp")]
    [InlineData("iat")]
    public void A_claim_that_is_a_parameter_is_refused(string claim) =>
        Assert.Throws<ArgumentException>("claims", () => IntercomIdentity.CreateJwt("s", "1", TimeSpan.FromHours(1), new Dictionary<string, IntercomValue> { [claim] = "x" }));

    [Fact]
    public void A_token_without_a_secret_a_user_or_a_future_is_refused()
    {
        Assert.Throws<ArgumentException>("secret", () => IntercomIdentity.CreateJwt("", "1", TimeSpan.FromHours(1)));
        Assert.Throws<ArgumentException>("userId", () => IntercomIdentity.CreateJwt("s", " ", TimeSpan.FromHours(1)));
        Assert.Throws<ArgumentOutOfRangeException>("expiresIn", () => IntercomIdentity.CreateJwt("s", "1", TimeSpan.Zero));
    }

    [Fact]
    public void A_user_hash_is_what_another_implementation_makes() =>
        Assert.Equal("d1da3149b0fa35cd09c21c293552aeb73c0085ec04332577adec55eafdee7e0e", IntercomIdentity.UserHash("secret", "ada@example.com"));
}
