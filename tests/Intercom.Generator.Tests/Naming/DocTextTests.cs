using Intercom.Generator.Emit;
using Intercom.Generator.Naming;
using Intercom.Generator.SafeText;
using Xunit;

namespace Intercom.Generator.Tests.Naming;

public sealed class DocTextTests
{
    [Theory]
    [InlineData("A contact", "A contact.", "")]
    [InlineData("A contact. It has a name.", "A contact.", "It has a name.")]
    [InlineData("Many, e.g. This one.", "Many, e.g. This one.", "")]
    [InlineData("Version 2.14 of it", "Version 2.14 of it.", "")]
    [InlineData("What is it? Nobody knows", "What is it?", "Nobody knows")]
    [InlineData("One of:", "One of.", "")]
    public void The_first_sentence_is_the_summary(string text, string summary, string remarks)
    {
        var doc = DocText.Of(text);
        Assert.Equal((summary, remarks), (doc.Summary, doc.Remarks));
    }

    [Theory]
    [InlineData("See [the guide](https://example.com/a_b).", "See the guide.")]
    [InlineData("**Bold** and `code`", "Bold and code")]
    [InlineData("{% admonition type=\"warning\" %}\nCareful\n{% /admonition %}", "Careful")]
    [InlineData("a<br/>b <b>c</b>", "a b c")]
    [InlineData("1 < 2 &amp;&lt; 3", "1 < 2 &< 3")]
    [InlineData("# Title\n- one\n- two", "Title one two")]
    [InlineData("before\n```\ncode\n```\nafter", "before after")]
    [InlineData("before\n| a | b |\n|---|---|\nafter", "before after")]
    [InlineData("a\u2028#error b\u202e c\0", "a #error b c")]
    [InlineData(null, "")]
    [InlineData(" \n ", "")]
    public void Markup_is_taken_off(string? text, string clean) => Assert.Equal(clean, DocText.Clean(text));

    [Fact]
    public void Half_a_character_is_taken_out() => Assert.Equal("lone surrogate \U0001F600", DocText.Clean("lone " + '\ud800' + " surrogate \U0001F600"));

    [Fact]
    public void Remarks_end_at_a_sentence()
    {
        var remarks = DocText.Of("One. " + string.Concat(Enumerable.Repeat("Twelve words are more than enough to make a sentence of some length. ", 20))).Remarks;
        Assert.InRange(remarks.Length, 300, 600);
        Assert.EndsWith("length.", remarks, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_text_the_name_speaks() => Assert.Equal("The created at.", DocText.Of(null, "").Or("created_at").Summary);

    [Theory]
    [InlineData("When it was made, in unix seconds.", "When it was made.")]
    [InlineData("When it was made, in UTC unix seconds.", "When it was made.")]
    [InlineData("The time in unix seconds.", "The time.")]
    [InlineData("The time it was made as a UTC Unix timestamp. If not given, now.", "The time it was made. If not given, now.")]
    [InlineData("Unix timestamp to filter by", "The time to filter by.")]
    [InlineData("The start. It must be formatted as a UNIX timestamp.", "The start.")]
    [InlineData("Either a number or text, either as ISO 8601 text or in unix seconds.", "Either a number or text.")]
    public void Of_a_time_nothing_is_said_that_the_type_takes_care_of(string text, string clean)
    {
        var doc = DocText.Of(text).WithoutUnits();
        Assert.Equal(clean, string.Join(" ", new[] { doc.Summary, doc.Remarks }.Where(static part => part.Length > 0)));
    }

    [Theory]
    [InlineData("OpenConversationRequest", "an OpenConversationRequest")]
    [InlineData("Contact", "a Contact")]
    [InlineData("UserRequest", "a UserRequest")]
    [InlineData("UpdateRequest", "an UpdateRequest")]
    [InlineData("IReadOnlyList<string>", "an IReadOnlyList<string>")]
    [InlineData("", "a ")]
    public void An_article_goes_with_its_name(string name, string named) => Assert.Equal(named, Article.Before(name));
}
