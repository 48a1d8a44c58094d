using Intercom.Generator.Naming;
using Xunit;

namespace Intercom.Generator.Tests.Naming;

public sealed class WordTests
{
    [Theory]
    [InlineData("listContacts", "list|Contacts")]
    [InlineData("list_all_tags", "list|all|tags")]
    [InlineData("Data Events", "Data|Events")]
    [InlineData("RetrieveWhatsAppMessageStatus", "Retrieve|WhatsApp|Message|Status")]
    [InlineData("whatsapp", "whatsapp")]
    [InlineData("AIContent", "AI|Content")]
    [InlineData("job.state-changed", "job|state|changed")]
    [InlineData("v2Things", "v2|Things")]
    [InlineData("", "")]
    [InlineData("--", "")]
    public void A_name_is_taken_apart(string name, string words) => Assert.Equal(words, string.Join("|", Words.Split(name)));

    [Theory]
    [InlineData("contacts", "contact")]
    [InlineData("companies", "company")]
    [InlineData("addresses", "address")]
    [InlineData("boxes", "box")]
    [InlineData("branches", "branch")]
    [InlineData("news", "news")]
    [InlineData("hours", "hours")]
    [InlineData("status", "status")]
    [InlineData("address", "address")]
    [InlineData("analysis", "analysis")]
    [InlineData("us", "us")]
    public void A_word_in_the_singular(string word, string singular) => Assert.Equal(singular, Words.Singular(word));

    [Theory]
    [InlineData("AI Content", "AiContent")]
    [InlineData("whats_app_id", "WhatsAppId")]
    [InlineData("URL", "Url")]
    [InlineData("fin", "Fin")]
    public void Words_are_put_together(string name, string pascal) => Assert.Equal(pascal, Words.Pascal(name));

    [Theory]
    [InlineData("created_at", "CreatedAt")]
    [InlineData("2nd", "_2nd")]
    [InlineData("naïve", "NaVe")]
    [InlineData("", "Value")]
    [InlineData("\u202e", "Value")]
    [InlineData("class", "Class")]
    public void A_member_has_a_valid_name(string name, string identifier) => Assert.Equal(identifier, Identifier.Pascal(name));

    [Theory]
    [InlineData("event", "@event")]
    [InlineData("contact_id", "contactId")]
    [InlineData("Class", "@class")]
    [InlineData("3d", "_3d")]
    public void An_argument_has_a_valid_name(string name, string identifier) => Assert.Equal(identifier, Identifier.Camel(name));

    [Fact]
    public void A_long_name_is_cut() => Assert.InRange(Identifier.Pascal(new string('a', 10_000)).Length, 50, 200);

    [Fact]
    public void The_first_free_name_is_taken_ignoring_case()
    {
        var names = new UniqueNames(["reserved"]);
        Assert.Equal("A", names.Take("A", "B"));
        Assert.Equal("B", names.Take("a", "B"));
        Assert.Equal("B2", names.Take("A", "B"));
        Assert.Equal("b3", names.Take("A", "b"));
        Assert.Equal("Reserved2", names.Take("Reserved"));
        Assert.True(names.IsTaken("RESERVED"));
    }

    [Theory]
    [InlineData("/things/{id}", "thingId")]
    [InlineData("/things/{thing_id}", "thingId")]
    [InlineData("/side_conversations/{id}", "sideConversationId")]
    [InlineData("/{id}", "id")]
    public void A_path_parameter_is_called_after_what_it_identifies(string path, string name)
    {
        var (parameter, segment) = Assert.Single(Parsing.PathParameters.Of(path));
        Assert.Equal(name, Parsing.PathParameters.Name(parameter, segment));
    }
}
