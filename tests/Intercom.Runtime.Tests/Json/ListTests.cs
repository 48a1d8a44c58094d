using System.Text;
using Intercom.Json;
using Xunit;

namespace Intercom.Runtime.Tests.Json;

public sealed class ListTests
{
    private static (Person Person, IReadOnlyList<JsonDeviation> Deviations) Read(string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        var deviations = new JsonDeviations("GET /x", body);
        return (IntercomJson.Parse<Person>(body, deviations), [.. deviations.All()]);
    }

    [Fact]
    public void A_null_item_is_left_out_and_kept_raw()
    {
        const string Json = """{"tags":["a",null,"b"]}""";
        var (person, deviations) = Read(Json);
        Assert.Equal(["a", "b"], person.Tags);
        Assert.Equal([new JsonDeviation("GET /x", "$.tags[1]", "item", "null")], deviations);
        Assert.Equal(Json, IntercomJson.ToJson(person));
    }

    [Theory]
    [InlineData("""{"friends":[null,{"id":"1"},"x",[{}],7]}""", 4)]
    [InlineData("""{"friends":[null]}""", 1)]
    public void Items_of_another_shape_are_left_out_and_written_back(string json, int expected)
    {
        var (person, deviations) = Read(json);
        Assert.Equal(expected, deviations.Count);
        Assert.All(person.Friends!, static friend => Assert.Equal("1", friend.Id));
        Assert.Equal(json, IntercomJson.ToJson(person));
    }

    [Fact]
    public void A_list_that_was_changed_is_written_as_it_is_now()
    {
        var (person, _) = Read("""{"tags":["a",null]}""");
        Assert.Equal("""{"tags":["a","c"]}""", IntercomJson.ToJson(person with { Tags = ["a", "c"] }));
    }

    [Fact]
    public void A_misfit_inside_an_item_stays_in_the_item()
    {
        const string Json = """{"friends":[{"id":"1","age":"x"},{"id":"2"}]}""";
        var (person, deviations) = Read(Json);
        Assert.Equal(2, person.Friends!.Count);
        Assert.True(person.Friends[0].AdditionalProperties!.ContainsKey("age"));
        Assert.Equal("$.friends[0].age", Assert.Single(deviations).Path);
        Assert.Equal(Json, IntercomJson.ToJson(person));
    }

    [Fact]
    public void A_misfit_in_the_last_property_of_an_item_does_not_reach_the_list()
    {
        const string Json = """{"friends":[{"best":7}],"id":"1"}""";
        var (person, deviations) = Read(Json);
        Assert.Single(person.Friends!);
        Assert.Null(person.AdditionalProperties);
        Assert.Single(deviations);
        Assert.Equal("""{"id":"1","friends":[{"best":7}]}""", IntercomJson.ToJson(person));
    }

    [Fact]
    public void A_map_leaves_out_what_is_of_another_shape_and_writes_it_back()
    {
        const string Json = """{"scores":{"a":1,"b":null,"c":"x","d":"4"}}""";
        var (person, deviations) = Read(Json);
        Assert.Equal(new Dictionary<string, long> { ["a"] = 1, ["d"] = 4 }, person.Scores);
        Assert.Equal(["$.scores.b", "$.scores.c", "$.scores.d"], deviations.Select(static deviation => deviation.Path));
        Assert.Equal(Json, IntercomJson.ToJson(person));
    }

    [Fact]
    public void Items_that_are_declared_nullable_keep_their_places()
    {
        var texts = new JsonCursor("""["a",null,7,null]"""u8).List<string?, JsonOrNull<string, JsonText>>();
        var numbers = new JsonCursor("""[null,1,"x",2]"""u8).List<long?, JsonValueOrNull<long, JsonInteger>>();
        var people = new JsonCursor("""[null,{"id":"1"}]"""u8).List<Person?, JsonOrNull<Person, JsonItem<Person>>>();
        var scores = new JsonCursor("""{"a":null,"b":1}"""u8).Map<long?, JsonValueOrNull<long, JsonInteger>>();
        Assert.Equal(["a", null, "7", null], texts);
        Assert.Equal([null, 1L, 2L], numbers);
        Assert.Equal([null, "1"], people!.Select(static person => person?.Id));
        Assert.Equal((null, 1L), (scores!["a"], scores["b"]));
    }

    [Fact]
    public void Items_that_are_declared_nullable_are_written_with_their_nulls()
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using var writer = new System.Text.Json.Utf8JsonWriter(buffer, new() { SkipValidation = true });
        new JsonOutput(writer).List<string?, JsonOrNull<string, JsonText>>(["a", null]);
        new JsonOutput(writer).List<long?, JsonValueOrNull<long, JsonInteger>>([null, 1]);
        writer.Flush();
        Assert.Equal("""["a",null],[null,1]""", Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    [Fact]
    public void An_empty_list_is_no_null()
    {
        Assert.Empty(Read("""{"tags":[]}""").Person.Tags!);
        Assert.Null(Read("""{"tags":null}""").Person.Tags);
        Assert.Null(Read("{}").Person.Tags);
    }
}
