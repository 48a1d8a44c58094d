using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Intercom.AspNetCore;
using Intercom.Testing;
using Intercom.Tests;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Inbox.Tests;

/// <summary>The page that shows the inbox.</summary>
[Collection(nameof(TestDatabases))]
public sealed class InboxPageTests(TestDatabases databases, ITestOutputHelper output) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task It_shows_what_is_dead_and_putting_it_back_works()
    {
        var isMended = false;
        await using var app = await TwoDeadAsync(() => isMended, "broken <script>alert(1)</script>", "broken as well");
        var (first, second) = (await IdAsync(app, "first"), await IdAsync(app, "second"));

        var list = await GetAsync(app, "");
        Assert.Contains("InvalidOperationException: broken &lt;script&gt;", list, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", list, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", list, StringComparison.Ordinal);
        Assert.Contains($"action=\"/intercom/inbox/{first}/put-back\"", list, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", await GetAsync(app, $"/{first}"), StringComparison.Ordinal);
        Assert.Contains("&lt;i&gt;hidden&lt;/i&gt;", await GetAsync(app, $"/{first}?body"), StringComparison.Ordinal);
        Assert.DoesNotContain("first", await GetAsync(app, "?state=Done"), StringComparison.Ordinal);

        isMended = true;
        Assert.Equal(HttpStatusCode.SeeOther, (await ChangeAsync(app, $"/{first}/put-back")).Status);
        await app.UntilAsync(InboxState.Done, 1);
        Assert.Equal((HttpStatusCode.SeeOther, $"/intercom/inbox/{second}"), await ChangeAsync(app, $"/{second}/drop"));
        Assert.Equal(HttpStatusCode.Conflict, (await ChangeAsync(app, $"/{first}/drop")).Status);
        Assert.Equal(InboxState.Dropped, (await app.Inbox.FindAsync(second))!.State);
        Assert.Contains("first", await GetAsync(app, "?state=Done"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_person_puts_one_back_and_drops_another()
    {
        var isMended = false;
        await using var app = await TwoDeadAsync(() => isMended, "<b>first</b> is broken", "second is broken");
        await using var page = await BrowserPage.OpenAsync(("X-User", "ada"));

        await page.GoToAsync(Address(app, ""));
        await page.UntilAsync("document.querySelectorAll('tbody tr').length == 2");
        Assert.Contains("<b>first</b> is broken", await page.EvaluateAsync("document.body.innerText"), StringComparison.Ordinal);
        Assert.Equal("rgb(170, 0, 0)", await page.EvaluateAsync("getComputedStyle(document.querySelector('.Dead')).color"));
        await ShotAsync(page, "dead");

        isMended = true;
        await page.EvaluateAsync(Click("first", "put-back"));
        await app.UntilAsync(InboxState.Done, 1);
        await page.GoToAsync(Address(app, ""));
        await page.UntilAsync("document.querySelector('.Done') != null");
        await page.EvaluateAsync(Click("second", "drop"));
        await page.UntilAsync("document.querySelector('td .Dropped') != null");
        Assert.Contains("second is broken", await page.EvaluateAsync("document.querySelector('pre').innerText"), StringComparison.Ordinal);
        await ShotAsync(page, "dropped");
    }

    [Fact]
    public async Task Nobody_sees_or_changes_anything_who_is_not_signed_in_or_comes_from_another_site()
    {
        await using var app = await StartAsync(
            static webhooks => webhooks.On("first", static (_, _) => throw new InvalidOperationException()));
        await app.PostAsync(FakeWebhook.Notification("first", "{}"));
        await app.UntilAsync(InboxState.Dead, 1);
        var id = await IdAsync(app, "first");
        foreach (var (method, path) in new[] { (HttpMethod.Get, ""), (HttpMethod.Get, $"/{id}?body"), (HttpMethod.Post, $"/{id}/drop") })
        {
            using var request = new HttpRequestMessage(method, Address(app, path)) { Headers = { { "Sec-Fetch-Site", "same-origin" } } };
            using var response = await _http.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }

        (string, string)[][] others =
        [
            [],
            [("Sec-Fetch-Site", "cross-site")],
            [("Sec-Fetch-Site", "same-site")],
            [("Origin", "https://elsewhere.example")],
            [("Origin", "null")],
        ];
        foreach (var headers in others)
            Assert.Equal(HttpStatusCode.Forbidden, (await ChangeAsync(app, $"/{id}/drop", headers)).Status);
        Assert.Equal(InboxState.Dead, (await app.Inbox.FindAsync(id))!.State);
        var origin = app.Address.GetLeftPart(UriPartial.Authority);
        Assert.Equal(HttpStatusCode.SeeOther, (await ChangeAsync(app, $"/{id}/drop", ("Origin", origin))).Status);
    }

    [Fact]
    public async Task It_does_not_start_without_authorization_nor_open_to_everybody()
    {
        var database = await databases.CreateAsync("SQLite");
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(
            () => InboxApp.StartAsync(
                database,
                static webhooks => webhooks.OnUnknown(static (_, _) => Task.CompletedTask),
                map: static app => app.MapIntercomWebhookInbox("/intercom/inbox")));
        Assert.Contains("AddAuthorization", fault.Message, StringComparison.Ordinal);
        fault = await Assert.ThrowsAsync<InvalidOperationException>(
            () => StartAsync(static webhooks => webhooks.OnUnknown(static (_, _) => Task.CompletedTask), isOpen: true));
        Assert.Contains("AllowAnonymous", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_may_load_nothing_for_it()
    {
        await using var app = await StartAsync(static webhooks => webhooks.OnUnknown(static (_, _) => Task.CompletedTask));
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(app, "")) { Headers = { { "X-User", "ada" } } };
        using var response = await _http.SendAsync(request);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await ChangeAsync(app, "/1/burn")).Status);
    }

    private static string Click(string topic, string change) =>
        $"[...document.querySelectorAll('tbody tr')].find(row => row.innerText.startsWith('{topic}'))"
        + $".querySelector('form[action$=\"/{change}\"] button').click()";

    // For whoever wants to see what a person sees.
    private async Task ShotAsync(BrowserPage page, string name)
    {
        var shots = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots")).FullName;
        var shot = Path.Combine(shots, $"inbox-{name}.png");
        await File.WriteAllBytesAsync(shot, await page.CaptureAsync());
        output.WriteLine(shot);
    }

    private async Task<InboxApp> TwoDeadAsync(Func<bool> isMended, string first, string second)
    {
        var app = await StartAsync(webhooks => webhooks
            .On("first", (_, _) => isMended() ? Task.CompletedTask : throw new InvalidOperationException(first))
            .On("second", (_, _) => throw new InvalidOperationException(second)));
        await app.PostAsync(FakeWebhook.Notification("first", """{ "secret": "<i>hidden</i>" }"""));
        await app.PostAsync(FakeWebhook.Notification("second", "{}"));
        await app.UntilAsync(InboxState.Dead, 2);
        return app;
    }

    private async Task<InboxApp> StartAsync(Action<IntercomWebhookBuilder> configure, bool isOpen = false) => await InboxApp.StartAsync(
        await databases.CreateAsync("SQLite"),
        configure,
        static options => options.MaxAttempts = 1,
        static builder =>
        {
            builder.Services.AddAuthorization();
            builder.Services.AddAuthentication("header").AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>("header", null);
        },
        app =>
        {
            app.UseAuthentication();
            app.UseAuthorization();
            var page = app.MapIntercomWebhookInbox("/intercom/inbox");
            if (isOpen)
                page.AllowAnonymous();
        });

    private static async Task<long> IdAsync(InboxApp app, string topic) =>
        (await app.Inbox.ListAsync()).Single(entry => entry.Topic == topic).Id;

    private static Uri Address(InboxApp app, string path) => new(app.Address, "/intercom/inbox" + path);

    private async Task<string> GetAsync(InboxApp app, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(app, path)) { Headers = { { "X-User", "ada" } } };
        using var response = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private Task<(HttpStatusCode Status, string? Location)> ChangeAsync(InboxApp app, string path) =>
        ChangeAsync(app, path, ("Sec-Fetch-Site", "same-origin"));

    private async Task<(HttpStatusCode Status, string? Location)> ChangeAsync(
        InboxApp app, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(app, path)) { Headers = { { "X-User", "ada" } } };
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        using var response = await _http.SendAsync(request);
        return (response.StatusCode, response.Headers.Location?.OriginalString);
    }

    /// <summary>Whoever says a name is signed in.</summary>
    private sealed class HeaderAuthentication(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
            (string?)Request.Headers["X-User"] is { } name
                ? AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, name)], "header")), "header"))
                : AuthenticateResult.NoResult());
    }
}
