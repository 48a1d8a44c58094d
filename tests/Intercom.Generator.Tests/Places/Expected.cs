using Intercom.Generator.Parsing.Places;

namespace Intercom.Generator.Tests.Places;

/// <summary>What of a cell is on the wire.</summary>
internal static class Expected
{
    public static string Request(Cell cell) => cell.Place switch
    {
        Place.Path => $"GET {cell.Path}/{cell.Value.Joined(",", ",", Uri.EscapeDataString)}",
        Place.Query => $"GET {cell.Path}?{Query(cell.Value)}",
        Place.Header => $"GET {cell.Path}\nvalue: {cell.Value.Joined(",", ",", static text => text)}",
        Place.Cookie => $"GET {cell.Path}\nCookie: {string.Join("; ", Pairs(cell.Value))}",
        Place.Property or Place.UnionCase => Json(cell, $$"""{"value":{{cell.Value.Json}}}"""),
        Place.Item => Json(cell, $$"""{"value":[{{cell.Value.Json}},{{cell.Value.Json}}]}"""),
        Place.MapValue => Json(cell, $$$"""{"value":{"k":{{{cell.Value.Json}}}}}"""),
        Place.FormPart => $"POST {cell.Path}\nmultipart/form-data\n{string.Join("\n", Form(cell.Value))}",
        Place.UrlEncoded => $"POST {cell.Path}\napplication/x-www-form-urlencoded\n{UrlEncoded(cell.Value)}",
        Place.Body when cell.Kind.Of == TypeKind.File => $"POST {cell.Path}\napplication/octet-stream\nabc",
        Place.Body => Json(cell, cell.Value.Json),
        _ => $"GET {cell.Path}",
    };

    /// <summary>What the server answers; null where it gives back what it was sent.</summary>
    public static (string MediaType, string Body)? Answer(Cell cell) => cell.Place switch
    {
        Place.Answer => ("application/json", cell.Value.Json),
        Place.Event => ("text/event-stream", $"data: {(cell.Value.Of == TypeKind.Text ? cell.Value.Json.Trim('"') : cell.Value.Json)}\n\n"),
        Place.Property or Place.Item or Place.MapValue or Place.UnionCase => null,
        _ => ("application/json", ""),
    };

    private static string Json(Cell cell, string json) => $"POST {cell.Path}\napplication/json\n{json}";

    private static string Query(Kind kind) => kind.Of == TypeKind.Record
        ? "value=" + string.Join(",", kind.Parts.Select(static part => $"{part.Name},{Uri.EscapeDataString(part.Text)}"))
        : string.Join("&", Pairs(kind));

    private static IEnumerable<string> Pairs(Kind kind) => kind.Parts.Select(static part => $"{part.Name ?? "value"}={Uri.EscapeDataString(part.Text)}");

    private static IEnumerable<string> Form(Kind kind) => kind switch
    {
        { IsObject: true } => [$"value [application/json] {kind.Json}"],
        { Of: TypeKind.File } => [$"value a.txt [application/octet-stream] {kind.Parts[0].Text}"],
        _ => kind.Parts.Select(static part => $"value [] {part.Text}"),
    };

    private static string UrlEncoded(Kind kind) => string.Join("&", kind.Parts.Select(part =>
        (part.Name is null ? "value" : $"value%5B{part.Name}%5D") + "=" + Uri.EscapeDataString(part.Text).Replace("%20", "+", StringComparison.Ordinal)));
}
