using System.Text;
using System.Text.Json;
using Intercom.Json;
using Xunit;

namespace Intercom.Runtime.Tests.Json;

public sealed class TolerantReadingTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static (Person Person, IReadOnlyList<JsonDeviation> Deviations) Read(string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        var deviations = new JsonDeviations("GET /x", body);
        return (IntercomJson.Parse<Person>(body, deviations), [.. deviations.All()]);
    }

    [Fact]
    public void What_is_as_declared_is_read_without_a_deviation()
    {
        var (person, deviations) = Read("""{"id":"1","age":3,"score":1.5,"active":true,"created_at":1772366400,"signed_at":"2026-03-01T12:00:00Z","role":"admin","tags":["a"],"friends":[{"id":"2"}],"extra":{"x":1},"best":{"id":"3"},"scores":{"a":1}}""");
        Assert.Equal(("1", 3L, 1.5, true), (person.Id, person.Age!.Value, person.Score!.Value, person.Active!.Value));
        Assert.Equal((Noon, Noon, Role.Admin), (person.CreatedAt!.Value, person.SignedAt!.Value, person.Role!.Value));
        Assert.Equal(("a", "2", "3", 1L), (person.Tags![0], person.Friends![0].Id, person.Best!.Id, person.Scores!["a"]));
        Assert.Equal("""{"x":1}""", person.Extra!.Value.GetRawText());
        Assert.Null(person.AdditionalProperties);
        Assert.Empty(deviations);
    }

    [Theory]
    [InlineData("""{"id":12345678901234567890}""", "12345678901234567890")]
    [InlineData("""{"id":1.50}""", "1.50")]
    public void A_number_where_a_string_is_declared_keeps_its_text(string json, string expected)
    {
        var (person, deviations) = Read(json);
        Assert.Equal(expected, person.Id);
        Assert.Equal([new JsonDeviation("GET /x", "$.id", "string", "number")], deviations);
    }

    [Theory]
    [InlineData("""{"age":"12"}""", 12L, 1)]
    [InlineData("""{"age":12.0}""", 12L, 0)]
    [InlineData("""{"age":"12.0"}""", 12L, 1)]
    [InlineData("""{"age":1e3}""", 1000L, 0)]
    [InlineData("""{"age":12.5}""", null, 1)]
    [InlineData("""{"age":99999999999999999999}""", null, 1)]
    [InlineData("""{"age":"twelve"}""", null, 1)]
    [InlineData("""{"age":true}""", null, 1)]
    [InlineData("""{"age":[1]}""", null, 1)]
    [InlineData("""{"age":null}""", null, 0)]
    public void An_integer_is_read_from_whatever_is_one(string json, long? expected, int deviations)
    {
        var (person, found) = Read(json);
        Assert.Equal(expected, person.Age);
        Assert.Equal(deviations, found.Count);
        Assert.Equal(expected is null && deviations > 0, person.AdditionalProperties?.ContainsKey("age") ?? false);
    }

    [Theory]
    [InlineData("""{"score":"1.5"}""", 1.5)]
    [InlineData("""{"score":7}""", 7.0)]
    [InlineData("""{"score":1e999}""", null)]
    [InlineData("""{"score":"NaN"}""", null)]
    public void A_number_is_finite_or_kept_raw(string json, double? expected) => Assert.Equal(expected, Read(json).Person.Score);

    [Theory]
    [InlineData("id", "true")]
    [InlineData("id", "{\"a\":[1,{}]}")]
    [InlineData("active", "\"true\"")]
    [InlineData("active", "1")]
    [InlineData("created_at", "\"yesterday\"")]
    [InlineData("created_at", "{}")]
    [InlineData("role", "[\"admin\"]")]
    [InlineData("tags", "\"a\"")]
    [InlineData("tags", "{\"a\":1}")]
    [InlineData("friends", "false")]
    [InlineData("best", "\"3\"")]
    [InlineData("best", "[{\"id\":\"3\"}]")]
    [InlineData("scores", "[]")]
    public void What_has_another_shape_is_kept_and_written_back(string name, string value)
    {
        var json = $"{{\"{name}\":{value}}}";
        var (person, deviations) = Read(json);
        Assert.Equal(value, person.AdditionalProperties![name].Element.GetRawText());
        Assert.Equal($"$.{name}", Assert.Single(deviations).Path);
        Assert.Equal(json, IntercomJson.ToJson(person));
    }

    [Fact]
    public void What_follows_a_misfit_is_read_still()
    {
        var (person, _) = Read("""{"best":[[{"id":"inner"}]],"id":"outer"}""");
        Assert.Equal("outer", person.Id);
    }

    [Fact]
    public void Unknown_properties_are_kept_in_their_order()
    {
        const string Json = """{"zeta":1,"id":"1","alpha":{"x":[null]},"beta":null}""";
        var (person, deviations) = Read(Json);
        Assert.Equal(["zeta", "alpha", "beta"], person.AdditionalProperties!.Keys);
        Assert.Equal(["$.zeta", "$.alpha", "$.beta"], deviations.Select(static deviation => deviation.Path));
        Assert.All(deviations, static deviation => Assert.Equal((JsonDeviationKind.UndeclaredProperty, "no property"), (deviation.Kind, deviation.Expected)));
        Assert.Equal("""{"id":"1","zeta":1,"alpha":{"x":[null]},"beta":null}""", IntercomJson.ToJson(person));
    }

    [Fact]
    public void An_unknown_value_of_an_enum_is_kept() => Assert.Equal(new Role("owner"), Read("""{"role":"owner"}""").Person.Role);

    [Fact]
    public void A_known_value_of_an_enum_is_not_allocated_again() => Assert.Same(Role.Known[0], Read("""{"role":"admin"}""").Person.Role!.Value.Value);

    [Theory]
    [InlineData("""{"\u0069d":"1"}""")]
    [InlineData("""{"i\u0064":"\u0031"}""")]
    public void Names_and_values_may_be_escaped(string json) => Assert.Equal("1", Read(json).Person.Id);

    [Fact]
    public void The_last_of_two_equal_names_counts() => Assert.Equal("2", Read("""{"id":"1","id":"2"}""").Person.Id);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("\"x\"")]
    [InlineData("{\"id\":")]
    [InlineData("{\"id\":\"1\"")]
    [InlineData("<html>")]
    public void A_body_that_is_no_object_is_the_one_thing_that_throws(string json) => Assert.ThrowsAny<JsonException>(() => Read(json));

    [Fact]
    public void The_serializer_reads_and_writes_by_the_same_code()
    {
        var options = new JsonSerializerOptions { Converters = { new JsonModelConverter<Person>() } };
        var people = JsonSerializer.Deserialize<List<Person>>("""[{"id":7,"new":1},{"id":"8"}]""", options)!;
        Assert.Equal(["7", "8"], people.Select(static person => person.Id));
        Assert.Equal("""[{"id":7,"new":1},{"id":"8"}]""", JsonSerializer.Serialize(people, options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Person>("3", options));
    }
}
