using System.Text;
using Intercom.Json;
using Xunit;

namespace Intercom.Runtime.Tests.Json;

/// <summary>What an object is that does not say it: of the type that declares most of what it has.</summary>
public sealed class NearestTests
{
    private static readonly JsonNames Cat = new("id\0name\0claws\0fur"u8);
    private static readonly JsonNames Dog = new("id\0name\0bark"u8);
    private static readonly JsonNames Fish = new("id\0name\0fins"u8);

    [Theory]
    [InlineData("""{"id":1,"claws":2}""", 0)]
    [InlineData("""{"fur":1}""", 0)]
    [InlineData("""{"id":1,"bark":2}""", 1)]
    [InlineData("""{"bark":1,"new":2,"id":{"claws":[1],"fur":2}}""", 1)]
    [InlineData("""{"\u0062ark":1}""", 1)]
    [InlineData("""{"claws":null,"fur":null,"fins":1}""", 2)]
    [InlineData("""{"bark":1,"new":2}""", -1)]
    [InlineData("""{"id":1,"other":2,"third":3}""", -1)]
    [InlineData("""{"claws":1,"bark":2}""", -1)]
    [InlineData("""{"claws":null}""", -1)]
    [InlineData("{}", -1)]
    [InlineData("""["claws"]""", -1)]
    [InlineData(""" "claws" """, -1)]
    public void An_object_is_of_the_type_that_declares_most_of_it(string json, int type) =>
        Assert.Equal(type, Nearest(json, Cat, Dog, Fish));

    [Fact]
    public void Of_types_that_declare_as_much_it_is_of_the_smallest_and_of_none_where_two_are()
    {
        Assert.Equal(1, Nearest("""{"id":1,"name":2}""", Cat, Dog));
        Assert.Equal(-1, Nearest("""{"id":1,"name":2}""", Cat, Dog, Fish));
        Assert.Equal(1, new JsonCursor("""{"id":1,"name":2}"""u8).Nearest([Cat, Dog, Fish], orFirst: true));
        Assert.Equal(0, Nearest("""{"id":1,"name":2}""", Dog));
        Assert.Equal(-1, Nearest("""{"id":1}"""));
    }

    [Fact]
    public void Looking_ahead_moves_nothing()
    {
        var json = new JsonCursor("""{"id":"7","age":1}"""u8);
        Assert.Equal(0, json.Nearest([JsonShape<Person>.Names]));
        Assert.Equal("7", json.Record<Person>()!.Id);
        Assert.Equal(JsonShape<Person>.Names.Count, new Person().NamesOfProperties.Count);
    }

    [Theory]
    [InlineData("""{"id":"1","age":7}""", 0)]
    [InlineData("""{"id":"1","age":[7]}""", 1)]
    [InlineData("""{"id":"1","age":{"x":1}}""", -1)]
    public void Of_types_that_declare_as_much_it_is_of_the_one_as_which_it_deviates_least(string json, int type)
    {
        var scalars = Tried(static utf8 => Holds(utf8, "[") + Holds(utf8, "{"));
        var lists = Tried(static utf8 => 1 - Holds(utf8, "["));
        Assert.Equal(type, Nearest(json, scalars, lists));
    }

    [Fact]
    public void As_many_types_are_tried_as_is_said_and_each_once()
    {
        var tried = 0;
        var types = Enumerable.Range(0, 100).Select(i => Tried(_ => 100 - tried++)).ToArray();
        Assert.Equal(15, Nearest("""{"id":1}""", types));
        Assert.Equal(16, tried);
    }

    [Fact]
    public void What_is_tried_tries_nothing_and_neither_does_what_lies_deep()
    {
        var tried = 0;
        JsonNames[] types = [Tried(_ => tried++), Tried(_ => tried++)];
        var trial = new JsonCursor("""{"id":1}"""u8, new JsonDeviations("", default) { IsTrial = true });
        Assert.Equal(0, trial.Nearest(types, orFirst: true));
        Assert.Equal(-1, trial.Nearest(types));
        Assert.True(trial.Fits<long, JsonInteger>());
        Assert.Equal(0, tried);
        Assert.False(new JsonCursor("{}"u8).Fits<long, JsonInteger>());
    }

    private static int Nearest(string json, params ReadOnlySpan<JsonNames> types) =>
        new JsonCursor(Encoding.UTF8.GetBytes(json)).Nearest(types);

    private static int Holds(ReadOnlySpan<byte> utf8, string text) => utf8[1..].IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 ? 1 : 0;

    private static JsonNames Tried(JsonNames.Trial deviations) => new("id\0age"u8) { Try = deviations };
}
