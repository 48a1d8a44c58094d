using System.Diagnostics;
using System.Text.Json;
using Intercom.Json;
using Intercom.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Xunit;

namespace Intercom.Extensions.AI.Tests;

public sealed class FinChatClientTests : IAsyncDisposable
{
    private readonly FakeIntercom _fake = FakeIntercom.InMemory();
    private readonly IChatClient _fin;

    public FinChatClientTests() => _fin = PlainClient.Of(_fake.Options).AsFinChatClient(
        new FinChatUser("42", "Ada"),
        new FinChatOptions { Stream = _fake.StreamOptions, NewConversationId = static () => "c-1" });

    public ValueTask DisposeAsync() => _fake.DisposeAsync();

    [Fact]
    public async Task An_answer_comes_piece_by_piece_with_the_conversation_and_the_raw_events()
    {
        Starts(_fake.FinStream("c-1").Status("thinking").Chunks("Hel", "Hello", "Hello!").Replied("<p>Hello!</p>").Status("awaiting_user_reply"));
        var updates = await _fin.GetStreamingResponseAsync("Hi").ToListAsync();
        Assert.Equal(["Hel", "lo", "!"], updates.Select(static update => update.Text).Where(static text => text.Length > 0));
        Assert.All(updates, static update => Assert.Equal("c-1", update.ConversationId));
        Assert.All(updates, static update => Assert.IsType<FinStreamEvent<IntercomValue>>(update.RawRepresentation));
        Assert.Single(updates.Select(static update => update.MessageId).OfType<string>().Distinct());
        Assert.Equal(ChatFinishReason.Stop, updates[^1].FinishReason);
        Assert.Equal("<p>Hello!</p>", Property(updates, FinChatProperties.Html));

        var sent = _fake.Calls.Single("POST /fin/start").Json;
        Assert.Equal("""{"conversation_id":"c-1","message":{"author":"user","body":"Hi"},"user":{"id":"42","name":"Ada"}}""", sent.GetRawText());
    }

    [Fact]
    public async Task A_conversation_goes_on_by_its_id_and_sends_only_what_is_new()
    {
        Starts(_fake.FinStream("c-1").Chunks("One").Replied("One").Status("awaiting_user_reply"));
        _fake.On("POST /fin/reply").Streams(_fake.FinStream("c-1").Chunks("Two").Replied("Two").Status("complete"));
        List<ChatMessage> messages = [new(ChatRole.User, "first")];
        var first = await _fin.GetResponseAsync(messages);
        messages.AddMessages(first);
        messages.Add(new(ChatRole.User, "second"));
        var second = await _fin.GetResponseAsync(messages, new ChatOptions { ConversationId = first.ConversationId });
        Assert.Equal(("One", "Two", "c-1"), (first.Text, second.Text, second.ConversationId));
        Assert.Equal("second", _fake.Calls.Single("POST /fin/reply").Json.GetProperty("message").GetProperty("body").GetString());
    }

    [Fact]
    public async Task A_new_conversation_takes_what_was_before_as_its_history()
    {
        Starts(_fake.FinStream("c-1").Chunks("Yes").Replied("Yes").Status("complete"));
        await _fin.GetResponseAsync([new(ChatRole.User, "a"), new(ChatRole.Assistant, "b"), new(ChatRole.User, "c"), new(ChatRole.User, "d")]);
        var sent = _fake.Calls.Single("POST /fin/start").Json;
        Assert.Equal("c\n\nd", sent.GetProperty("message").GetProperty("body").GetString());
        Assert.Equal(
            """[{"author":"user","body":"a"},{"author":"agent","body":"b"}]""",
            sent.GetProperty("conversation_metadata").GetProperty("history").GetRawText());
    }

    [Fact]
    public async Task What_Fin_replaces_begins_a_message_of_its_own_and_is_gone_from_the_whole()
    {
        FinScript Script() => _fake.FinStream("c-1").Chunks("Wrong", "Wrong answer", "Right", "Right!").Replied("Right!").Status("complete");
        Starts(Script());
        var updates = await _fin.GetStreamingResponseAsync("Hi").ToListAsync();
        var rewritten = updates.FindIndex(static update => update.AdditionalProperties?.ContainsKey(FinChatProperties.IsRewritten) == true);
        Assert.Equal("Right", updates[rewritten].Text);
        Assert.NotEqual(updates[rewritten - 1].MessageId, updates[rewritten].MessageId);
        Assert.Equal(updates[rewritten].MessageId, updates[rewritten + 1].MessageId);

        Starts(Script());
        var whole = await _fin.GetResponseAsync("Hi");
        Assert.Equal("Right!", whole.Text);
        Assert.Single(whole.Messages);
    }

    [Fact]
    public async Task An_escalation_and_a_survey_are_to_be_seen()
    {
        Starts(_fake.FinStream("c-1").Chunks("A person will help.").Replied("A person will help.").Status("escalated", "asked_for_human").Status("complete"));
        var escalated = await _fin.GetResponseAsync("Human!");
        Assert.Equal(FinChatProperties.Escalated, escalated.FinishReason);

        var withSurvey = PlainClient.Of(_fake.Options).AsFinChatClient(
            new FinChatUser("42"),
            new FinChatOptions { Stream = new FinStreamOptions { HttpClient = _fake.HttpClient, WaitForCsat = true }, NewConversationId = static () => "c-1" });
        Starts(_fake.FinStream("c-1").Chunks("Bye").Replied("Bye").Status("complete").CsatRequested());
        var updates = await withSurvey.GetStreamingResponseAsync("Bye").ToListAsync();
        Assert.Equal(5, Assert.IsType<JsonElement>(Property(updates, FinChatProperties.Csat)).GetProperty("options").GetArrayLength());
        Assert.Equal("complete", Property(updates, FinChatProperties.Status));
    }

    [Fact]
    public async Task What_Fin_cannot_do_is_refused_before_anything_is_sent()
    {
        var tool = AIFunctionFactory.Create(static () => "x", "tool");
        await Refuses("Tools", [new(ChatRole.User, "Hi")], new ChatOptions { Tools = [tool] });
        await Refuses("Instructions", [new(ChatRole.User, "Hi")], new ChatOptions { Instructions = "Be brief" });
        await Refuses("system messages", [new(ChatRole.System, "Be brief"), new(ChatRole.User, "Hi")], null);
        await Refuses("ResponseFormat", [new(ChatRole.User, "Hi")], new ChatOptions { ResponseFormat = ChatResponseFormat.Json });
        await Refuses("DataContent", [new(ChatRole.User, [new DataContent(new byte[1], "image/png")])], null);
        var invoking = _fin.AsBuilder().UseFunctionInvocation().Build();
        await Assert.ThrowsAsync<NotSupportedException>(() => invoking.GetResponseAsync("Hi", new ChatOptions { Tools = [tool] }));
        await Assert.ThrowsAsync<ArgumentException>(() => _fin.GetResponseAsync([]));
        Assert.Empty(_fake.Calls);
    }

    [Fact]
    public async Task It_works_under_logging_and_telemetry()
    {
        var spans = new List<Activity>();
        using var tracing = Sdk.CreateTracerProviderBuilder().AddSource("test").AddInMemoryExporter(spans).Build();
        using var logs = LoggerFactory.Create(static _ => { });
        var client = _fin.AsBuilder().UseLogging(logs).UseOpenTelemetry(logs, "test").Build();
        Starts(_fake.FinStream("c-1").Chunks("Yes").Replied("Yes").Status("complete"));
        Assert.Equal("Yes", (await client.GetResponseAsync("Hi")).Text);
        var span = Assert.Single(spans, static span => span.Source.Name == "test");
        Assert.Equal("intercom", span.GetTagItem("gen_ai.provider.name"));
        Assert.Equal("chat fin", span.DisplayName);
    }

    [Fact]
    public void It_tells_what_it_is()
    {
        var metadata = _fin.GetService<ChatClientMetadata>()!;
        Assert.Equal(("intercom", _fake.BaseAddress, "fin"), (metadata.ProviderName, metadata.ProviderUri, metadata.DefaultModelId));
        Assert.Same(_fin, _fin.GetService<FinChatClient>());
        Assert.NotNull(_fin.GetService<IntercomConnection>());
        Assert.Null(_fin.GetService<string>());
        Assert.Null(_fin.GetService(typeof(IChatClient), "key"));
        Assert.Throws<ArgumentNullException>(() => _fin.GetService(null!));
    }

    [Fact]
    public async Task A_token_ends_an_answer()
    {
        Starts(_fake.FinStream("c-1").Chunks("One").Hangs());
        using var source = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in _fin.GetStreamingResponseAsync("Hi", cancellationToken: source.Token))
                await source.CancelAsync();
        });
    }

    private static object? Property(IEnumerable<ChatResponseUpdate> updates, string name) =>
        updates.Select(update => update.AdditionalProperties?.GetValueOrDefault(name)).LastOrDefault(static value => value is not null);

    private void Starts(FinScript script) => _fake.On("POST /fin/start").Streams(script);

    private async Task Refuses(string what, IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var fault = await Assert.ThrowsAsync<NotSupportedException>(() => _fin.GetResponseAsync(messages, options));
        Assert.Contains(what, fault.Message, StringComparison.Ordinal);
    }
}
