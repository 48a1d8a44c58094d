using Intercom.Generator.Parsing.Places;

namespace Intercom.Generator.Tests.Places;

/// <summary>A kind of value: how a document declares it, how C# writes one, and what it is as JSON and as text.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="CSharp">An expression for a value.</param>
/// <param name="Json">The JSON of that value.</param>
/// <param name="Parts">Its text; of a list, that of each item; of an object, the names and values.</param>
internal sealed record Kind(string Name, TypeKind Of, string Schema, string CSharp, string Json, params (string? Name, string Text)[] Parts)
{
    public const string Components =
        """
        own_id: { type: integer }
        colour: { type: string, enum: [ red, dark green ] }
        point: { type: object, properties: { n: { type: integer }, t: { type: string } } }
        number_or_text: { oneOf: [ { type: integer }, { type: string } ] }
        """;

    public static readonly Kind[] All =
    [
        new("Text", TypeKind.Text, "{ type: string }", "\"a b\"", "\"a b\"", (null, "a b")),
        new("Uuid", TypeKind.Text, "{ type: string, format: uuid }", "\"0000-1\"", "\"0000-1\"", (null, "0000-1")),
        new("Duration", TypeKind.Text, "{ type: string, format: duration }", "\"P1M\"", "\"P1M\"", (null, "P1M")),
        new("Enum", TypeKind.Enum, "{ $ref: '#/components/schemas/colour' }", "Colour.DarkGreen", "\"dark green\"", (null, "dark green")),
        new("Identifier", TypeKind.Identifier, "{ $ref: '#/components/schemas/own_id' }", "\"42\"", "42", (null, "42")),
        new("Integer", TypeKind.Integer, "{ type: integer }", "7L", "7", (null, "7")),
        new("Number", TypeKind.Number, "{ type: number }", "1.5", "1.5", (null, "1.5")),
        new("Decimal", TypeKind.Decimal, "{ type: number, format: decimal }", "1.50m", "1.50", (null, "1.50")),
        new("Boolean", TypeKind.Boolean, "{ type: boolean }", "true", "true", (null, "true")),
        new("UnixTime", TypeKind.UnixTime, "{ type: integer, format: date-time }", Time, "1767225600", (null, "1767225600")),
        new("IsoTime", TypeKind.IsoTime, "{ type: string, format: date-time }", Time, "\"2026-01-01T00:00:00Z\"", (null, "2026-01-01T00:00:00Z")),
        new("AnyTime", TypeKind.AnyTime, "{ oneOf: [ { type: integer }, { type: string, format: date-time } ] }", Time, "1767225600", (null, "1767225600")),
        new("Date", TypeKind.Date, "{ type: string, format: date }", "new DateOnly(2026, 1, 31)", "\"2026-01-31\"", (null, "2026-01-31")),
        new("Bytes", TypeKind.Bytes, "{ type: string, format: byte }", "new byte[] { 251, 255, 1 }", "\"+/8B\"", (null, "+/8B")),
        new("File", TypeKind.File, "{ type: string, format: binary }", "new IntercomFile(\"a.txt\", \"abc\"u8.ToArray())", "\"abc\"", (null, "abc")),
        new("List", TypeKind.List, "{ type: array, items: { type: integer } }", "new long[] { 7, 8 }", "[7,8]", (null, "7"), (null, "8")),
        new("ListWithNulls", TypeKind.List, "{ type: array, items: { type: string, nullable: true } }", "new string?[] { \"x\", null, \"y\" }", "[\"x\",null,\"y\"]", (null, "x"), (null, "y")),
        new("Map", TypeKind.Map, "{ type: object, additionalProperties: { type: integer } }", "new Dictionary<string, long> { [\"k\"] = 7 }", "{\"k\":7}", ("k", "7")),
        new("Record", TypeKind.Record, "{ $ref: '#/components/schemas/point' }", "new Point { N = 1, T = \"x y\" }", "{\"n\":1,\"t\":\"x y\"}", ("n", "1"), ("t", "x y")),
        new("Union", TypeKind.Union, "{ $ref: '#/components/schemas/number_or_text' }", "new NumberOrText(\"u v\")", "\"u v\"", (null, "u v")),
        new("Anything", TypeKind.Json, "{}", "(IntercomValue)\"x\"", "\"x\"", (null, "x")),
        new("AnyObject", TypeKind.JsonObject, "{ type: object, additionalProperties: {} }", "new JsonProperties { [\"k\"] = \"x\" }", "{\"k\":\"x\"}", ("k", "x")),
    ];

    private const string Time = "DateTimeOffset.FromUnixTimeSeconds(1767225600)";

    public bool IsObject => Parts[0].Name is not null;

    public bool IsList => Of == TypeKind.List;

    /// <summary>The same value where it is a text.</summary>
    public Kind AsText => this with { Of = TypeKind.Text, CSharp = Json.StartsWith('"') ? Json : $"\"{Json}\"", Json = Json.StartsWith('"') ? Json : $"\"{Json}\"" };

    /// <summary>The parts one after the other.</summary>
    public string Joined(string separator, string between, Func<string, string> escape) =>
        string.Join(separator, Parts.Select(part => (part.Name is null ? "" : part.Name + between) + escape(part.Text)));
}
