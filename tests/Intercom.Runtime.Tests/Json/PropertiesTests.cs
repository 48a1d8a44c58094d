using System.Text.Json;
using System.Text.Json.Serialization;
using Intercom.Json;
using Xunit;

namespace Intercom.Runtime.Tests.Json;

/// <summary>Properties that are known by name alone, such as custom attributes, are as easy to read as to write.</summary>
public sealed class PropertiesTests
{
    private static readonly JsonProperties Read = IntercomJson.Parse<Person>(
        """{"plan":"pro \"x\"","seats":12,"text":"7","trial":false,"rate":1.5,"renewal":1772366400,"iso":"2026-03-01T12:00:00Z","none":null,"list":[1],"best2":{"id":"1"}}""").AdditionalProperties!;

    [Theory]
    [InlineData("plan", "pro \"x\"")]
    [InlineData("seats", "12")]
    [InlineData("trial", "false")]
    [InlineData("none", null)]
    [InlineData("list", null)]
    [InlineData("absent", null)]
    public void A_text_comes_without_its_quotes(string name, string? expected) => Assert.Equal(expected, Read.GetString(name));

    [Fact]
    public void Numbers_booleans_and_times_are_read_where_they_are_such()
    {
        Assert.Equal((12L, 7L, null, null), (Read.GetInt64("seats"), Read.GetInt64("text"), Read.GetInt64("rate"), Read.GetInt64("plan")));
        Assert.Equal((1.5, 12.0, null), (Read.GetDouble("rate"), Read.GetDouble("seats"), Read.GetDouble("trial")));
        Assert.Equal((false, null, null), (Read.GetBoolean("trial"), Read.GetBoolean("plan"), Read.GetBoolean("absent")));
        Assert.Equal(Read.GetDateTimeOffset("iso"), Read.GetDateTimeOffset("renewal"));
        Assert.Null(Read.GetDateTimeOffset("list"));
    }

    [Fact]
    public void An_emitted_type_is_read_where_the_value_can_be_one()
    {
        Assert.True(Read.TryGet<Person>("best2", out var person));
        Assert.Equal("1", person.Id);
        Assert.True(Read.TryGet<IntercomValue>("list", out var list));
        Assert.Equal("[1]", list.ToString());
        Assert.False(Read.TryGet<Person>("plan", out _));
        Assert.False(Read.TryGet<Person>("absent", out _));
    }

    [Fact]
    public void What_was_set_reads_like_what_was_read()
    {
        var properties = new JsonProperties { ["plan"] = "pro", ["seats"] = 12, ["none"] = default };
        Assert.Equal(("pro", 12L, null), (properties.GetString("plan"), properties.GetInt64("seats"), properties.GetString("none")));
        Assert.Equal("""{"plan":"pro","seats":12,"none":null}""", properties.ToString());
    }

    [Fact]
    public void Two_values_are_equal_that_write_the_same()
    {
        Assert.Equal(Read["seats"], (IntercomValue)12);
        Assert.Equal(Read["seats"].GetHashCode(), ((IntercomValue)12).GetHashCode());
        Assert.NotEqual(Read["seats"], Read["text"]);
    }

    [Fact]
    public void An_enum_is_the_key_of_a_dictionary()
    {
        var counts = new Dictionary<Level, int> { [Level.High] = 1, [new("odd \"one\"")] = 2 };
        var json = JsonSerializer.Serialize(counts);
        Assert.Equal("""{"high":1,"odd \u0022one\u0022":2}""", json);
        Assert.Equal(counts, JsonSerializer.Deserialize<Dictionary<Level, int>>(json));
    }

    [Fact]
    public void A_record_is_no_key()
    {
        var options = new JsonSerializerOptions { Converters = { new JsonModelConverter<Person>() } };
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(new Dictionary<Person, int> { [new Person()] = 1 }, options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<Person, int>>("""{"a":1}""", options));
    }

    [JsonConverter(typeof(JsonModelConverter<Level>))]
    internal readonly record struct Level(string Value) : IOpenEnum<Level>
    {
        public static JsonNames Known { get; } = new("high\0low"u8);

        public static Level High { get; } = new("high");

        public static Level From(string value) => new(value);
    }
}
