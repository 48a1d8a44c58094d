using System.Text.Json;
using Intercom.Json;

namespace Intercom.Runtime.Tests.Json;

/// <summary>A record as the generator emits them, written by hand: one property of each kind.</summary>
internal sealed record Person : IJson<Person>
{
    private static readonly JsonNames Names = new("id\0age\0score\0active\0created_at\0signed_at\0role\0tags\0friends\0extra\0best\0scores"u8, "4:created"u8);
    private JsonSent _sent;

    public string? Id { get; init { field = value; _sent.Add(0); } }

    public long? Age { get; init { field = value; _sent.Add(1); } }

    public double? Score { get; init { field = value; _sent.Add(2); } }

    public bool? Active { get; init { field = value; _sent.Add(3); } }

    public DateTimeOffset? CreatedAt { get; init { field = value; _sent.Add(4); } }

    public DateTimeOffset? SignedAt { get; init { field = value; _sent.Add(5); } }

    public Role? Role { get; init { field = value; _sent.Add(6); } }

    public IReadOnlyList<string>? Tags { get; init { field = value; _sent.Add(7); } }

    public IReadOnlyList<Person>? Friends { get; init { field = value; _sent.Add(8); } }

    public JsonElement? Extra { get; init { field = value; _sent.Add(9); } }

    public Person? Best { get; init { field = value; _sent.Add(10); } }

    public IReadOnlyDictionary<string, long>? Scores { get; init { field = value; _sent.Add(11); } }

    public JsonProperties? AdditionalProperties { get; init; }

    public static Person Read(ref JsonInput json) => new(ref json);

    public Person()
    {
    }

    private Person(ref JsonInput json)
    {
        var properties = JsonInput.Object(Names);
        while (properties.Next(ref json))
            switch (properties.Index)
            {
                case 0: Id = json.Text(); break;
                case 1: Age = json.Integer(); break;
                case 2: Score = json.Number(); break;
                case 3: Active = json.Boolean(); break;
                case 4: CreatedAt = json.UnixTime(); break;
                case 5: SignedAt = json.IsoTime(); break;
                case 6: Role = json.Value<Role>(); break;
                case 7: Tags = json.List<string, JsonText>(); break;
                case 8: Friends = json.List<Person>(); break;
                case 9: Extra = json.Element(); break;
                case 10: Best = json.Record<Person>(); break;
                case 11: Scores = json.Map<long, JsonInteger>(); break;
            }

        AdditionalProperties = properties.Rest;
        _sent = default;
    }

    public void Write(JsonOutput json)
    {
        var output = json.Object(Names, AdditionalProperties, _sent);
        output.Text(0, Id);
        output.Integer(1, Age);
        output.Number(2, Score);
        output.Boolean(3, Active);
        output.UnixTime(4, CreatedAt);
        output.IsoTime(5, SignedAt);
        output.Value(6, Role);
        output.List<string, JsonText>(7, Tags);
        output.List(8, Friends);
        output.Element(9, Extra);
        output.Record(10, Best);
        output.Map<long, JsonInteger>(11, Scores);
        output.End();
    }
}

internal readonly record struct Role(string Value) : IOpenEnum<Role>
{
    public static JsonNames Known { get; } = new("admin\0user"u8);

    public static Role Admin { get; } = new("admin");

    public static Role From(string value) => new(value);
}
