using Intercom.Generator.Tests.Harness;
using Xunit;

namespace Intercom.Generator.Tests.Constructs;

/// <summary>An answer that gives the address of a stream of events.</summary>
public sealed class Streams
{
    private const string Event =
        """
        event: { x-intercom-stream: stream_url, oneOf: [ { $ref: '#/components/schemas/said' }, { $ref: '#/components/schemas/done' } ] }
        said: { type: object, properties: { text: { type: string } } }
        done: { type: object, properties: { at: { type: integer } } }
        """;

    [Theory]
    [InlineData("{ type: string }")]
    [InlineData("{ type: string, format: uri }")]
    [InlineData("{ type: string, format: password }")]
    public void A_method_gives_the_events_as_well(string address) => Asked(address)
        .Emits("public virtual IAsyncEnumerable<FinStreamEvent<Event>> AskStreamingAsync(FinStreamOptions? stream = null, "
            + "RequestOptions? options = null, CancellationToken cancellationToken = default) =>");

    [Theory]
    [InlineData("{}")]
    [InlineData("{ type: integer }")]
    [InlineData("{ type: boolean }")]
    [InlineData("{ type: string, format: date-time }")]
    [InlineData("{ type: string, format: byte }")]
    [InlineData("{ type: string, enum: [ a, b ] }")]
    [InlineData("{ type: array, items: { type: string } }")]
    [InlineData("{ type: object, properties: { url: { type: string } } }")]
    [InlineData("{ type: object, additionalProperties: { type: string } }")]
    [InlineData("{ oneOf: [ { type: string }, { type: integer } ] }")]
    public void An_address_that_is_no_text_leads_nowhere_and_is_said(string address)
    {
        var generation = Asked(address).Omits("AskStreamingAsync");
        var said = generation.Single("IC1006").GetMessage(null);
        Assert.Contains("an event stream whose address 'stream_url' is no text", said, StringComparison.Ordinal);
    }

    private static Generation Asked(string address) => Generation.Of(SpecInput.Paths(
        "/things: { post: { x-intercom-name: Things.Ask, responses: { '200': { description: Done, "
            + $"content: {{ application/json: {{ schema: {{ type: object, properties: {{ stream_url: {address} }} }} }} }} }} }} }} }}",
        Event)).Compiles();
}
