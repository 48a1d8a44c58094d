using System.Globalization;
using System.Text.Json.Nodes;
using Intercom.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Generator.Tests;

/// <summary>Payloads at every place of a document where a text can stand: none of them is code afterwards.</summary>
public sealed class HostileTextTests(ITestOutputHelper output)
{
    // Names are spelled anew, so a token of the emitted code that is spelled like this is not one that naming made.
    private const string Mark = "inJECTed";

    // Each place gets this many of the payloads, each payload its share of the places; INTERCOM_HOSTILE=all tries every pair.
    private const int PayloadsOfAPlace = 2;

    private static readonly string[] Payloads =
    [
        $"a\nclass {Mark} {{ }}\n//", $"a\rclass {Mark} {{ }}\r//", $"a\r\nclass {Mark} {{ }}\r\n//", $"a\u0085class {Mark} {{ }}\u0085//",
        $"a\u2028class {Mark} {{ }}\u2028//", $"a\u2029class {Mark} {{ }}\u2029//", $"a\vclass {Mark} {{ }}\v", $"a\fclass {Mark} {{ }}\f",
        $"*/ class {Mark} {{ }} /*", $"</summary>\n{Mark}();<summary>", $"]]>{Mark}<![CDATA[", $"a\n#line 1 \"{Mark}\"\n",
        $"a\n#error {Mark}\n",
        // A payload like the others: nothing is switched off by it.
        $"a\n#pragma warning disable {Mark}\n",
        $"a\n#if {Mark}\n", $"a\n#nullable disable\n#region {Mark}", $"\"; {Mark}(); //", $"\\\"; {Mark}(); //",
        $"\"\"\"; {Mark}(); \"\"\"", $"\"\"\"\"{Mark}\"\"\"\"", $"@\"{Mark}\"", $"$\"{{{Mark}()}}\"", $"{{{{{Mark}}}}}",
        $"{{{Mark}}}", $"}}}} class {Mark} {{{{",
        $"'{Mark}'", $"\\u000a{Mark}", $"\\", $"\u202e{Mark}\u2066", $"\u200b{Mark}\ufeff", $"\ud83d\ude00 {Mark}",
        $"\ud83d{Mark}", $"{Mark}\udc00", $"\0{Mark}\0",
        $"\u0001{Mark}\u0001", $"a ?.{Mark}", $"a;{Mark}();", $"a) => {Mark}(); void b(", $"<{Mark}>", $"&{Mark};",
        $"&#10;{Mark}", $"[{Mark}]",
        $"a, int b = {Mark}", $"{Mark}\uff1bclass", $"a // {Mark}", $"a /* {Mark}", $"global::{Mark}", $"@{Mark}",
        $"__arglist({Mark})", $"\t{Mark}\t",
    ];

    [Fact]
    public void A_payload_is_data_at_every_place()
    {
        var all = Environment.GetEnvironmentVariable("INTERCOM_HOSTILE") == "all";
        var places = Places(Document()).ToList();
        var pairs = 0;
        for (var place = 0; place < places.Count; place++)
            for (var i = 0; i < (all ? Payloads.Length : PayloadsOfAPlace); i++, pairs++)
                Try(places[place], Payloads[all ? i : ((place * PayloadsOfAPlace) + i) % Payloads.Length]);
        output.WriteLine($"{places.Count} places, {Payloads.Length} payloads, {pairs} pairs");
        Assert.True(places.Count > 150, $"{places.Count} places");
    }

    private static void Try(string place, string payload)
    {
        var generation = Generation.Of(SpecInput.Of(Placed(place, payload)));
        var what = $"{payload.Replace("\n", "\\n", StringComparison.Ordinal)} at {place}";
        Assert.True(generation.Run.Exception is null, $"{what}: {generation.Run.Exception}");
        foreach (var source in generation.Run.GeneratedSources)
        {
            var root = source.SyntaxTree.GetRoot();
            var errors = source.SyntaxTree.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).ToList();
            Assert.True(errors.Count == 0, $"{what}: {errors.FirstOrDefault()}");
            Assert.True(!root.DescendantTokens().Any(IsMarkedCode), $"{what} is code in {source.HintName}");
            Assert.True(!root.DescendantTrivia().Any(IsMarkedDirective), $"{what} is a directive in {source.HintName}");
            var raw = source.SourceText.ToString().FirstOrDefault(IsUnseen);
            Assert.True(raw == '\0', $"{what} stands raw in {source.HintName}: U+{(int)raw:X4}");
        }
    }

    private static bool IsMarkedCode(SyntaxToken token) => token.Text.Contains(Mark, StringComparison.Ordinal)
        && !token.IsKind(SyntaxKind.StringLiteralToken) && !token.IsKind(SyntaxKind.Utf8StringLiteralToken);

    private static bool IsMarkedDirective(SyntaxTrivia trivia) =>
        (trivia.IsDirective
            && !trivia.IsKind(SyntaxKind.NullableDirectiveTrivia) && !trivia.IsKind(SyntaxKind.PragmaWarningDirectiveTrivia))
        || ((trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia) || trivia.IsKind(SyntaxKind.SkippedTokensTrivia))
            && trivia.ToFullString().Contains(Mark, StringComparison.Ordinal));

    private static bool IsUnseen(char c) => c != '\n' && CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static JsonNode Document() => JsonNode.Parse(HostileDocument.Text)!;

    /// <summary>Every key and every value of a document, as a path; a key has a colon behind it.</summary>
    private static IEnumerable<string> Places(JsonNode? node, string path = "") => node switch
    {
        JsonObject map => map.SelectMany(entry => Places(entry.Value, $"{path}|{entry.Key}").Prepend($"{path}|{entry.Key}:")),
        JsonArray list => list.SelectMany((item, i) => Places(item, $"{path}|{i}")),
        JsonValue => [path],
        _ => [],
    };

    private static string Placed(string place, string payload)
    {
        var document = Document();
        var parts = place.TrimEnd(':').Split('|').Skip(1).ToArray();
        var parent = document;
        foreach (var part in parts[..^1])
            parent = Child(parent, part);
        if (place.EndsWith(':'))
            Rename((JsonObject)parent, parts[^1], payload);
        else if (parent is JsonArray list)
            list[int.Parse(parts[^1], CultureInfo.InvariantCulture)] = payload;
        else
            parent[parts[^1]] = payload;
        return document.ToJsonString();
    }

    // A template parameter keeps its braces, so that a payload is tried inside of them and beside them.
    private static void Rename(JsonObject map, string key, string payload)
    {
        var entries = map.ToList();
        map.Clear();
        foreach (var (name, value) in entries)
            map.Add(name != key ? name : key.StartsWith('/') ? key + payload : payload, value);
    }

    private static JsonNode Child(JsonNode parent, string part) =>
        parent is JsonArray list ? list[int.Parse(part, CultureInfo.InvariantCulture)]! : parent[part]!;
}
