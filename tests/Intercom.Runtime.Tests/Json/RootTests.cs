using System.Text;
using System.Text.Json;
using Intercom.Json;
using Xunit;

namespace Intercom.Runtime.Tests.Json;

/// <summary>A body that is an array where an object is declared, and the other way round.</summary>
public sealed class RootTests
{
    [Fact]
    public void An_array_is_read_into_the_one_list_that_the_type_declares()
    {
        var body = """ [{"id":"1"},{"id":"2"}] """u8.ToArray();
        var deviations = new JsonDeviations("GET /x", body);
        Assert.Equal(["1", "2"], IntercomJson.Parse<Crowd>(body, deviations).People!.Select(static person => person.Id));
        Assert.Equal([new JsonDeviation("GET /x", "$", "object", "array")], deviations.All());
    }

    [Fact]
    public void An_array_that_no_property_takes_is_kept_under_the_name_of_the_whole_body()
    {
        var person = IntercomJson.Parse<Person>("""[1,{"id":"2"}]""");
        Assert.Null(person.Tags);
        Assert.Null(person.Friends);
        Assert.Equal("""[1,{"id":"2"}]""", person.AdditionalProperties!["$"].ToString());
        Assert.Equal(person, IntercomJson.Parse<Person>(IntercomJson.ToJson(person)));
    }

    [Fact]
    public void An_empty_array_is_an_empty_list() => Assert.Empty(IntercomJson.Parse<Crowd>("[]").People!);

    [Theory]
    [InlineData("[1,]")]
    [InlineData("[] []")]
    [InlineData("[")]
    public void An_array_is_json_too(string json) => Assert.ThrowsAny<JsonException>(() => IntercomJson.Parse<Crowd>(json));

    [Theory]
    [InlineData("""{"type":"list","data":[{"id":"1"},{"id":"2"}],"total":2}""", 2)]
    [InlineData("""{"id":"1","tags":["a"]}""", 1)]
    [InlineData("""[{"id":"1"}]""", 1)]
    public void An_object_is_read_as_the_list_that_it_holds_or_as_its_one_item(string json, int count)
    {
        var body = Encoding.UTF8.GetBytes(json);
        var deviations = new JsonDeviations("GET /x", body);
        var people = IntercomJson.ParseList<Person, JsonItem<Person>>(body, deviations);
        Assert.Equal(count, people.Count);
        Assert.Equal("1", people[0].Id);
        Assert.Equal(json[0] == '[' ? 0 : 1, deviations.All().Count(static deviation => deviation.Path == "$"));
    }

    [Fact]
    public void Text_is_no_list() => Assert.Throws<JsonException>(() => IntercomJson.ParseList<Person, JsonItem<Person>>("\"x\""u8, null));

    private sealed record Crowd : JsonRecord, IJson<Crowd>
    {
        private static readonly JsonNames Table = new("type\0people"u8);
        private string? _type;
        private IReadOnlyList<Person>? _people;

        public IReadOnlyList<Person>? People => _people;

        protected override JsonNames Names => Table;

        static Crowd IJson<Crowd>.Read(ref JsonCursor json) => json.Fill(new Crowd());

        protected override void Visit(ref JsonCursor json, int index)
        {
            if (index == 0)
                json.Text(ref _type);
            else
                json.List(ref _people);
        }

        protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
    }
}
