using System.Net;
using System.Text;
using Intercom.Webhooks;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Runtime.Tests.AspNetCore;

/// <summary>A process that gets a SIGTERM while its queue is full.</summary>
public sealed class WebhookTerminationTests(ITestOutputHelper output) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 32 });

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task What_a_process_accepted_is_handled_once_before_it_ends_and_the_rest_is_refused()
    {
        const int Count = 700, Capacity = 500;
        var ids = Enumerable.Range(0, Count).Select(static i => $"n{i}").ToList();
        using var process = await WebhookProcess.StartAsync(Capacity, 60, "hold");
        var answers = await Task.WhenAll(ids.Select(id => PostAsync(process, id)));
        await process.TerminateAsync();
        var late = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => PostAsync(process, $"late{i}")));
        Assert.Equal(0, await process.EndAsync());

        var all = ids.Zip(answers).Concat(late.Select(static (answer, i) => ($"late{i}", answer))).ToList();
        var accepted = all.Where(static sent => sent.Item2 == HttpStatusCode.OK).Select(static sent => sent.Item1).ToList();
        var refused = all.Where(static sent => sent.Item2 != HttpStatusCode.OK).Select(static sent => sent.Item1).ToList();
        Assert.InRange(accepted.Count, Capacity, all.Count - 1);
        Assert.Equal(accepted.Order(StringComparer.Ordinal), process.Handled.Order(StringComparer.Ordinal));

        using var next = await WebhookProcess.StartAsync(Count, 60, "hold");
        Assert.All(await Task.WhenAll(refused.Select(id => PostAsync(next, id))), static answer => Assert.Equal(HttpStatusCode.OK, answer));
        await next.TerminateAsync();
        Assert.Equal(0, await next.EndAsync());
        Assert.Equal(
            all.Select(static sent => sent.Item1).Order(StringComparer.Ordinal),
            process.Handled.Concat(next.Handled).Order(StringComparer.Ordinal));
        output.WriteLine(
            $"{all.Count} notifications, SIGTERM with {Capacity} queued: {process.Handled.Count} accepted and handled once each, "
            + $"{refused.Count} refused, which the next process handled once each; 0 lost");
    }

    [Fact]
    public async Task What_a_process_accepted_and_could_not_handle_is_named_before_it_ends()
    {
        using var process = await WebhookProcess.StartAsync(10, 1, "hang");
        var ids = Enumerable.Range(0, 20).Select(static i => $"n{i}").ToList();
        var answers = await Task.WhenAll(ids.Select(id => PostAsync(process, id)));
        await process.TerminateAsync();
        await process.EndAsync();
        var accepted = ids.Where((_, i) => answers[i] == HttpStatusCode.OK).ToList();
        Assert.InRange(accepted.Count, 10, 11);
        Assert.Empty(process.Handled);
        Assert.All(
            accepted,
            id => Assert.Contains($"ping (notification:{id}) was accepted and not handled", process.Log, StringComparison.Ordinal));
        output.WriteLine(
            $"{accepted.Count} of {ids.Count} accepted by a process whose handlers hang, SIGTERM: all {accepted.Count} named in its log");
    }

    /// <summary>The status; null where nobody answers any more.</summary>
    private async Task<HttpStatusCode?> PostAsync(WebhookProcess process, string id)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"type":"notification_event","id":"{{id}}","topic":"ping"}""");
        using var request = new HttpRequestMessage(HttpMethod.Post, process.Address) { Content = new ByteArrayContent(body) };
        request.Headers.TryAddWithoutValidation(
            WebhookSignature.Notifications.Header,
            WebhookSignature.Notifications.Create(body, WebhookServer.ClientSecret));
        try
        {
            using var response = await _http.SendAsync(request);
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
