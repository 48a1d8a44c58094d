using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Intercom.AspNetCore;
using Intercom.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Intercom.Runtime.Tests.AspNetCore;

/// <summary>An application on a loopback port, with webhooks at <c>/intercom</c>, and a client that signs what it posts.</summary>
internal sealed class WebhookServer : IAsyncDisposable
{
    public const string ClientSecret = "client-secret";
    public const string FinSecret = "fin-secret";
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
        MaxConnectionsPerServer = 1000,
    })
    { Timeout = TimeSpan.FromMinutes(5) };


    private WebhookServer(WebApplication app, WebhookLogLines log) => (App, Log) = (app, log.Lines);

    public WebApplication App { get; }

    /// <summary>What was logged.</summary>
    public ConcurrentQueue<string> Log { get; }

    public Uri Address => new(App.Urls.Single());

    public static Task<WebhookServer> StartAsync(Action<IntercomWebhookBuilder> configure) => StartAsync(
        static _ => { },
        app => app.MapIntercomWebhooks("/intercom", webhooks =>
        {
            webhooks.Options.ClientSecrets.Add(ClientSecret);
            webhooks.Options.FinSecrets.Add(FinSecret);
            configure(webhooks);
        }));

    public static async Task<WebhookServer> StartAsync(Action<IServiceCollection> services, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var log = new WebhookLogLines();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Debug);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        services(builder.Services);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return new WebhookServer(app, log);
    }

    public Task<HttpStatusCode> NotifyAsync(string json, string secret = ClientSecret) =>
        PostAsync(json, WebhookSignature.Notifications, secret);

    public Task<HttpStatusCode> NotifyAsync(string json, CancellationToken cancellationToken) => SendAsync(
        HttpMethod.Post,
        "intercom",
        new StringContent(json),
        cancellationToken,
        (WebhookSignature.Notifications.Header, WebhookSignature.Notifications.Create(Encoding.UTF8.GetBytes(json), ClientSecret)));

    public Task<HttpStatusCode> FinAsync(string json, string secret = FinSecret) => PostAsync(json, WebhookSignature.Fin, secret);

    public Task<HttpStatusCode> PostAsync(string json, WebhookSignature signature, string secret) =>
        PostAsync("intercom", json, signature, secret);

    public Task<HttpStatusCode> PostAsync(string path, string json, WebhookSignature signature, string secret) =>
        SendAsync(
            HttpMethod.Post,
            path,
            new StringContent(json),
            CancellationToken.None,
            (signature.Header, signature.Create(Encoding.UTF8.GetBytes(json), secret)));

    public Task<HttpStatusCode> PostAsync(byte[] body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, new ByteArrayContent(body), headers);

    public Task<HttpStatusCode> SendAsync(HttpMethod method, HttpContent? content, params (string Name, string Value)[] headers) =>
        SendAsync(method, "intercom", content, CancellationToken.None, headers);

    private async Task<HttpStatusCode> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content,
        CancellationToken cancellationToken,
        params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(Address, path)) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _http.SendAsync(request, cancellationToken);
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await App.DisposeAsync();
    }
}
