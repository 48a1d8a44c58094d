using System.Text.Json;
using Intercom.Testing;
using Microsoft.Extensions.AI;
using Xunit;

namespace Intercom.Extensions.AI.Tests;

/// <summary>What the abstraction asks of every chat client, whatever it talks to.</summary>
public sealed class ChatClientContractTests : IAsyncDisposable
{
    private readonly FakeIntercom _fake = FakeIntercom.InMemory();
    private readonly IChatClient _fin;
    private int _conversations;

    public ChatClientContractTests()
    {
        _fin = PlainClient.Of(_fake.Options).AsFinChatClient(
            new FinChatUser("42"),
            new FinChatOptions
            {
                Stream = _fake.StreamOptions,
                NewConversationId = () => $"c-{Interlocked.Increment(ref _conversations)}",
            });
        _fake.On("POST /fin/start").Streams(Script(1));
    }

    public ValueTask DisposeAsync() => _fake.DisposeAsync();

    [Fact]
    public async Task Messages_there_must_be()
    {
        Assert.Throws<ArgumentNullException>("messages", () => { _fin.GetStreamingResponseAsync((IEnumerable<ChatMessage>)null!); });
        await Assert.ThrowsAsync<ArgumentNullException>("messages", () => _fin.GetResponseAsync((IEnumerable<ChatMessage>)null!));
    }

    [Fact]
    public async Task What_is_handed_over_is_not_changed()
    {
        List<ChatMessage> messages = [new(ChatRole.User, "before"), new(ChatRole.Assistant, "then"), new(ChatRole.User, "Hi")];
        var options = new ChatOptions { ModelId = "fin", AdditionalProperties = new() { ["mine"] = 1 } };
        var (said, asked) = (Json(messages), Json(options));
        await _fin.GetResponseAsync(messages, options);
        Assert.Equal(said, Json(messages));
        Assert.Equal(asked, Json(options));

        static string Json<T>(T value) => JsonSerializer.Serialize(value, AIJsonUtilities.DefaultOptions);
    }

    [Fact]
    public async Task The_whole_is_what_its_pieces_make()
    {
        var pieces = await _fin.GetStreamingResponseAsync("Hi").ToListAsync();
        var made = pieces.ToChatResponse();
        var whole = await _fin.GetResponseAsync("Hi");
        Assert.Equal(made.Text, whole.Text);
        Assert.Equal(made.FinishReason, whole.FinishReason);
        Assert.Equal(made.Messages.Select(static message => message.Role), whole.Messages.Select(static message => message.Role));
        Assert.All(pieces.Where(static piece => piece.Text.Length > 0), static piece => Assert.Equal(ChatRole.Assistant, piece.Role));
        Assert.Equal(ChatRole.Assistant, Assert.Single(whole.Messages).Role);
        Assert.NotNull(whole.RawRepresentation);
        Assert.NotNull(whole.ConversationId);
    }

    [Fact]
    public async Task A_token_that_was_cancelled_before_asks_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _fin.GetResponseAsync("Hi", cancellationToken: cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await _fin.GetStreamingResponseAsync("Hi", cancellationToken: cancelled).ToListAsync(CancellationToken.None));
        Assert.Empty(_fake.Calls);
    }

    [Fact]
    public async Task Many_ask_at_the_same_time()
    {
        // A stream has one reader; another one ends the first.
        var starts = _fake.On("POST /fin/start");
        for (var number = 1; number <= 20; number++)
            starts.Streams(Script(number));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _fin.GetResponseAsync("Hi")));
        Assert.All(answers, static answer => Assert.Equal("Hello", answer.Text));
        Assert.Equal(20, answers.Select(static answer => answer.ConversationId).Distinct().Count());
    }

    [Fact]
    public async Task Giving_it_back_twice_does_nothing_and_the_connection_goes_on()
    {
        _fin.Dispose();
        _fin.Dispose();
        Assert.Equal("Hello", (await _fin.GetResponseAsync("Hi")).Text);
    }

    [Fact]
    public async Task It_works_under_layers_that_have_nothing_to_do()
    {
        var layered = _fin.AsBuilder().ConfigureOptions(static options => options.ModelId = "fin").UseFunctionInvocation().Build();
        var answer = await layered.GetResponseAsync([new(ChatRole.User, "Hi")], new ChatOptions());
        var next = await layered.GetStreamingResponseAsync("Hi").ToListAsync();
        Assert.Equal(("Hello", "Hello"), (answer.Text, next.ToChatResponse().Text));
        Assert.Same(_fin, layered.GetService<FinChatClient>());
    }

    private FinScript Script(int number) =>
        _fake.FinStream($"c-{number}").Chunks("Hel", "Hello").Replied("Hello").Status("complete");
}
