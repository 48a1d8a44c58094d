namespace Intercom.Client.Tests.Samples;

public sealed class OAuthTests
{
    [Fact]
    public async Task A_code_becomes_a_token_once_and_only_with_the_visitors_own_state()
    {
        var run = await SampleRun.OfAsync("OAuth");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            [
                "/login sends the visitor to https://app.eu.intercom.com/oauth.",
                "They come back with a state of somebody else: 400 This does not come from a login here. Start at /login.",
                "They come back with the code and the state: 200 Ada Lovelace has connected the workspace Acme (ac3e).",
                "They come back with both once more: 400 This does not come from a login here. Start at /login.",
                "Intercom was called: POST /auth/eagle/token, GET /me.",
            ],
            run.Lines);
    }

    [Fact]
    public async Task An_app_without_its_secret_does_not_start()
    {
        var run = await SampleRun.OfAsync("OAuth", ("Intercom__ClientId", "an-app"), ("ASPNETCORE_URLS", "http://127.0.0.1:0"));
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("Intercom:ClientSecret is missing", run.Error, StringComparison.Ordinal);
    }
}
