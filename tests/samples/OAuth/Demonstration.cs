using System.Net;
using Intercom.Testing;
using Microsoft.AspNetCore.WebUtilities;

namespace OAuth;

/// <summary>Shows the app at work: a visitor logs in, and Intercom, which a fake plays, sends them back.</summary>
internal sealed class Demonstration : IAsyncDisposable
{
    private const string Code = "code-of-acme";

    private readonly FakeIntercom _fake;

    private Demonstration(FakeIntercom fake) => _fake = fake;

    /// <summary>Starts the fake, and configures the app for it as it would be for Intercom.</summary>
    public static async Task<Demonstration> ConfigureAsync(WebApplicationBuilder builder)
    {
        var fake = await FakeIntercom.StartAsync();
        fake.On("POST /auth/eagle/token").Returns(static call => call.Json.GetProperty("code").GetString() == Code
            ? FakeAnswer.Json("""{ "token_type": "Bearer", "token": "token-of-acme" }""")
            : FakeAnswer.Error(401, "unauthorized", "The code is not known."));
        fake.On("GET /me").Returns(
            200,
            """{ "type": "admin", "id": "991", "name": "Ada Lovelace", "app": { "type": "app", "id_code": "ac3e", "name": "Acme" } }""");
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Intercom:ClientId"] = "fake-client",
            ["Intercom:ClientSecret"] = "fake-secret",
            ["Intercom:BaseAddress"] = fake.BaseAddress.AbsoluteUri,
        });
        return new Demonstration(fake);
    }

    /// <summary>Visits the app as a browser does, and gives the program's exit code.</summary>
    public async Task<int> PlayAsync(WebApplication app)
    {
        await app.StartAsync();
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = new Uri(app.Urls.Single()) };

        using var login = await browser.GetAsync("/login?region=EU");
        var page = login.Headers.Location!;
        Console.WriteLine($"/login sends the visitor to {page.GetLeftPart(UriPartial.Path)}.");

        var asked = QueryHelpers.ParseQuery(page.Query).ToDictionary(static pair => pair.Key, static pair => (string?)pair.Value);
        var granted = QueryHelpers.AddQueryString(
            asked["redirect_uri"]!, new Dictionary<string, string?> { ["code"] = Code, ["state"] = asked["state"] });
        var isRight =
            await ReturnAsync(browser, "with a state of somebody else", granted + "x", HttpStatusCode.BadRequest)
            & await ReturnAsync(browser, "with the code and the state", granted, HttpStatusCode.OK)
            & await ReturnAsync(browser, "with both once more", granted, HttpStatusCode.BadRequest);
        Console.WriteLine($"Intercom was called: {string.Join(", ", _fake.Calls)}.");
        return isRight && _fake.Calls.Count == 2 ? 0 : 1;
    }

    public ValueTask DisposeAsync() => _fake.DisposeAsync();

    private static async Task<bool> ReturnAsync(HttpClient browser, string how, string address, HttpStatusCode expected)
    {
        using var response = await browser.GetAsync(address);
        Console.WriteLine($"They come back {how}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return response.StatusCode == expected;
    }
}
