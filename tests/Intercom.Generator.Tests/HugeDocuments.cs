using Intercom.Generator.Tests.Harness;

namespace Intercom.Generator.Tests;

/// <summary>Documents that are small to write down and large to follow.</summary>
internal static class HugeDocuments
{
    private const string Done = "responses: { '204': { description: Done } }";

    private const string Base = "openapi: 3.1.0\ninfo: { title: Huge, version: '1' }\npaths: {}\n";

    /// <summary>What is refused, and words of the error.</summary>
    public static IReadOnlyDictionary<string, (Func<SpecInput> Input, string Limit)> Beyond { get; } = new Dictionary<string,
        (Func<SpecInput>, string)>
    {
        ["aliases in a chain"] = (static () =>
        SpecInput.Of(Base + "x0: &a0 x\n" + Lines(60, static i => $"x{i + 1}: &a{i + 1} {Times("[", 50)}*a{i}{Times("]", 50)}")),
        "100 levels"),
        ["aliases that multiply"] = (static () =>
        SpecInput.Of(Base + "x0: &a0 [ 1, 2, 3 ]\n" + Lines(20, static i => $"x{i + 1}: &a{i + 1} [ *a{i}, *a{i}, *a{i} ]")), "aliases"),
        ["merge keys that multiply"] = (static () =>
        SpecInput.Of(Base + "x0: &a0 { a: 1 }\n"
        + Lines(30, static i => $"x{i + 1}: &a{i + 1} {{ <<: *a{i}, l{i}: *a{i}, r{i}: *a{i} }}")), "aliases"),
        ["brackets"] = (static () => SpecInput.Of(Base + "x: " + Times("[", 100_000)), "100 levels"),
        ["dashes"] = (static () => SpecInput.Of(Base + "x:\n  " + Times("- ", 50_000) + "a"), "100 levels"),
        ["indentation"] = (static () => SpecInput.Of(Base + "x:\n" + Lines(2_000, static i => new string(' ', i + 1) + "a:")),
        "100 levels"),
        ["schemas in schemas"] = (static () =>
        SpecInput.Schemas("a: " + Times("{ type: array, items: ", 3_000) + "{}" + Times(" }", 3_000)), "100 levels"),
        ["a diamond of compositions"] = (static () => Chain(100, static next => $"{{ allOf: [ {next}, {next} ] }}"), "60 schemas"),
        ["a chain of compositions"] = (static () =>
        Chain(1_000, static next => $"{{ allOf: [ {next}, {{ type: object, properties: {{ a: {{ type: string }} }} }} ] }}"), "60 schemas"),
        ["a chain of references with words"] = (static () => Chain(2_000, static next => $"{{ description: Words., allOf: [ {next} ] }}"),
        "60 schemas"),
        ["a chain of unions"] = (static () =>
        Chain(2_000, static next => $"{{ oneOf: [ {next}, {{ type: array, items: {{ type: string }} }} ] }}"), "60 schemas"),
        ["a chain of lists"] = (static () => Chain(2_000, static next => $"{{ type: array, items: {next} }}"), "60 schemas"),
        ["a chain of maps"] = (static () => Chain(2_000, static next => $"{{ type: object, additionalProperties: {next} }}"), "60 schemas"),
        ["a chain of properties with more beside them"] = (static () =>
            Chain(2_000, static next =>
                $"{{ type: object, properties: {{ a: {{ allOf: [ {next} ], properties: {{ z: {{ type: string }} }} }} }} }}"),
                "60 schemas"),
        ["properties of an object"] = (static () =>
        SpecInput.Schemas("a:\n  type: object\n  properties:\n" + Lines(50_000, static i => $"    p{i}: {{ type: string }}")),
        "10,000 properties"),
        ["cases of a union"] = (static () =>
        SpecInput.Schemas("a:\n  oneOf:\n" + Lines(5_000, static i => $"    - {{ $ref: '#/components/schemas/c{i}' }}") + "\n"
        + Lines(5_000, static i => $"c{i}: {{ type: object }}")), "1,000 cases"),
        ["compositions that overlap"] = (static () => SpecInput.Schemas(Lines(200, static i =>
            $"c{i}: {{ allOf: [ {Many(0, 300, static j => $"{{ $ref: '#/components/schemas/b{j}' }}")} ] }}")
            + "\n" + Lines(300, static i => $"b{i}: {{ type: object, properties: {{ p{i}: {{ type: string }} }} }}")), "take over"),
        ["references to one large answer"] = (static () => SpecInput.Paths(
            "/large: { get: { responses: { '200': { description: Done, content: { application/json: { schema: "
            + "{ type: object, properties: {\n" + Lines(500, static i => $"  p{i}: {{ type: string }},") + "\n } } } } } } } }\n"
            + Lines(2_000, static i =>
                $"/a{i}: {{ get: {{ responses: {{ '200': {{ $ref: '#/paths/~1large/get/responses/200' }} }} }} }}")), "references add"),
        ["an overlay that doubles"] = (static () => SpecInput.Of(Base + "x: {}\n")
        .Overlay(Actions(40, static i => $"{{ target: $.x{Times(".*", i)}, update: {{ a: {{}}, b: {{}} }} }}")), "overlays add"),
        ["an overlay that adds much in many places"] = (static () =>
            SpecInput.Schemas(Lines(2_000, static i => $"c{i}: {{ type: object }}"))
            .Overlay(Actions(500, static i => $"{{ target: $.components.schemas.*, update: {{ title: t{i} }} }}")), "overlays add"),
        ["an overlay that looks everywhere"] = (static () => SpecInput.Schemas(Lines(20_000, static i => $"c{i}: {{ type: object }}"))
            .Overlay(Actions(2_000, static i => "{ target: $.components.schemas.*.nothing, remove: true }")), "look at more"),
    };

    /// <summary>What ends with a client.</summary>
    public static IReadOnlyDictionary<string, Func<SpecInput>> Within { get; } = new Dictionary<string, Func<SpecInput>>
    {
        ["a chain of references"] = static () => Chain(5_000, static next => next),
        ["a circle of references"] = static () =>
        SpecInput.Schemas(Lines(2_000, static i => $"c{i}: {{ $ref: '#/components/schemas/c{(i + 1) % 2_000}' }}")),
        ["a circle of compositions"] = static () =>
        SpecInput.Schemas(Lines(50, static i =>
        $"c{i}: {{ allOf: [ {{ $ref: '#/components/schemas/c{(i + 1) % 50}' }}, {{ type: object, "
                + $"properties: {{ p{i}: {{ type: string }} }} }} ] }}")),
        ["a chain of objects"] = static () =>
        SpecInput.Schemas(Lines(2_000, static i =>
        $"c{i}: {{ type: object, properties: {{ a: {{ $ref: '#/components/schemas/c{(i + 1) % 2_000}' }} }} }}")),
        ["a chain of paths"] = static () =>
        SpecInput.Paths(Lines(2_000, static i => $"/p{i}: "
        + (i == 1_999 ? $"{{ get: {{ {Done} }} }}" : $"{{ $ref: '#/paths/~1p{i + 1}' }}"))),
        ["a circle of paths"] = static () =>
        SpecInput.Paths(Lines(3_000, static i => $"/p{i}: {{ $ref: '#/paths/~1p{(i + 1) % 3_000}' }}")),
        ["references through references"] = static () =>
        SpecInput.Schemas(Lines(100, static i => $"c{i}: {{ $ref: '#/components/schemas/c{i + 1}/x/x/x/x/x/x/x/x' }}")),
        ["references into each other"] = static () =>
            SpecInput.Schemas("c: " + Times("{ type: object, properties: { a: ", 25) + "{}" + Times(" } }", 25)
            + "\nd: { type: object, properties: {\n"
                + Lines(25, static i => $"  p{i}: {{ $ref: '#/components/schemas/c{Times("/properties/a", i)}' }},") + "\n } }"),
        ["properties of an object"] = static () =>
        SpecInput.Schemas("a:\n  type: object\n  properties:\n" + Lines(4_000, static i => $"    p{i}: {{ type: string }}")),
        ["properties of one name"] = static () =>
        SpecInput.Schemas("a:\n  type: object\n  properties:\n" + Lines(5_000, static i => $"    '{Marks(i)}p': {{ type: string }}")),
        ["types of one name"] = static () =>
        SpecInput.Schemas(Lines(2_000, static i => $"'{Marks(i)}c': {{ type: object, properties: {{ a: {{ type: string }} }} }}")),
        ["inline types of one name"] = static () =>
        SpecInput.Schemas("a:\n  type: object\n  properties:\n"
        + Lines(2_000, static i => $"    '{Marks(i)}p': {{ type: object, properties: {{ a: {{ type: string }} }} }}")),
        ["values of one name"] = static () =>
        SpecInput.Schemas("a: { type: string, enum: [ "
        + string.Join(", ", Enumerable.Range(0, 5_000).Select(static i => $"'{Marks(i)}v'")) + " ] }"),
        ["operations of one name"] = static () =>
        SpecInput.Paths(Lines(1_500, static i => $"/a/{Marks(i)}: {{ get: {{ operationId: listA, tags: [ a ], {Done} }} }}")),
        ["operations of one given name"] = static () =>
        SpecInput.Paths(Lines(1_500, static i => $"/a{i}: {{ get: {{ x-intercom-name: A.Get, {Done} }} }}")),
        ["groups"] = static () =>
        SpecInput.Paths(Lines(300, static i => $"/a{i}: {{ get: {{ tags: [ t{i} ], {Done} }} }}"))
        .Edit(static text => text + "tags:\n" + Lines(5_000, static i => $"  - {{ name: t{i} }}")),
        ["arguments of one name"] = static () =>
        SpecInput.Paths("/a: { get: { parameters: [\n"
        + Lines(3_000, static i => $"  {{ name: '{Marks(i)}p', in: query, schema: {{ type: string }} }},") + $"\n ], {Done} }} }}"),
        ["long names"] = static () =>
        SpecInput.Paths(Lines(1_000, static i =>
        $"/a{i}: {{ get: {{ operationId: {Times("aB", 250)}{i}, tags: [ {Times("aB", 250)} ], {Done} }} }}")),
        ["a mapping of many values"] = static () =>
            SpecInput.Schemas("u: { oneOf: [ "
            + string.Join(", ", Enumerable.Range(0, 500).Select(static i => $"{{ $ref: '#/components/schemas/c{i}' }}"))
            + " ], discriminator: { propertyName: t, mapping: {\n"
                + Lines(5_000, static i => $"  v{i}: '#/components/schemas/c{i % 500}',") + "\n } } }\n"
                + Lines(500, static i => $"c{i}: {{ type: object, properties: {{ t: {{ type: string }} }} }}")),
        ["unions whose cases overlap"] = static () =>
            SpecInput.Schemas("u: { oneOf: [ "
            + string.Join(", ", Enumerable.Range(0, 900).Select(static i => $"{{ $ref: '#/components/schemas/c{i}' }}")) + " ] }\n"
            + Lines(900, static i =>
                $"c{i}: {{ type: object, required: [ p{i} ], properties: {{ {Many(i, 20, Textual)} }} }}")),
        ["variants that differ in one property"] = static () =>
            SpecInput.Schemas("u:\n  oneOf:\n" + Lines(900, static i =>
                $"    - {{ type: object, properties: {{ v: {{ type: object, properties: {{ {Many(i, 20, Textual)} }} }} }} }}")),
        ["parts that differ in one property"] = static () =>
            SpecInput.Schemas("u:\n  allOf:\n" + Lines(400, static i =>
                $"    - {{ type: object, properties: {{ v: {{ $ref: '#/components/schemas/c{i}' }} }} }}") + "\n"
            + Lines(400, static i => $"c{i}: {{ type: object, properties: {{ {Many(i, 20, Textual)} }} }}")),
        ["variants of variants that differ"] = static () =>
            SpecInput.Schemas(Lines(25, static i => $"c{i}: {{ anyOf: [ {{ properties: {{ v: {Next(i)} }} }}, "
                + $"{{ properties: {{ v: {{ properties: {{ x: {{ type: string }}, v: {Next(i)} }} }} }} }} ] }}")
            + "\nc25: { type: object, properties: { y: { type: string } } }"),
        ["variants of unions that differ"] = static () =>
            SpecInput.Schemas("u:\n  oneOf:\n" + Lines(300, static i =>
                $"    - {{ type: object, properties: {{ v: {{ $ref: '#/components/schemas/c{i}' }} }} }}") + "\n"
            + Lines(300, static i => $"c{i}: {{ oneOf: [ {Many(i, 40, static j => $"{{ properties: {{ {Textual(j)} }} }}")} ] }}")),
        ["lists of lists that differ"] = static () =>
            SpecInput.Schemas("u:\n  oneOf:\n" + Lines(200, static i => "    - { type: object, properties: { v: "
                + $"{Times("{ type: array, items: ", 40)}{{ properties: {{ {Textual(i)} }} }}{Times(" }", 40)} }} }}")),
        ["references to nothing"] = static () =>
        SpecInput.Schemas("a:\n  type: object\n  properties:\n"
        + Lines(4_000, static i => $"    p{i}: {{ $ref: '#/components/schemas/x{i}' }}")),
        ["slips"] = static () => SpecInput.Schemas("a:\n  type: object\n  properties:\n" + Lines(4_000, static i => $"    p{i}: ")),
        ["an overlay that removes by wildcard"] = static () =>
        SpecInput.Schemas(Lines(20_000, static i => $"c{i}: {{ type: object }}"))
        .Overlay(Actions(1, static _ => "{ target: $.components.schemas.*, remove: true }")),
        ["an overlay that removes items by wildcard"] = static () =>
            SpecInput.Schemas("c: { type: string, enum: [ " + string.Join(", ", Enumerable.Range(0, 20_000)) + " ] }")
            .Overlay(Actions(1, static _ => "{ target: '$.components.schemas.c.enum[*]', remove: true }")),
        ["a list of half a million lists"] = static () => SpecInput.Of(Base + "x: [" + Times("[],", 500_000) + "]"),
        ["anchors"] = static () => SpecInput.Of(Base + "x:\n" + Lines(50_000, static i => $"  - &a{i} x")),
    };

    /// <summary>Components of which each is made of the next.</summary>
    private static SpecInput Chain(int length, Func<string, string> link) =>
        SpecInput.Schemas(Lines(length, i => $"c{i}: {link($"{{ $ref: '#/components/schemas/c{i + 1}' }}")}")
            + $"\nc{length}: {{ type: object }}");

    private static string Actions(int count, Func<int, string> action) =>
        "overlay: 1.0.0\ninfo: { title: Huge, version: '1' }\nactions:\n" + Lines(count, i => "  - " + action(i));

    /// <summary>A few characters that no name keeps, different for each number.</summary>
    private static string Marks(int number) => number == 0 ? "" : Marks(number / 4) + "-+=~"[number % 4];

    private static string Lines(int count, Func<int, string> line) => string.Join("\n", Enumerable.Range(0, count).Select(line));

    private static string Many(int from, int count, Func<int, string> item) =>
        string.Join(", ", Enumerable.Range(from, count).Select(item));

    private static string Next(int number) => $"{{ $ref: '#/components/schemas/c{number + 1}' }}";

    private static string Textual(int number) => $"p{number}: {{ type: string }}";

    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
