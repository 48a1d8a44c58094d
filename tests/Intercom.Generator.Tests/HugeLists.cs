using Intercom.Generator.Tests.Harness;

namespace Intercom.Generator.Tests;

/// <summary>Documents with very many of one thing, or with one that is very long.</summary>
internal static class HugeLists
{
    private const string Done = "responses: { '204': { description: Done } }";

    private const string Text = "{ type: string }";

    /// <summary>Each of them ends, with a client or with an error.</summary>
    public static IReadOnlyDictionary<string, Func<SpecInput>> All { get; } = new Dictionary<string, Func<SpecInput>>
    {
        ["jobs"] = static () => Jobs(1_500),
        ["unions of many cases"] = static () => SpecInput.Schemas(
            Lines(50, static i => $"u{i}: {{ oneOf: [ {Many(300, static j => Ref($"c{j}"))} ] }}")
            + "\n" + Lines(300, static i => $"c{i}: {{ type: object, required: [ p{i} ], properties: {{ p{i}: {Text}, all: {Text} }} }}")),
        ["a union of many cases that hold much"] = static () => SpecInput.Schemas(
            $"u: {{ oneOf: [ {Many(100, static j => Ref($"c{j}"))} ] }}\n" + Lines(100, static i =>
                $"c{i}: {{ type: object, properties: {{ {Many(400, static j => $"p{j}: {Text}")} }} }}")),
        ["a wide composition"] = static () => SpecInput.Schemas(
            $"a: {{ allOf: [ {Many(3_000, static j => Ref($"b{j}"))} ] }}\n"
            + Lines(3_000, static i => $"b{i}: {{ type: object, properties: {{ p{i}: {Text} }} }}")),
        ["a wide composition of inline objects"] = static () => SpecInput.Schemas(
            $"a: {{ allOf: [ {Many(5_000, static j => $"{{ type: object, properties: {{ p{j}: {Text} }} }}")} ] }}"),
        ["many compositions of one base"] = static () => SpecInput.Schemas(
            $"b: {{ type: object, discriminator: {{ propertyName: p0 }}, properties: {{ {Many(20, static j => $"p{j}: {Text}")} }} }}\n"
            + Lines(2_000, static i => $"a{i}: {{ allOf: [ {Ref("b")}, {{ properties: {{ q{i}: {Text} }} }} ] }}")),
        ["compositions of the same over and over"] = static () => OverAndOver("allOf"),
        ["alternatives of the same over and over"] = static () => OverAndOver("oneOf"),
        ["a long chain of bases"] = static () => SpecInput.Schemas(
            Lines(10_000, static i => $"c{i}: {{ discriminator: {{ propertyName: p }}, allOf: [ {Ref($"c{i + 1}")} ] }}")),
        ["deep references"] = static () => SpecInput.Schemas(
            Lines(5_000, static i => $"c{i}: {{ type: object, properties: {{ a: {Ref($"d{i}/properties/b/items")} }} }}")
            + "\n" + Lines(5_000, static i => $"d{i}: {{ type: object, properties: {{ b: {{ type: array, items: {Text} }} }} }}")),
        ["a chain of references"] = static () => SpecInput.Schemas(
            Lines(20_000, static i => $"c{i}: {Ref($"c{i + 1}")}") + "\nc20000: { type: object }"),
        ["references to one schema"] = static () => SpecInput.Schemas("c: { type: object }\n" + Lines(8, static i =>
            $"o{i}:\n  type: object\n  properties:\n" + Lines(5_000, static j => $"    p{j}: {Ref("c")}"))),
        ["items of references to one schema"] = static () => SpecInput.Schemas(
            "c: { type: object }\na: { type: object, properties: {\n"
            + Lines(9_000, static i => $"  p{i}: {{ type: array, items: {Ref("c")} }},") + "\n } }"),
        ["values of an enum"] = static () => SpecInput.Schemas($"a: {{ type: string, enum: [ {Many(50_000, static i => $"v{i}")} ] }}"),
        ["values of an enum of numbers"] = static () => SpecInput.Schemas(
            $"a: {{ type: integer, enum: [ {Many(50_000, static i => $"{i}")} ] }}"),
        ["enums"] = static () => SpecInput.Schemas(Lines(4_000, static i => $"e{i}: {{ type: string, enum: [ a, b, c, d ] }}")),
        ["parameters"] = static () => Parameters(20_000, static i => $"{{ name: p{i}, in: query, schema: {Text} }}"),
        ["headers"] = static () => Parameters(5_000, static i => $"{{ name: p{i}, in: header, required: true, schema: {Text} }}"),
        ["parameters of a path"] = static () => SpecInput.Paths(
            "? /a" + string.Concat(Enumerable.Range(0, 3_000).Select(static i => $"/{{p{i}}}")) + $"\n: {{ get: {{ {Done} }} }}"),
        ["the same parameter"] = static () => Parameters(20_000, static _ => $"{{ name: p, in: query, schema: {Text} }}"),
        ["tags"] = static () => SpecInput.Paths($"/a: {{ get: {{ tags: [ {Many(20_000, static i => $"t{i}")} ], {Done} }} }}")
            .Edit(static text => text + "tags:\n" + Lines(20_000, static i => $"  - {{ name: t{i}, description: Words. }}")),
        ["servers"] = static () => SpecInput.Paths($"/a: {{ get: {{ {Done}, servers: [\n"
                + Lines(20_000, static i => $"{{ url: 'https://s{i}.intercom.io' }},") + "\n] } }")
            .Edit(static text => text + "servers:\n" + Lines(20_000, static i => $"  - {{ url: 'https://s{i}.intercom.io' }}")),
        ["answers"] = static () => SpecInput.Paths("/a: { get: { responses: {\n" + Lines(20_000, static i =>
                $"  '2{i / 200:000}{i % 200:000}': {{ description: Done }},") + "\n} } }"),
        ["answers that differ"] = static () => SpecInput.Paths("/a: { get: { responses: {\n" + Lines(100, static i =>
                $"  '2{i:00}': {{ description: Done, content: {{ application/json: {{ schema: {{ type: object, properties: {{ "
                + Many(50, j => $"p{i}_{j}: {Text}") + " } } } } },") + "\n} } }"),
        ["media types"] = static () => SpecInput.Paths("/a: { post: { requestBody: { content: {\n"
            + Lines(10_000, static i => $"  application/x{i}: {{ schema: {Text} }},") + $"\n}} }}, {Done} }} }}"),
        ["operations"] = static () => SpecInput.Paths(Lines(4_000, static i => $"/a{i}: {{ get: {{ tags: [ t ], {Done} }} }}")),
        ["groups of one operation"] = static () => SpecInput.Paths(
            Lines(3_000, static i => $"/a{i}: {{ get: {{ tags: [ t{i} ], {Done} }} }}")),
        ["webhooks"] = static () => SpecInput.Schemas("a: { type: object }").Edit(static text => "webhooks:\n"
            + Lines(5_000, static i => $"  w.{i}: {{ post: {{ {Done} }} }}") + "\n" + text),
        ["a webhook's composition"] = static () => SpecInput.Schemas("a0: { type: object }\n" + Lines(8, static i =>
                $"a{i + 1}: {{ allOf: [ {Many(100, _ => Ref($"a{i}"))} ] }}"))
            .Edit(static text => "webhooks: { w: { post: { requestBody: { content: { application/json: { schema: "
                + $"{Ref("a8")} }} }} }}, {Done} }} }} }}\n" + text),
        ["required properties"] = static () => SpecInput.Schemas(
            $"a: {{ type: object, required: [ {Many(50_000, static i => $"p{i}")} ], properties: {{ p1: {Text} }} }}"),
        ["properties that are objects"] = static () => SpecInput.Schemas("a: { type: object, properties: {\n"
            + Lines(5_000, static i => $"  p{i}: {{ type: object, properties: {{ a: {Text} }} }},") + "\n} }"),
        ["words"] = static () => SpecInput.Schemas("a: { type: object, description: \"" + Times("Many words. ", 400_000) + "\" }"),
        ["lines of words"] = static () => SpecInput.Schemas(
            "a: { type: object, description: \"" + Times("A line.\\n", 300_000) + "\" }"),
        ["marks of words"] = static () => SpecInput.Schemas("a: { type: object, description: \"" + Times("[a](b) **c** `d` <e> ", 50_000)
            + Times("[", 50_000) + Times("*", 50_000) + Times("<", 50_000) + Times("`", 50_001) + "\" }"),
        ["the name of a component"] = static () => SpecInput.Schemas($"? {Times("aB", 500_000)}\n: {{ type: object }}"),
        ["the name of a property"] = static () => SpecInput.Schemas(
            $"a:\n  type: object\n  properties:\n    ? {Times("a-", 500_000)}\n    : {Text}"),
        ["the name of a path"] = static () => SpecInput.Paths($"? /{Times("a/", 500_000)}\n: {{ get: {{ {Done} }} }}"),
        ["a name in braces"] = static () => SpecInput.Paths($"? /{Times("{", 50_000)}a{Times("}", 50_000)}\n: {{ get: {{ {Done} }} }}"),
        ["the value of an enum"] = static () => SpecInput.Schemas($"a: {{ type: string, enum: [ b, {Times("v ", 500_000)} ] }}"),
        ["the steps of a reference"] = static () => SpecInput.Schemas(
            $"a: {{ $ref: '#{Times("/x", 500_000)}' }}\nb: {{ $ref: '#{Times("/%41", 200_000)}' }}"),
        ["a number"] = static () => SpecInput.Schemas($"a: {{ type: integer, enum: [ {Times("9", 500_000)}, 1 ] }}"),
        ["actions by a wildcard"] = static () => SpecInput.Schemas(Lines(100, static i => $"c{i}: {{ type: object }}"))
            .Overlay(Actions(5_000, static i => $"{{ target: $.components.schemas.*, update: {{ title: t{i % 7} }} }}")),
        ["actions everywhere"] = static () => SpecInput.Schemas(Lines(100, static i => $"c{i}: {{ type: object }}"))
            .Overlay(Actions(5_000, static i => $"{{ target: $..c{i}, remove: true }}")),
        ["actions that match nothing"] = static () => SpecInput.Schemas("a: { type: object }")
            .Overlay(Actions(20_000, static i => $"{{ target: $.components.x{i}, remove: true }}")),
        ["actions that are none"] = static () => SpecInput.Schemas("a: { type: object }").Overlay(Actions(20_000, static i => $"x{i}")),
        ["a long target"] = static () => SpecInput.Schemas("a: { type: object }")
            .Overlay(Actions(1, static _ => $"{{ target: $.{Times("a.", 200_000)}b, remove: true }}")),
        ["given names"] = static () => SpecInput.Schemas(
            Lines(4_000, static i => $"c{i}: {{ type: object, x-intercom-type: Same, properties: {{ p{i}: {Text} }} }}")),
        ["kept names"] = static () => SpecInput.Schemas("a: { type: object }").Edit(static text => text
            + "x-intercom-names:\n  types:\n" + Lines(20_000, static i => $"    t{i}: {{ name: T{i}, is: record }}")),
    };

    // Each names the next very often, and the last is nothing: whoever follows each name follows them a number of times without end.
    private static SpecInput OverAndOver(string keyword) => SpecInput.Schemas(
        Lines(6, i => $"s{i}: {{ {keyword}: [ {Many(500, _ => Ref($"s{i + 1}"))} ] }}")
        + $"\ns6: {{}}\nother: {{ type: object, properties: {{ b: {Text} }} }}"
        + $"\nbase: {{ type: object, properties: {{ a: {Text} }}, oneOf: [ {Ref("s0")}, {Ref("other")} ] }}"
        + $"\nuser: {{ allOf: [ {Ref("base")}, {{ type: object, properties: {{ c: {Text} }} }} ] }}");

    private static SpecInput Jobs(int count) => SpecInput.Paths(
        Lines(count, static i => $"/start{i}: {{ post: {{ tags: [ t ], {Answer}, "
            + $"x-intercom-job: {{ id: id, poll: 'GET /jobs{i}/{{id}}', status: status, succeeded: [ done ] }} }} }}\n"
            + $"/jobs{i}/{{id}}: {{ get: {{ tags: [ t ], {Answer}, "
            + $"parameters: [ {{ name: id, in: path, required: true, schema: {Text} }} ] }} }}"),
        $"job: {{ type: object, properties: {{ id: {Text}, status: {Text} }} }}");

    private static string Answer =>
        $"responses: {{ '200': {{ description: Done, content: {{ application/json: {{ schema: {Ref("job")} }} }} }} }}";

    private static SpecInput Parameters(int count, Func<int, string> parameter) => SpecInput.Paths(
        "/a: { get: { parameters: [\n" + Lines(count, i => $"  {parameter(i)},") + $"\n ], {Done} }} }}");

    private static string Ref(string name) => $"{{ $ref: '#/components/schemas/{name}' }}";

    private static string Actions(int count, Func<int, string> action) =>
        "overlay: 1.0.0\ninfo: { title: Huge, version: '1' }\nactions:\n" + Lines(count, i => "  - " + action(i));

    private static string Lines(int count, Func<int, string> line) => string.Join("\n", Enumerable.Range(0, count).Select(line));

    private static string Many(int count, Func<int, string> item) => string.Join(", ", Enumerable.Range(0, count).Select(item));

    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
