using Intercom.Json;
using Xunit;

namespace Intercom.Runtime.Tests.Json;

/// <summary>Identifiers that are numbers on the wire, and texts for whoever holds them.</summary>
public sealed class IdentifierTests
{
    [Theory]
    [InlineData("""{"id":42}""", "42")]
    [InlineData("""{"id":-1}""", "-1")]
    [InlineData("""{"id":0}""", "0")]
    [InlineData("""{"id":123456789012345678901234567890}""", "123456789012345678901234567890")]
    [InlineData("""{"id":1.5}""", "1.5")]
    [InlineData("""{"id":1e3}""", "1e3")]
    [InlineData("""{"id":"42"}""", "42")]
    [InlineData("""{"id":"aé9"}""", "aé9")]
    [InlineData("""{"id":null}""", null)]
    public void It_is_read_as_text_and_written_back_as_it_was_sent(string json, string? expected)
    {
        var read = IntercomJson.Parse<Seat>(json);
        Assert.Equal(expected, read.Id);
        Assert.Equal(json, IntercomJson.ToJson(read));
    }

    [Theory]
    [InlineData("42", "42")]
    [InlineData("-7", "-7")]
    [InlineData("0", "0")]
    [InlineData("042", "\"042\"")]
    [InlineData("-", "\"-\"")]
    [InlineData("", "\"\"")]
    [InlineData("4 2", "\"4 2\"")]
    [InlineData("٤٢", "\"٤٢\"")]
    [InlineData("abc", "\"abc\"")]
    public void One_that_is_assigned_is_sent_as_the_number_that_it_is(string id, string expected)
    {
        Assert.Equal($$"""{"id":{{expected}}}""", IntercomJson.ToJson(new Seat { Id = id }));
        Assert.Equal($$"""{"ids":[{{expected}},1]}""", IntercomJson.ToJson(new Seat { Ids = [id, "1"] }));
    }

    [Fact]
    public void One_that_is_changed_is_written_anew()
    {
        var read = IntercomJson.Parse<Seat>("""{"id":"42","ids":[1,"2"]}""");
        Assert.Equal(["1", "2"], read.Ids);
        Assert.Equal("""{"id":43,"ids":[1,"2"]}""", IntercomJson.ToJson(read with { Id = "43" }));
        Assert.Equal("""{"id":"42","ids":[2]}""", IntercomJson.ToJson(read with { Ids = ["2"] }));
    }

    [Theory]
    [InlineData("""{"id":"42"}""", "string")]
    [InlineData("""{"id":[42]}""", "array")]
    public void Another_form_than_the_declared_number_is_observed(string json, string found)
    {
        var body = System.Text.Encoding.UTF8.GetBytes(json);
        var deviations = new JsonDeviations("GET /x", body);
        IntercomJson.Parse<Seat>(body, deviations);
        var deviation = Assert.Single(deviations.All());
        Assert.Equal(("integer", found), (deviation.Expected, deviation.Found));
    }

    private sealed record Seat : JsonRequest, IJson<Seat>
    {
        private static JsonNames? s_names;
        private string? _id;
        private IReadOnlyList<string>? _ids;

        public string? Id { get => _id; init { _id = value; Assigned(0); } }

        public IReadOnlyList<string>? Ids { get => _ids; init { _ids = value; Assigned(1); } }

        public bool Equals(Seat? other) => Same(other);

        public override int GetHashCode() => base.GetHashCode();

        static Seat IJson<Seat>.Read(ref JsonCursor json) => json.Fill(new Seat());

        protected override JsonNames Names => s_names ??= new("id\0ids"u8);

        protected override void Visit(ref JsonCursor json, int index)
        {
            if (index == 0)
                json.Identifier(ref _id);
            else
                json.List<string, JsonIdentifier>(ref _ids);
        }

        protected override bool PrintMembers(System.Text.StringBuilder builder) => base.PrintMembers(builder);
    }
}
