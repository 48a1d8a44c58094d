using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Agent;

/// <summary>Stands in for a language model: it looks up the address that it reads, and writes to the name that it finds.</summary>
internal sealed partial class ScriptedModel : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var all = messages.ToList();
        var found = all.SelectMany(static message => message.Contents).OfType<FunctionResultContent>().LastOrDefault();
        AIContent next = found is null ? Search(all[0].Text, options!.Tools![0].Name) : Draft($"{found.Result}");
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, [next])));
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default) => throw new NotSupportedException("The script is answered as a whole.");

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private static FunctionCallContent Search(string text, string tool)
    {
        var query = new { query = new { field = "email", @operator = "=", value = Address().Match(text).Value } };
        return new FunctionCallContent("call-1", tool, new Dictionary<string, object?> { ["body"] = JsonSerializer.SerializeToElement(query) });
    }

    private static TextContent Draft(string json)
    {
        using var list = JsonDocument.Parse(json);
        var name = list.RootElement.GetProperty("data")[0].GetProperty("name").GetString()!;
        return new TextContent($"Dear {name.Split(' ')[0]}, your order is on its way.");
    }

    [GeneratedRegex("[^ ]+@[^ :]+")]
    private static partial Regex Address();
}
