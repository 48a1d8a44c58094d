using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Intercom.Tests;

/// <summary>A page of a browser, driven by the protocol that its own tools use.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Process _browser;
    private readonly string _profile;
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _end = new(Patience);
    private int _calls;

    private BrowserPage(Process browser, string profile) => (_browser, _profile) = (browser, profile);

    /// <summary>Opens an empty page, which sends these headers with everything that it asks for.</summary>
    public static async Task<BrowserPage> OpenAsync(params (string Name, string Value)[] headers)
    {
        var profile = Directory.CreateTempSubdirectory("browser-").FullName;
        var browser = Chromium.Start("--remote-debugging-port=0", "--remote-allow-origins=*", $"--user-data-dir={profile}", "about:blank");
        var page = new BrowserPage(browser, profile);
        await page.ConnectAsync();
        await page.CallAsync("Network.enable", []);
        var sent = new JsonObject(headers.Select(static header => KeyValuePair.Create(header.Name, (JsonNode?)header.Value)));
        await page.CallAsync("Network.setExtraHTTPHeaders", new() { ["headers"] = sent });
        return page;
    }

    public Task GoToAsync(Uri address) => CallAsync("Page.navigate", new() { ["url"] = address.ToString() });

    /// <summary>What an expression of the page's language gives, as text.</summary>
    public async Task<string> EvaluateAsync(string expression)
    {
        var answer = await CallAsync("Runtime.evaluate", new() { ["expression"] = expression, ["returnByValue"] = true });
        return answer["result"]?["value"]?.ToString() ?? "";
    }

    /// <summary>Waits until an expression is true.</summary>
    public async Task UntilAsync(string expression)
    {
        while (await EvaluateAsync(expression) != "true")
            await Task.Delay(100, _end.Token);
    }

    /// <summary>The page as a picture.</summary>
    public async Task<byte[]> CaptureAsync() =>
        Convert.FromBase64String((await CallAsync("Page.captureScreenshot", []))["data"]!.ToString());

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _end.Dispose();
        _browser.Kill(entireProcessTree: true);
        await _browser.WaitForExitAsync();
        _browser.Dispose();
        Directory.Delete(_profile, recursive: true);
    }

    // The browser says on which port it can be driven as soon as it can.
    private async Task ConnectAsync()
    {
        const string Listening = "DevTools listening on ";
        var line = "";
        while (!line.StartsWith(Listening, StringComparison.Ordinal))
            line = await _browser.StandardError.ReadLineAsync(_end.Token)
                ?? throw new InvalidOperationException("The browser did not start.");
        var port = new Uri(line[Listening.Length..]).Port;
        _ = _browser.StandardError.ReadToEndAsync(_end.Token);
        using var http = new HttpClient();
        var targets = JsonNode.Parse(await http.GetStringAsync(new Uri($"http://127.0.0.1:{port}/json/list"), _end.Token))!.AsArray();
        var target = targets.First(static target => target!["type"]!.ToString() == "page")!;
        await _socket.ConnectAsync(new Uri(target["webSocketDebuggerUrl"]!.ToString()), _end.Token);
    }

    private async Task<JsonNode> CallAsync(string method, JsonObject parameters)
    {
        var id = ++_calls;
        var call = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(call), WebSocketMessageType.Text, true, _end.Token);
        while (true)
        {
            var message = await ReceiveAsync();
            if (message["id"]?.GetValue<int>() == id)
                return message["result"] ?? throw new InvalidOperationException($"{method}: {message["error"]}");
        }
    }

    private async Task<JsonNode> ReceiveAsync()
    {
        using var text = new MemoryStream();
        var piece = new byte[16 * 1024];
        ValueWebSocketReceiveResult received;
        do
        {
            received = await _socket.ReceiveAsync(piece.AsMemory(), _end.Token);
            text.Write(piece, 0, received.Count);
        }
        while (!received.EndOfMessage);
        return JsonNode.Parse(text.ToArray())!;
    }
}
