using Intercom.Generator.Parsing.Places;

namespace Intercom.Generator.Tests.Places;

/// <summary>One cell of the table: a kind of value at a place, and the one operation of a document that has it there.</summary>
internal sealed record Cell(Place Place, Kind Kind)
{
    private const string Done = "responses: { '204': { description: Done } }";

    public string Path => $"/{Place}/{Kind.Name}".ToLowerInvariant();

    public Fate Fate => PlaceTable.FateOf(Place, Kind.Of);

    /// <summary>The value as it is there.</summary>
    public Kind Value => Fate == Fate.Text ? Kind.AsText
        // The cases of a union inside another one are the other one's.
        : Place == Place.UnionCase && Kind.Of == TypeKind.Union ? Kind with { CSharp = Kind.Json }
        : Kind;

    public override string ToString() => $"{Place} × {Kind.Name}";

    public string Operation => Place switch
    {
        Place.Path => Get($"/{Path.Trim('/')}/{{value}}", "path, required: true", Kind.Schema),
        // An exploded object is the arguments that its properties are.
        Place.Query => Get(Path, Kind.Of == TypeKind.Record ? "query, explode: false" : "query", Kind.Schema),
        Place.Header => Get(Path, "header", Kind.Schema),
        Place.Cookie => Get(Path, "cookie", Kind.Schema),
        Place.Property => Echo(Property(Kind.Schema)),
        Place.Item => Echo(Property($"{{ type: array, items: {Kind.Schema} }}")),
        Place.MapValue => Echo(Property($"{{ type: object, additionalProperties: {Kind.Schema} }}")),
        Place.UnionCase => Echo(Property($"{{ oneOf: [ {Kind.Schema}, {{ type: {(Kind.Of == TypeKind.Boolean ? "string" : "boolean")} }} ] }}")),
        Place.FormPart => Post("multipart/form-data", Property(Kind.Schema)),
        Place.UrlEncoded => Post("application/x-www-form-urlencoded", Property(Kind.Schema)),
        Place.Body => Post(Kind.Of == TypeKind.File ? "application/octet-stream" : "application/json", Kind.Schema),
        Place.Answer => Answers("application/json"),
        Place.Event => Answers("text/event-stream"),
        _ => throw new InvalidOperationException(Place.ToString()),
    };

    private static string Property(string schema) => $"{{ type: object, properties: {{ value: {schema} }} }}";

    private static string Get(string path, string place, string schema) =>
        $"{path}: {{ get: {{ parameters: [ {{ name: value, in: {place}, schema: {schema} }} ], {Done} }} }}";

    private string Post(string media, string schema) => $"{Path}: {{ post: {{ requestBody: {{ content: {{ {media}: {{ schema: {schema} }} }} }}, {Done} }} }}";

    // The same object is sent and answered, so that both directions are tried.
    private string Echo(string schema) =>
        $"{Path}: {{ post: {{ requestBody: {{ content: {{ application/json: {{ schema: {schema} }} }} }}, {AnswersWith("application/json", schema)} }} }}";

    private string Answers(string media) => $"{Path}: {{ get: {{ {AnswersWith(media, Kind.Schema)} }} }}";

    private static string AnswersWith(string media, string schema) =>
        $"responses: {{ '200': {{ description: Done, content: {{ {media}: {{ schema: {schema} }} }} }} }}";
}
