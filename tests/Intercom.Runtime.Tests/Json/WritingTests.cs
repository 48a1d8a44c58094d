using System.Text;
using Intercom.Json;
using Xunit;

namespace Intercom.Runtime.Tests.Json;

public sealed class WritingTests
{
    [Fact]
    public void What_was_assigned_is_written_nulls_included_and_nothing_else()
    {
        Assert.Equal("{}", IntercomJson.ToJson(new Person()));
        Assert.Equal("""{"id":null,"age":0,"tags":null}""", IntercomJson.ToJson(new Person { Tags = null, Age = 0, Id = null }));
    }

    [Fact]
    public void A_property_that_the_type_lacks_can_be_sent() =>
        Assert.Equal("""{"id":"1","locale":"en","n":null}""", IntercomJson.ToJson(new Person { Id = "1", AdditionalProperties = new() { ["locale"] = "en", ["n"] = (string?)null } }));

    [Fact]
    public void Text_is_escaped_as_json_needs_and_no_more() =>
        Assert.Equal("{\"id\":\"<é+'\\\"\\\\\\n&>\"}", IntercomJson.ToJson(new Person { Id = "<é+'\"\\\n&>" }));

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(127)]
    public void An_assignment_is_noted_up_to_index_127(int index)
    {
        var sent = default(JsonSent);
        sent.Add(index);
        Assert.True(sent.Contains(index));
        Assert.Equal([index], Enumerable.Range(0, 200).Where(sent.Contains));
    }

    [Fact]
    public void From_index_128_on_no_assignment_is_noted()
    {
        var sent = default(JsonSent);
        sent.Add(128);
        sent.Add(5000);
        Assert.DoesNotContain(Enumerable.Range(0, 6000), sent.Contains);
    }

    [Fact]
    public void Names_are_found_by_their_bytes()
    {
        var names = new JsonNames("id\0name\0naïve\0last_name"u8, "1:title"u8);
        Assert.Equal(4, names.Count);
        Assert.Equal([0, 1, 2, 3, 1], "id name naïve last_name title".Split(' ').Select(name => names.Find(Encoding.UTF8.GetBytes(name))!.Index));
        Assert.Null(names.Find("Name"u8));
        Assert.Null(names.Find(""u8));
        Assert.True(names.Find("title"u8)!.IsAlias);
    }

    [Fact]
    public void A_table_of_no_names_finds_none()
    {
        var names = new JsonNames(""u8);
        Assert.Null(names.Find("id"u8));
        Assert.False(names.Start.Follower.StandsIn("\"id\":1"u8, 0, out _));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("abcde")]
    [InlineData("abcdef")]
    [InlineData("exactly_thirteen_and_more")]
    [InlineData("naïve")]
    public void A_name_stands_where_all_of_it_does(string name)
    {
        var declared = new JsonNames(Encoding.UTF8.GetBytes(name)).Start.Follower;
        var text = Encoding.UTF8.GetBytes($"{{\"{name}\":1}}");
        Assert.True(declared.StandsIn(text, 1, out var length));
        Assert.Equal(Encoding.UTF8.GetByteCount(name) + 3, length);
        Assert.False(declared.StandsIn(text.AsSpan(0, length), 1, out _));
        for (var i = 1; i <= length; i++)
        {
            var changed = text.ToArray();
            changed[i] ^= 1;
            Assert.False(declared.StandsIn(changed, 1, out _));
        }
    }

    [Theory]
    [InlineData("""{"friends":[{"id":"1"},{"best":{"tags":["a",7]}}]}""", "$.friends[1].best.tags[1]")]
    [InlineData("""{"scores":{"a b":"x"}}""", "$.scores['a b']")]
    [InlineData("""{"new":[[{}]],"friends":[{"new":{"id":3},"age":"4"}]}""", "$.friends[0].age")]
    [InlineData("""{"id":{}}""", "$.id")]
    public void A_deviation_names_its_place(string json, string path)
    {
        var body = Encoding.UTF8.GetBytes(json);
        var deviations = new JsonDeviations("GET /x", body);
        IntercomJson.Parse<Person>(body, deviations);
        Assert.Contains(path, deviations.All().Select(static deviation => deviation.Path));
    }

    [Fact]
    public void Two_values_that_write_the_same_are_the_same()
    {
        var one = IntercomJson.Parse<Person>("""{"id":"1","tags":["a"],"new":2}""");
        var other = IntercomJson.Parse<Person>("""{ "tags":["a"], "id":"1", "new":2 }""");
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, other with { Id = "2" });
        Assert.False(one.Equals(null));
    }

    [Fact]
    public void Printing_gives_json() => Assert.Equal("""Person { "id":"1" }""", new Person { Id = "1" }.ToString());
}
