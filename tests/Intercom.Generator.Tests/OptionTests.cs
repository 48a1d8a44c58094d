using Intercom.Generator.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Generator.Tests;

/// <summary>What an <c>IntercomSpec</c> item can ask for.</summary>
public sealed class OptionTests(ITestOutputHelper output)
{
    private static readonly SpecInput Input = SpecInput.Paths(
        """
        /contacts/{id}: { get: { tags: [Contacts], operationId: getContact, responses: { '200': { description: It, content: { application/json: { schema: { $ref: '#/components/schemas/contact' } } } } } } }
        /contacts: { post: { tags: [Contacts], operationId: createContact, requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/new_contact' } } } }, responses: { '204': { description: Done } } } }
        /tags: { get: { tags: [Tags], operationId: getTag, responses: { '200': { description: It, content: { application/json: { schema: { $ref: '#/components/schemas/tag' } } } } } } }
        """,
        """
        contact: { type: object, properties: { tag: { $ref: '#/components/schemas/tag' }, state: { type: string, enum: [open, closed] } } }
        new_contact: { type: object, properties: { email: { type: string } } }
        tag: { type: object, properties: { label: { type: string } } }
        alone: { type: object, properties: { name: { type: string } } }
        """).Overlay(
        """
        overlay: 1.0.0
        info: { title: Test, version: '1' }
        actions:
          - target: $
            update:
              webhooks:
                contact.created: { post: { tags: [Contacts], requestBody: { content: { application/json: { schema: { properties: { data: { properties: { item: { $ref: '#/components/schemas/contact' } } } } } } } } } }
                tag.created: { post: { tags: [Tags], requestBody: { content: { application/json: { schema: { properties: { data: { properties: { item: { $ref: '#/components/schemas/tag' } } } } } } } } } }
        """);

    [Fact]
    public void Without_tags_everything_is_there() => AssertTypes(Input, "Alone", "Contact", "ContactState", "ContactsClient", "IntercomClient", "NewContact", "Tag", "TagsClient", "WebhookTopics");

    [Fact]
    public void Tags_leave_their_operations_and_topics_and_the_types_that_these_reach()
    {
        var generation = AssertTypes(Input.Option("IntercomTags", "Tags"), "IntercomClient", "Tag", "TagsClient", "WebhookTopics");
        generation.Emits("public static WebhookTopic<Tag> TagCreated => new(\"tag.created\");").Omits("ContactCreated");
    }

    [Fact]
    public void Operations_leave_the_types_that_they_reach() =>
        AssertTypes(Input.Option("IntercomOperations", "get /contacts/{contact_id}"), "Contact", "ContactState", "ContactsClient", "IntercomClient", "Tag").Omits("CreateAsync");

    [Fact]
    public void Tags_and_operations_add_up() =>
        AssertTypes(Input.Option("IntercomTags", "tags").Option("IntercomOperations", "POST /contacts"), "ContactsClient", "IntercomClient", "NewContact", "Tag", "TagsClient", "WebhookTopics");

    [Theory]
    [InlineData("Orders")]
    [InlineData("orders")]
    [InlineData("Line Items; A; B #1 | C %")]
    [InlineData("LineItems;A;B #1 | C %")]
    public void A_tag_is_what_the_document_or_the_client_calls_so(string tags)
    {
        var input = SpecInput.Paths(
            """
            /orders: { get: { tags: ['A; B #1 | C %', Line items], operationId: getOrder, responses: { '204': { description: Done } } } }
            /orders/{id}: { get: { tags: [Line items], operationId: readOrder, responses: { '204': { description: Done } } } }
            /others: { get: { tags: [Others], operationId: getOther, responses: { '204': { description: Done } } } }
            """).Overlay("overlay: 1.0.0\ninfo: { title: Test, version: '1' }\nactions: [ { target: \"$.paths.*.get\", update: { x-intercom-name: Orders.Fetch } },"
                + "{ target: \"$.paths['/others'].get\", update: { x-intercom-name: Others.Fetch } }, { target: \"$.paths['/orders/{id}'].get\", update: { x-intercom-name: Orders.Read } } ]");
        var generation = Generation.Of(input.Option("IntercomTags", tags)).Compiles();
        generation.Emits("public virtual OrdersClient Orders => _orders ??= new(Connection);").Omits("OthersClient");
        Assert.Contains("FetchAsync", generation.Text, StringComparison.Ordinal);
        Assert.Contains("ReadAsync", generation.Text, StringComparison.Ordinal);
        Assert.Empty(generation.Run.Diagnostics);
    }

    [Fact]
    public void What_is_left_is_as_it_is_in_the_whole_client()
    {
        var whole = Generation.Of(WholeDocument.Input(WholeDocument.Ours, hasOverlay: true)).Files;
        var part = Generation.Of(WholeDocument.Input(WholeDocument.Ours, hasOverlay: true).Option("IntercomTags", "Fin Agent;Procedures;Contacts")).Compiles().Files;
        var lines = whole.Values.SelectMany(static text => text.Split('\n')).ToHashSet(StringComparer.Ordinal);
        Assert.All(part.Values.SelectMany(static text => text.Split('\n')), line => Assert.Contains(line, lines));
        Assert.True(part.Count < whole.Count);
    }

    [Theory]
    [InlineData("Fin Agent;Procedures")]
    [InlineData("Contacts")]
    [InlineData("Conversations")]
    [InlineData("Webhooks")]
    public void A_part_of_our_document_compiles(string tags)
    {
        var whole = WholeDocument.Generate(WholeDocument.Ours, hasOverlay: true);
        var part = Generation.Of(WholeDocument.Input(WholeDocument.Ours, hasOverlay: true).Option("IntercomTags", tags)).Compiles();
        output.WriteLine($"{tags}: {Size(part)}; everything: {Size(whole)}");
        Assert.InRange(part.Text.Length, 1, whole.Text.Length * 3 / 4);

        static string Size(Generation generation) =>
            $"{CompiledApi.Lines(generation.Compilation).Count(static line => line[0] != ' ')} types, {generation.Files.Count} files, {generation.Text.Count(static c => c == '\n')} lines, {generation.Text.Length / 1000} kB";
    }

    [Theory]
    [InlineData("IntercomAccessibility", "Internal", "internal partial class IntercomClient")]
    [InlineData("IntercomNamespace", "Acme.Intercom", "namespace Acme.Intercom;")]
    [InlineData("IntercomClientName", "Support", "public partial class Support : IIntercomClient<Support>")]
    [InlineData("IntercomClientName", "Support", "public Support(string token) : this(IntercomClientOptions.FromToken(token)) { }")]
    public void The_client_is_called_as_the_project_says(string option, string value, string line) => Assert.Contains(line, Generation.Of(Input.Option(option, value)).Compiles().Text, StringComparison.Ordinal);

    [Fact]
    public void The_bundled_overlay_can_be_switched_off()
    {
        var input = Input.Bundled("overlay: 1.0.0\ninfo: { title: Test, version: '1' }\nactions: [ { target: \"$.paths['/tags'].get\", update: { x-intercom-name: Tags.Fetch } } ]");
        Generation.Of(input).Emits("public virtual Task<Tag> FetchAsync(RequestOptions? options = null, CancellationToken cancellationToken = default) =>");
        Generation.Of(input.Option("IntercomBundledOverlay", "False")).Omits("FetchAsync");
    }

    private static Generation AssertTypes(SpecInput input, params string[] types)
    {
        var generation = Generation.Of(input).Compiles();
        Assert.Empty(generation.Run.Diagnostics);
        Assert.Equal(types, CompiledApi.Lines(generation.Compilation).Where(static line => line[0] != ' ').Select(static line => line.Split('.', ' ')[^1]).Order(StringComparer.Ordinal));
        return generation;
    }
}
