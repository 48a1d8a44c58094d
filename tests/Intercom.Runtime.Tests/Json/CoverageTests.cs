using System.Text;
using Intercom.Json;
using Xunit;

namespace Intercom.Runtime.Tests.Json;

/// <summary>Drift is told by kind and place, and counted.</summary>
public sealed class CoverageTests
{
    private static IReadOnlyList<JsonDeviation> Deviations(string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        var deviations = new JsonDeviations("GET /x", body);
        IntercomJson.Parse<Person>(body, deviations);
        return [.. deviations.All()];
    }

    [Fact]
    public void An_object_with_none_of_the_properties_of_its_type_is_told()
    {
        var deviations = Deviations("""{"id":"1","best":{"type":"ticket_part","part":{"id":"2"}},"friends":[{"id":"3"},{"x":1,"y":2}]}""");
        Assert.Equal(["$.best", "$.friends[1]"], deviations.Where(static d => d.Kind == JsonDeviationKind.UnknownType).Select(static d => d.Path));
        Assert.Equal("Person", deviations.First(static d => d.Kind == JsonDeviationKind.UnknownType).Expected);
        Assert.Equal(["$.best.type", "$.best.part", "$.friends[1].x", "$.friends[1].y"], deviations.Where(static d => d.Kind == JsonDeviationKind.UndeclaredProperty).Select(static d => d.Path));
    }

    [Fact]
    public void An_empty_object_and_one_with_a_declared_property_are_of_their_type() =>
        Assert.DoesNotContain(Deviations("""{"best":{},"friends":[{"id":null,"new":1}]}"""), static d => d.Kind == JsonDeviationKind.UnknownType);

    [Fact]
    public void A_place_is_the_same_for_all_items() =>
        Assert.Equal("$.friends[*].age", Deviations("""{"friends":[{"id":"1"},{"age":"x"}]}""").Select(static d => d.Place).Single());

    [Theory]
    [InlineData("""{"id":"1","age":2,"active":null}""", 3, 0, 0)]
    [InlineData("""{"id":"1","new":{"a":[1,"b",null],"c":{}}}""", 1, 3, 0)]
    [InlineData("""{"age":"x","score":"1.5"}""", 1, 1, 0)]
    [InlineData("""{"tags":["a",null,"b"],"friends":[{"id":"1","best":[7,8]}]}""", 3, 3, 0)]
    [InlineData("""{"extra":{"a":1,"b":[2]},"scores":{"a":1,"b":"x"}}""", 1, 1, 2)]
    [InlineData("{}", 0, 0, 0)]
    public void Values_are_counted_by_where_they_land(string json, long typed, long untyped, long open) =>
        Assert.Equal(new JsonCoverage(typed, untyped, open), JsonCoverage.Of<Person>(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void The_share_is_that_of_what_could_be_typed()
    {
        Assert.Equal(1, default(JsonCoverage).Share);
        Assert.Equal(0.75, (new JsonCoverage(2, 1, 5) + new JsonCoverage(1, 0, 2)).Share);
    }

    [Fact]
    public void Without_a_listener_nothing_is_counted_and_nothing_allocated_for_it()
    {
        var body = """{"id":"1","best":{"a":1}}"""u8.ToArray();
        var deviations = new JsonDeviations("GET /x", body);
        IntercomJson.Parse<Person>(body, deviations);
        Assert.Equal(default, deviations.Coverage);
        Assert.Equal(2, deviations.Count);
    }

    [Fact]
    public void Of_many_places_the_first_are_told_and_all_are_counted()
    {
        var body = Encoding.UTF8.GetBytes("{\"tags\":[" + string.Join(',', Enumerable.Repeat("1", 5000)) + "]}");
        var deviations = new JsonDeviations("GET /x", body);
        IntercomJson.Parse<Person>(body, deviations);
        Assert.Equal((5000, 1000), (deviations.Count, deviations.All().Count()));
        Assert.Equal("$.tags[999]", deviations.All().Last().Path);
    }
}
