using System.Text.Json;
using Intercom.Json;
using Intercom.Models;

namespace Intercom.Client.Tests;

/// <summary>What a caller assigns is what is sent.</summary>
public sealed class RequestSemantics : IDisposable
{
    private readonly RecordingHandler _handler = new("{}");

    private IntercomClient Client => new(_handler.Options());

    private string? Body => Assert.Single(_handler.Sent).Body;

    public void Dispose() => _handler.Dispose();

    [Fact]
    public async Task What_is_assigned_is_sent_and_nothing_else()
    {
        await Client.Contacts.UpdateAsync("1", new UpdateContactRequest { Name = "Ada", EmailVerified = false });
        AssertJson("""{"name":"Ada","email_verified":false}""", Body);
    }

    [Fact]
    public async Task An_assigned_null_is_sent_as_null()
    {
        await Client.Contacts.UpdateAsync("1", new UpdateContactRequest { Name = null, SignedUpAt = null, CustomAttributes = null });
        AssertJson("""{"name":null,"signed_up_at":null,"custom_attributes":null}""", Body);
    }

    [Fact]
    public async Task Nothing_assigned_is_an_empty_object()
    {
        await Client.Contacts.UpdateAsync("1", new UpdateContactRequest());
        AssertJson("{}", Body);
    }

    [Fact]
    public async Task A_copy_remembers_what_was_assigned()
    {
        var request = new UpdateContactRequest { Name = null };
        await Client.Contacts.UpdateAsync("1", request with { Phone = "+44" });
        AssertJson("""{"phone":"+44","name":null}""", Body);
    }

    [Fact]
    public void Equality_tells_an_assigned_null_from_nothing_assigned()
    {
        Assert.NotEqual(new UpdateContactRequest(), new UpdateContactRequest { Name = null });
        Assert.Equal(new UpdateContactRequest { Name = null }, new UpdateContactRequest { Name = null });
        Assert.Equal(new UpdateContactRequest { Name = "a" }.GetHashCode(), new UpdateContactRequest { Name = "a" }.GetHashCode());
    }

    [Fact]
    public async Task Properties_that_the_document_lacks_are_sent_by_name()
    {
        await Client.Contacts.UpdateAsync("1", new UpdateContactRequest { AdditionalProperties = new() { ["locale"] = "en", ["plan"] = "pro", ["count"] = 3 } });
        AssertJson("""{"locale":"en","plan":"pro","count":3}""", Body);
    }

    [Fact]
    public async Task A_declared_property_that_is_set_by_name_is_sent_once_and_as_set()
    {
        await Client.Contacts.UpdateAsync("1", new UpdateContactRequest { Name = "typed", AdditionalProperties = new() { ["name"] = 5 } });
        Assert.Equal("""{"name":5}""", Body);
    }

    [Fact]
    public void A_value_assigned_over_one_that_did_not_fit_takes_its_place()
    {
        var read = IntercomJson.Parse<Contact>("""{"avatar":"text","name":"Ada"}""");
        Assert.Equal("""{"name":"Ada","avatar":"text"}""", IntercomJson.ToJson(read));
        Assert.Equal("""{"name":"Ada","avatar":{"type":"avatar"}}""", IntercomJson.ToJson(read with { Avatar = new Avatar { Type = "avatar" } }));
    }

    [Fact]
    public async Task A_constant_is_written_by_itself()
    {
        await Client.Conversations.ManageAsync("1", new CloseConversationRequest { AdminId = "12" });
        AssertJson("""{"message_type":"close","type":"admin","admin_id":"12"}""", Body);
    }

    [Fact]
    public async Task A_body_that_is_a_union_takes_each_of_its_cases()
    {
        await Client.Conversations.ManageAsync("1", new AssignConversationRequest { AdminId = "12", AssigneeId = "5", Type = AssigneeType.Admin });
        AssertJson("""{"message_type":"assignment","type":"admin","admin_id":"12","assignee_id":"5"}""", Body);
        await Client.Conversations.ManageAsync("1", new ManageConversationRequest(JsonElement.Parse("""{"message_type":"new"}""")));
        AssertJson("""{"message_type":"new"}""", _handler.Sent[1].Body);
    }

    [Fact]
    public async Task What_is_done_most_often_is_found_by_its_name()
    {
        await Client.Conversations.CloseAsync("1", "12");
        await Client.Conversations.CloseAsync("1", new CloseConversationRequest { AdminId = "12", Body = "Done" });
        await Client.Conversations.SnoozeAsync("1", "12", DateTimeOffset.FromUnixTimeSeconds(1714557600));
        await Client.Conversations.OpenAsync("1", "12");
        await Client.Conversations.AssignAsync("1", "12", "5", AssigneeType.Team);
        await Client.Contacts.AttachTagAsync("1", "7");
        await Client.Conversations.AttachTagAsync("1", "7", "12");
        await Client.Tags.CreateOrUpdateAsync("vip");
        string[] expected =
        [
            """{"message_type":"close","type":"admin","admin_id":"12"}""",
            """{"message_type":"close","type":"admin","admin_id":"12","body":"Done"}""",
            """{"message_type":"snoozed","admin_id":"12","snoozed_until":1714557600}""",
            """{"message_type":"open","admin_id":"12"}""",
            """{"message_type":"assignment","type":"team","admin_id":"12","assignee_id":"5"}""",
            """{"id":"7"}""",
            """{"id":"7","admin_id":"12"}""",
            """{"name":"vip"}""",
        ];
        Assert.Equal(expected.Length, _handler.Sent.Count);
        for (var i = 0; i < expected.Length; i++)
            AssertJson(expected[i], _handler.Sent[i].Body);
    }

    [Fact]
    public async Task Whoever_replaces_a_method_has_replaced_its_shortcuts() =>
        Assert.Equal("1 CloseConversationRequest", (await new Doubled().CloseAsync("1", "12")).Id);

    private sealed class Doubled : ConversationsClient
    {
        public override Task<Conversation> ManageAsync(
            string conversationId, ManageConversationRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new Conversation { Id = $"{conversationId} {request.Value!.GetType().Name}" });
    }

    [Fact]
    public async Task A_search_is_written_as_one_would_say_it()
    {
        var since = DateTimeOffset.FromUnixTimeSeconds(1714557600);
        _ = await Client.Contacts.SearchAsync(ContactFields.Role == "user" & ContactFields.LastSeenAt >= since);
        AssertJson(
            """
            {"query":{"operator":"AND","value":[{"field":"role","operator":"=","value":"user"},{"field":"last_seen_at","operator":">=","value":1714557600}]}}
            """,
            Body);
    }

    [Fact]
    public async Task A_search_takes_one_filter_as_its_query()
    {
        _ = await Client.Conversations.SearchAsync(new SearchRequest { Query = new FieldFilter { Field = "id", Operator = "=", Value = "7" } });
        AssertJson("""{"query":{"field":"id","operator":"=","value":"7"}}""", Body);
    }

    [Fact]
    public async Task Three_deletes_carry_a_body()
    {
        await Client.Conversations.DetachTagAsync("1", "2", new DetachTagFromConversationRequest { AdminId = "3" });
        await Client.Tickets.DetachTagAsync("1", "2", new DetachTagFromTicketRequest { AdminId = "3" });
        await Client.Conversations.DetachContactAsync("1", "2", new DetachContactFromConversationRequest { AdminId = "3" });
        Assert.Equal(["/conversations/1/tags/2", "/tickets/1/tags/2", "/conversations/1/customers/2"], _handler.Sent.Select(static s => s.Path));
        Assert.All(_handler.Sent, static sent =>
        {
            Assert.Equal("DELETE", sent.Verb);
            Assert.Equal("""{"admin_id":"3"}""", sent.Body);
        });
        var withBody = ClientSurface.Ours.Methods.Where(static m => m.Operation.StartsWith("DELETE", StringComparison.Ordinal) && m.RequestType is not null);
        Assert.Equal(3, withBody.Count());
    }

    [Fact]
    public async Task An_upload_is_sent_in_parts()
    {
        await Client.EcommerceConnectors.UploadCatalogAsync("9", new UploadEcommerceCatalogRequest
        {
            Catalog = new IntercomFile("catalog.json", "[1]"u8.ToArray(), "application/json"),
            IsFinal = false,
            PartNumber = 2,
        });
        Assert.StartsWith("multipart/form-data; boundary=", Assert.Single(_handler.Sent).ContentType);
        Assert.Contains("name=\"catalog\"; filename=\"catalog.json\"", Body);
        Assert.Contains("Content-Type: application/json", Body);
        Assert.Contains("name=\"finalize\"\r\n\r\nfalse", Body);
        Assert.Contains("name=\"part_number\"\r\n\r\n2", Body);
        Assert.DoesNotContain("import_job_id", Body);
    }

    [Fact]
    public async Task The_filter_of_the_events_is_sent_as_the_one_property_that_it_has()
    {
        await Client.DataEvents.GetSummaryAsync("user", new ListDataEventsQuery { Email = "ada+1@example.com" });
        Assert.Equal("?type=user&email=ada%2B1%40example.com&summary=true", Assert.Single(_handler.Sent).Address.Query);
    }

    [Fact]
    public async Task A_list_in_the_query_is_joined_by_commas()
    {
        _ = await Client.Content.SearchAsync(new SearchContentQuery { States = [ContentState.Published, ContentState.Draft], Locales = ["en", "pt-BR"], TagIds = ["1", "2"], FolderIds = [] });
        Assert.Equal("?states=published,draft&locales=en,pt-BR&tag_ids=1,2", Assert.Single(_handler.Sent).Address.Query);
    }

    [Fact]
    public async Task An_identifier_that_one_call_returns_is_what_the_next_one_takes()
    {
        var folder = IntercomJson.Parse<Folder>("""{"id":3001,"parent_folder_id":12}""");
        await Client.Articles.CreateAsync(new CreateArticleRequest { Title = "Fees", AuthorId = "991", FolderId = folder.Id, AudienceIds = [folder.ParentFolderId!] });
        AssertJson("""{"title":"Fees","author_id":991,"folder_id":3001,"audience_ids":[12]}""", Body);
        Assert.Equal("""{"id":3001,"parent_folder_id":12}""", IntercomJson.ToJson(folder));
    }

    [Fact]
    public async Task Times_are_sent_as_unix_seconds()
    {
        await Client.Contacts.CreateAsync(new CreateContactRequest { SignedUpAt = new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.FromHours(2)) });
        AssertJson("""{"signed_up_at":1714557600}""", Body);
    }

    private static void AssertJson(string expected, string? actual)
    {
        Assert.NotNull(actual);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), JsonElement.Parse(actual)), $"expected {expected}\nfound    {actual}");
    }
}
