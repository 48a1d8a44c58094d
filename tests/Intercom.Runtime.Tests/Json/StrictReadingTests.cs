using System.Text;
using System.Text.Json;
using Intercom.Json;
using Xunit;

namespace Intercom.Runtime.Tests.Json;

/// <summary>What is not JSON is refused at once, wherever it stands; what is JSON can be read, compared, printed and written for ever.</summary>
public sealed class StrictReadingTests
{
    private static readonly JsonSerializerOptions Plain = new() { Converters = { new JsonModelConverter<Person>() } };

    private static readonly JsonSerializerOptions Lenient = new() { AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip, Converters = { new JsonModelConverter<Person>() } };

    private static readonly string[] NoValues =
    [
        "1-2", "00", "01", "-01", "1.", ".5", "1e", "1e+", "+1", "-", "0x1", "1 2", "nul", "nulls", "True", "NaN", "Infinity", "undefined",
        "[1}", "{\"a\":1]", "{\"a\" 1}", "{\"a\":}", "{\"a\"}", "{a:1}", "{,}", "[,]", "[1 2]", "[1,]", "{\"a\":1,}", "{\"a\":1 \"b\":2}", "[", "{", "[[[",
        "\"a", "\"\\x\"", "\"\\u12\"", "\"\\u12G4\"", "\"\\\"", "\"a\tb\"", "\"a\nb\"", "\"a\u0000b\"", "'a'", "\u0000", "/**/1", "1//", "\uFEFF1", "\u00A01",
    ];

    private static readonly string[] Places = ["""{"new":#}""", """{"id":#}""", """{"best":#}""", """{"extra":#}""", """{"tags":[#]}""", """{"new":[[#]]}""", """{"scores":{"a":#}}"""];

    public static TheoryData<string> Texts()
    {
        var texts = new TheoryData<string>();
        foreach (var place in Places)
            foreach (var value in NoValues)
                texts.Add(place.Replace("#", value, StringComparison.Ordinal));
        return texts;
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void What_is_no_json_is_refused_wherever_it_stands(string json) => Assert.ThrowsAny<JsonException>(() => IntercomJson.Parse<Person>(json));

    [Theory]
    [InlineData("C0AF")]
    [InlineData("EDA080")]
    [InlineData("E282")]
    [InlineData("FF")]
    [InlineData("F8888080")]
    [InlineData("80")]
    public void Bytes_that_are_no_text_are_refused_in_values_and_names(string hex)
    {
        foreach (var place in Places)
            Assert.ThrowsAny<JsonException>(() => IntercomJson.Parse<Person>(With(place, [(byte)'"', .. Convert.FromHexString(hex), (byte)'"'])));
        Assert.ThrowsAny<JsonException>(() => IntercomJson.Parse<Person>(With("""{"new":{"#":1}}""", Convert.FromHexString(hex))));
        Assert.ThrowsAny<JsonException>(() => IntercomJson.Parse<Person>(With("""{"#":1}""", Convert.FromHexString(hex))));
    }

    [Theory]
    [InlineData("{}{}")]
    [InlineData("{} x")]
    [InlineData("{},")]
    [InlineData("{}\0")]
    [InlineData("{}\uFEFF")]
    [InlineData("\uFEFF\uFEFF{}")]
    public void Nothing_follows_the_document(string json) => Assert.ThrowsAny<JsonException>(() => IntercomJson.Parse<Person>(json));

    [Theory]
    [InlineData("\uFEFF{\"id\":\"1\"}")]
    [InlineData(" \r\n\t{ \"id\" : \"1\" } \n")]
    public void A_byte_order_mark_and_blanks_around_the_document_do_no_harm(string json) => Assert.Equal("1", IntercomJson.Parse<Person>(json).Id);

    [Theory]
    [InlineData(1_000, "new")]
    [InlineData(100_000, "new")]
    [InlineData(100_000, "extra")]
    [InlineData(100_000, "best")]
    [InlineData(100_000, "friends")]
    public void No_depth_is_too_deep(int depth, string name)
    {
        var json = Deep(depth, name);
        var person = IntercomJson.Parse<Person>(json);
        Assert.Equal(json, IntercomJson.ToJson(person));
        Assert.Equal(person, IntercomJson.Parse<Person>(json));
        Assert.Equal(person.GetHashCode(), IntercomJson.Parse<Person>(json).GetHashCode());
        Assert.Contains("[[", person.ToString(), StringComparison.Ordinal);
        if (name is "new" or "extra")
            Assert.Equal(json, JsonSerializer.Serialize(person, Plain));
        foreach (var (_, value) in person.AdditionalProperties ?? [])
            Assert.Equal(JsonValueKind.String, value.ValueKind);
    }

    [Fact]
    public void What_is_typed_is_kept_as_it_is_from_64_levels_on()
    {
        var json = string.Concat(Enumerable.Repeat("""{"best":""", 100)) + """{"id":"1"}""" + new string('}', 100);
        var body = Encoding.UTF8.GetBytes(json);
        var deviations = new JsonDeviations("GET /x", body);
        var person = IntercomJson.Parse<Person>(body, deviations);
        Assert.Equal("at most 64 levels", Assert.Single(deviations.All()).Expected);
        Assert.Equal(json, IntercomJson.ToJson(person));
    }

    [Theory]
    [InlineData("""{"new":1e400}""")]
    [InlineData("""{"score":1e400}""")]
    [InlineData("""{"score":123456789012345678901234567890}""")]
    [InlineData("""{"score":0.1000000000000000055511151231257827}""")]
    [InlineData("""{"age":"12"}""")]
    [InlineData("""{"id":12}""")]
    [InlineData("""{"tags":[1,"a",2.50]}""")]
    [InlineData("""{"role":7}""")]
    [InlineData("""{"id":"half \ud83d"}""")]
    [InlineData("""{"new":"half \ude00"}""")]
    [InlineData("""{"extra":[1E+2,-0,0.0e-0,"\u0000"]}""")]
    [InlineData("""{"new":1,"new":2}""")]
    public void What_is_json_is_written_back_as_it_came(string json)
    {
        var person = IntercomJson.Parse<Person>(json);
        Assert.Equal(json.Replace("\\u0000", "\\u0000", StringComparison.Ordinal), IntercomJson.ToJson(person));
        Assert.Equal(person, IntercomJson.Parse<Person>(IntercomJson.ToJson(person)));
    }

    [Fact]
    public void A_number_of_400_digits_and_a_string_of_a_million_characters_are_kept()
    {
        var digits = new string('9', 400);
        var json = $$"""{"score":{{digits}},"new":{{digits}},"id":"{{new string('x', 1_000_000)}}"}""";
        var person = IntercomJson.Parse<Person>(json);
        Assert.Null(person.Score);
        Assert.Equal(digits, person.AdditionalProperties!["new"].ToString());
        Assert.Equal(1_000_000, person.Id!.Length);
    }

    [Theory]
    [InlineData("""{"id":"1","id":null}""", "{\"id\":null}")]
    [InlineData("""{"age":"x","age":3}""", "{\"age\":3}")]
    [InlineData("""{"age":3,"age":"x"}""", "{\"age\":\"x\"}")]
    [InlineData("""{"age":"x","age":"y"}""", "{\"age\":\"y\"}")]
    [InlineData("""{"age":"x","age":null}""", "{\"age\":null}")]
    [InlineData("""{"created_at":"2026-03-01T12:00:00Z","created_at":1772366400}""", "{\"created_at\":1772366400}")]
    public void The_last_of_equal_names_counts_whatever_the_others_were(string json, string expected) =>
        Assert.Equal(expected, IntercomJson.ToJson(IntercomJson.Parse<Person>(json)));

    [Fact]
    public void Half_of_a_character_can_be_read_where_anything_is_declared()
    {
        var person = IntercomJson.Parse<Person>("""{"extra":"a\ud83d","new":{"\ude00":"\ud83d\ude00"}}""");
        Assert.Equal("a\uFFFD", person.Extra!.Value.GetString());
        Assert.Equal("\uFFFD=\U0001F600", person.AdditionalProperties!["new"].Element.EnumerateObject().Select(static p => $"{p.Name}={p.Value}").Single());
        Assert.NotEmpty(person.ToString());
    }

    [Fact]
    public void The_comments_and_commas_that_a_serializer_was_told_to_take_are_taken() =>
        Assert.Equal("1", JsonSerializer.Deserialize<Person>("""{ /* a */ "id":"1", "new":[1,], }""", Lenient)!.Id);

    private static string Deep(int depth, string name) => $$"""{"{{name}}":{{new string('[', depth)}}{{new string(']', depth)}}}""";

    private static byte[] With(string place, byte[] value)
    {
        var parts = place.Split('#');
        return [.. Encoding.UTF8.GetBytes(parts[0]), .. value, .. Encoding.UTF8.GetBytes(parts[1])];
    }
}
