using System.Text;
using System.Text.Json.Serialization;
using Intercom.Json;

namespace Intercom.Runtime.Tests.Observability;

/// <summary>What a call to Fin is answered with: its address holds the token of the stream.</summary>
[JsonConverter(typeof(JsonModelConverter<Started>))]
internal sealed record Started : JsonRecord, IJson<Started>
{
    private static readonly JsonNames Table = new("sse_subscription_url"u8);
    private string? _url;

    public string? Url => _url;

    protected override JsonNames Names => Table;

    static Started IJson<Started>.Read(ref JsonCursor json) => json.Fill(new Started());

    protected override void Visit(ref JsonCursor json, int index) => json.Secret(ref _url);

    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
}

/// <summary>What is sent and answered with a password in it.</summary>
[JsonConverter(typeof(JsonModelConverter<Secretive>))]
internal sealed record Secretive : JsonRequest, IJson<Secretive>
{
    private static readonly JsonNames Table = new("value"u8);
    private string? _value;

    public string? Value { get => _value; init { _value = value; Assigned(0); } }

    protected override JsonNames Names => Table;

    static Secretive IJson<Secretive>.Read(ref JsonCursor json) => json.Fill(new Secretive());

    protected override void Visit(ref JsonCursor json, int index) => json.Secret(ref _value);

    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
}
