using Intercom.Json;
using Xunit;

namespace Intercom.Runtime.Tests.Search;

public sealed class SearchQueryTests
{
    private static readonly DateTimeOffset NewYear = new(2026, 1, 1, 1, 0, 0, 250, TimeSpan.FromHours(1));
    private static string? Nothing => null;
    private static readonly TextField Role = new("role");
    private static readonly TimeRangeField CreatedAt = new("created_at");
    private static readonly NumberRangeField Sessions = new("session_count");
    private static readonly BooleanField Spam = new("marked_email_as_spam");
    private static readonly TagField Tag = new("tag_id");

    public static TheoryData<SearchQuery, string> Conditions() => new()
    {
        { Role == "user", """{"field":"role","operator":"=","value":"user"}""" },
        { Role != Nothing, """{"field":"role","operator":"!=","value":null}""" },
        { Role.In("user", "lead"), """{"field":"role","operator":"IN","value":["user","lead"]}""" },
        { Role.NotIn(), """{"field":"role","operator":"NIN","value":[]}""" },
        { Role.Contains("u"), """{"field":"role","operator":"~","value":"u"}""" },
        { Role.DoesNotContain("\"u"), """{"field":"role","operator":"!~","value":"\"u"}""" },
        { Role.StartsWith("u"), """{"field":"role","operator":"^","value":"u"}""" },
        { Role.EndsWith("r"), """{"field":"role","operator":"$","value":"r"}""" },
        { CreatedAt == NewYear, """{"field":"created_at","operator":"=","value":1767225600}""" },
        { CreatedAt != NewYear, """{"field":"created_at","operator":"!=","value":1767225600}""" },
        { CreatedAt > NewYear, """{"field":"created_at","operator":">","value":1767225600}""" },
        { CreatedAt < NewYear, """{"field":"created_at","operator":"<","value":1767225600}""" },
        { CreatedAt >= NewYear, """{"field":"created_at","operator":">=","value":1767225600}""" },
        { CreatedAt <= NewYear, """{"field":"created_at","operator":"<=","value":1767225600}""" },
        { Sessions == 3, """{"field":"session_count","operator":"=","value":3}""" },
        { Sessions != 3, """{"field":"session_count","operator":"!=","value":3}""" },
        { Sessions > 2.5, """{"field":"session_count","operator":">","value":2.5}""" },
        { Sessions < -1, """{"field":"session_count","operator":"<","value":-1}""" },
        { Sessions >= 3, """{"field":"session_count","operator":">=","value":3}""" },
        { Sessions <= 3, """{"field":"session_count","operator":"<=","value":3}""" },
        { Sessions.In(1, 2), """{"field":"session_count","operator":"IN","value":[1,2]}""" },
        { Sessions.NotIn(1), """{"field":"session_count","operator":"NIN","value":[1]}""" },
        { Spam == true, """{"field":"marked_email_as_spam","operator":"=","value":true}""" },
        { Spam != true, """{"field":"marked_email_as_spam","operator":"!=","value":true}""" },
        { Tag == "7", """{"field":"tag_id","operator":"=","value":"7"}""" },
        { Tag != "7", """{"field":"tag_id","operator":"!=","value":"7"}""" },
    };

    public static TheoryData<SearchValue, string> Values() => new()
    {
        { "text", "\"text\"" },
        { (string?)null, "null" },
        { default, "null" },
        { 9007199254740993, "9007199254740993" },
        { 0.5, "0.5" },
        { false, "false" },
        { NewYear, "1767225600" },
        { new DateOnly(2026, 1, 1), "1767225600" },
        { SearchValue.Of("a", 1, true), """["a",1,true]""" },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_condition_is_sent_with_the_operator_that_it_is_written_with(SearchQuery query, string json) => Assert.Equal(json, query.ToString());

    [Theory]
    [MemberData(nameof(Values))]
    public void A_field_of_any_name_is_compared_with_any_value(SearchValue value, string json) =>
        Assert.Equal($$"""{"field":"custom_attributes.plan","operator":"=","value":{{json}}}""", new SearchField("custom_attributes.plan").Is(value).ToString());

    [Fact]
    public void An_operator_that_is_new_can_be_sent() =>
        Assert.Equal("""{"field":"x","operator":"NEAR","value":"y"}""", new SearchField("x").Compare("NEAR", "y").ToString());

    [Fact]
    public void Conditions_are_joined_as_they_are_written()
    {
        const string a = """{"field":"role","operator":"=","value":"a"}""";
        const string b = """{"field":"role","operator":"=","value":"b"}""";
        const string c = """{"field":"role","operator":"=","value":"c"}""";

        Assert.Equal($$"""{"operator":"AND","value":[{{a}},{{b}},{{c}}]}""", (Role == "a" & Role == "b" & Role == "c").ToString());
        Assert.Equal($$"""{"operator":"OR","value":[{{a}},{"operator":"AND","value":[{{b}},{{c}}]}]}""", (Role == "a" | Role == "b" & Role == "c").ToString());
        Assert.Equal($$"""{"operator":"AND","value":[{"operator":"OR","value":[{{a}},{{b}}]},{{c}}]}""", ((Role == "a" | Role == "b") & Role == "c").ToString());
    }

    [Fact]
    public void A_list_of_conditions_is_joined_as_well()
    {
        Assert.Equal((Role == "a" & Role == "b").ToString(), SearchQuery.All(Role == "a", Role == "b").ToString());
        Assert.Equal((Role == "a" | Role == "b").ToString(), SearchQuery.Any(Role == "a", Role == "b").ToString());
        Assert.Equal((Role == "a").ToString(), SearchQuery.All(Role == "a").ToString());
    }

    [Fact]
    public void A_query_becomes_what_the_client_sends() =>
        Assert.Equal("""{"field":"role","operator":"=","value":"user"}""", IntercomJson.ToJson((Role == "user").To<IntercomValue>()));

    [Fact]
    public void What_can_be_no_query_is_refused_where_it_is_written()
    {
        Assert.Equal("queries", Assert.Throws<ArgumentException>(static () => SearchQuery.All()).ParamName);
        Assert.Equal("name", Assert.Throws<ArgumentException>(static () => new TextField("")).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(static () => Sessions > double.PositiveInfinity);
        Assert.Throws<ArgumentNullException>(static () => (TextField)null! == "a");
        Assert.Throws<ArgumentNullException>(static () => (Role == "a") & null!);
        Assert.Throws<ArgumentException>(static () => Role.Compare("", "a"));
    }

    [Fact]
    public void A_field_is_itself_as_any_object_is()
    {
        Assert.True(Role.Equals(Role));
        Assert.False(Role.Equals(new TextField("role")));
        Assert.Equal("role", Role.ToString());
    }
}
