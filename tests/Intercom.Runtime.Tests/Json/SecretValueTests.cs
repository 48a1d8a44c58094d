using System.Text.Json;
using System.Text.Json.Serialization;
using Intercom.Json;
using Xunit;

namespace Intercom.Runtime.Tests.Json;

/// <summary>What the document marks as a password is sent and stored, and shown to nobody.</summary>
public sealed class SecretValueTests
{
    private static readonly Connector Whole = new() { Name = "CRM", Headers = [new Header { Name = "Authorization", Value = "hidden" }, new Header { Name = "Accept" }] };

    [Fact]
    public void A_secret_is_sent() =>
        Assert.Equal("""{"name":"CRM","headers":[{"name":"Authorization","value":"hidden"},{"name":"Accept"}]}""", IntercomJson.ToJson(Whole));

    [Fact]
    public void A_record_prints_that_there_is_one() =>
        Assert.Equal("""Connector { "name":"CRM","headers":[{"name":"Authorization","value":"[secret]"},{"name":"Accept"}] }""", Whole.ToString());

    [Fact]
    public void The_plain_serializer_leaves_it_out_so_that_nobody_takes_another_text_for_it()
    {
        Assert.Equal("""{"name":"CRM","headers":[{"name":"Authorization"},{"name":"Accept"}]}""", JsonSerializer.Serialize(Whole));
        Assert.Equal("""{"Inner":{"name":"x","headers":[{"name":"a"}]}}""", JsonSerializer.Serialize(new { Inner = new Connector { Name = "x", Headers = [new Header { Name = "a", Value = "hidden" }] } }));
    }

    [Fact]
    public void A_null_that_was_assigned_is_no_secret() =>
        Assert.Equal("""{"value":null}""", JsonSerializer.Serialize(new Header { Value = null }));

    public static TheoryData<string> Ways() => ["""{"value":"hidden"}""", """{"value":{"is":"hidden"}}""", """{"value":["hidden"]}""", """{"value":"hid\u0064en"}"""];

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_secret_of_any_shape_is_kept_and_not_shown(string json)
    {
        var header = IntercomJson.Parse<Header>(json);
        Assert.Equal("{}", JsonSerializer.Serialize(header));
        Assert.Equal("""Header { "value":"[secret]" }""", header.ToString());
        Assert.Equal(JsonDocument.Parse(json).RootElement.GetProperty("value").ToString(), JsonDocument.Parse(IntercomJson.ToJson(header)).RootElement.GetProperty("value").ToString());
    }

    [Fact]
    public void A_secret_that_is_set_by_its_name_is_one_too()
    {
        var header = new Header { Name = "a", AdditionalProperties = new() { ["value"] = "hidden", ["other"] = "shown" } };
        Assert.Equal("""{"name":"a","value":"hidden","other":"shown"}""", IntercomJson.ToJson(header));
        Assert.Equal("""{"name":"a","other":"shown"}""", JsonSerializer.Serialize(header));
        Assert.Equal("""Header { "name":"a","value":"[secret]","other":"shown" }""", header.ToString());
    }

    [Fact]
    public void The_same_name_in_another_record_is_shown()
    {
        var connector = new Connector { Headers = [new Header { Value = "hidden" }], AdditionalProperties = new() { ["value"] = "shown" } };
        Assert.Equal("""{"headers":[{}],"value":"shown"}""", JsonSerializer.Serialize(connector));
    }

    [Fact]
    public void A_list_with_an_item_that_does_not_fit_is_not_shown_as_it_was_read()
    {
        const string Json = """{"headers":[{"name":"a","value":"hidden"},7]}""";
        var connector = IntercomJson.Parse<Connector>(Json);
        Assert.Equal(Json, IntercomJson.ToJson(connector));
        Assert.DoesNotContain("hidden", JsonSerializer.Serialize(connector) + connector, StringComparison.Ordinal);
        Assert.Equal("""{"headers":[{"name":"a"},7]}""", JsonSerializer.Serialize(IntercomJson.Parse<Connector>("""{"headers":[{"name":"a"},7]}""")));
    }

    [Fact]
    public void Secrets_count_where_records_are_compared() => Assert.NotEqual(new Header { Value = "hidden" }, new Header { Value = "other" });

    [JsonConverter(typeof(JsonModelConverter<Connector>))]
    private sealed record Connector : JsonRequest, IJson<Connector>
    {
        private static readonly JsonNames Table = new("name\0headers"u8);
        private string? _name;
        private IReadOnlyList<Header>? _headers;

        public string? Name { get => _name; init { _name = value; Assigned(0); } }

        public IReadOnlyList<Header>? Headers { get => _headers; init { _headers = value; Assigned(1); } }

        protected override JsonNames Names => Table;

        static Connector IJson<Connector>.Read(ref JsonCursor json) => json.Fill(new Connector());

        protected override void Visit(ref JsonCursor json, int index)
        {
            if (index == 0)
                json.Text(ref _name);
            else
                json.List(ref _headers);
        }

        protected override bool PrintMembers(System.Text.StringBuilder builder) => base.PrintMembers(builder);
    }

    [JsonConverter(typeof(JsonModelConverter<Header>))]
    private sealed record Header : JsonRequest, IJson<Header>
    {
        private static readonly JsonNames Table = new("name\0value"u8);
        private string? _name;
        private string? _value;

        public string? Name { get => _name; init { _name = value; Assigned(0); } }

        public string? Value { get => _value; init { _value = value; Assigned(1); } }

        public bool Equals(Header? other) => Same(other);

        public override int GetHashCode() => base.GetHashCode();

        protected override JsonNames Names => Table;

        static Header IJson<Header>.Read(ref JsonCursor json) => json.Fill(new Header());

        protected override void Visit(ref JsonCursor json, int index)
        {
            if (index == 0)
                json.Text(ref _name);
            else
                json.Secret(ref _value);
        }

        protected override bool PrintMembers(System.Text.StringBuilder builder) => base.PrintMembers(builder);
    }
}
