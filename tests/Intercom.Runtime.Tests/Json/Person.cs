using System.Text.Json;
using Intercom.Json;

namespace Intercom.Runtime.Tests.Json;

/// <summary>A record as the generator emits them, written by hand: one property of each kind.</summary>
internal sealed record Person : JsonRequest, IJson<Person>
{
    private static JsonNames? s_names;
    private string? _id;
    private long? _age;
    private double? _score;
    private bool? _active;
    private UnixTime _createdAt;
    private DateTimeOffset? _signedAt;
    private Role? _role;
    private IReadOnlyList<string>? _tags;
    private IReadOnlyList<Person>? _friends;
    private JsonElement? _extra;
    private Person? _best;
    private IReadOnlyDictionary<string, long>? _scores;

    public string? Id { get => _id; init { _id = value; Assigned(0); } }

    public long? Age { get => _age; init { _age = value; Assigned(1); } }

    public double? Score { get => _score; init { _score = value; Assigned(2); } }

    public bool? Active { get => _active; init { _active = value; Assigned(3); } }

    public DateTimeOffset? CreatedAt { get => _createdAt; init { _createdAt = value; Assigned(4); } }

    public DateTimeOffset? SignedAt { get => _signedAt; init { _signedAt = value; Assigned(5); } }

    public Role? Role { get => _role; init { _role = value; Assigned(6); } }

    public IReadOnlyList<string>? Tags { get => _tags; init { _tags = value; Assigned(7); } }

    public IReadOnlyList<Person>? Friends { get => _friends; init { _friends = value; Assigned(8); } }

    public JsonElement? Extra { get => _extra; init { _extra = value; Assigned(9); } }

    public Person? Best { get => _best; init { _best = value; Assigned(10); } }

    public IReadOnlyDictionary<string, long>? Scores { get => _scores; init { _scores = value; Assigned(11); } }

    public bool Equals(Person? other) => Same(other);

    public override int GetHashCode() => base.GetHashCode();

    static Person IJson<Person>.Read(ref JsonCursor json) => json.Fill(new Person());

    protected override JsonNames Names => s_names ??= new("id\0age\0score\0active\0created_at\0signed_at\0role\0tags\0friends\0extra\0best\0scores"u8, "4:created"u8);

    protected override void Visit(ref JsonCursor json, int index)
    {
        switch (index)
        {
            case 0: json.Text(ref _id); break;
            case 1: json.Integer(ref _age); break;
            case 2: json.Number(ref _score); break;
            case 3: json.Boolean(ref _active); break;
            case 4: json.UnixTime(ref _createdAt); break;
            case 5: json.IsoTime(ref _signedAt); break;
            case 6: json.Value(ref _role); break;
            case 7: json.List<string, JsonText>(ref _tags); break;
            case 8: json.List(ref _friends); break;
            case 9: json.Element(ref _extra); break;
            case 10: json.Record(ref _best); break;
            case 11: json.Map<long, JsonInteger>(ref _scores); break;
        }
    }

    protected override bool PrintMembers(System.Text.StringBuilder builder) => base.PrintMembers(builder);
}

internal readonly record struct Role(string Value) : IOpenEnum<Role>
{
    public static JsonNames Known { get; } = new("admin\0user"u8);

    public static Role Admin { get; } = new("admin");

    public static Role From(string value) => new(value);
}
