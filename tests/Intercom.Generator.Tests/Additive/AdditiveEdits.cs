using System.Text.Json.Nodes;

namespace Intercom.Generator.Tests.Additive;

/// <summary>Edits of a document that only add something: each at every place where it can be made, all at once.</summary>
internal static class AdditiveEdits
{
    private static readonly string[] Statuses = ["200", "201", "202", "203"];

    private static readonly string[] Ordered = ["paths", "schemas", "properties", "oneOf", "anyOf", "parameters"];

    private static readonly string[] Verbs = ["get", "put", "post", "delete", "patch"];

    public static IReadOnlyDictionary<string, Func<JsonObject, int>> All { get; } = new Dictionary<string, Func<JsonObject, int>>
    {
        ["a schema that repeats every inline enum"] = RepeatEnums,
        ["a value more in every enum"] = document => Each(Enums(document), static schema => schema["enum"]!.AsArray().Add("zz_added")),
        ["an operation for every name, at a shorter path"] = TakeNames,
        ["an optional parameter first in every operation"] = document =>
            Each(Operations(document), static o => Parameters(o).Insert(0, Parameter("aa_added"))),
        ["an optional parameter last in every operation"] = document =>
            Each(Operations(document), static o => Parameters(o).Add(Parameter("zz_added"))),
        ["an optional header in every operation"] = document =>
            Each(Operations(document), static o => Parameters(o).Add(Parameter("X-Added", "header"))),
        ["a second answer of every operation"] = document => Each(Operations(document).Where(HasAnswer), AddAnswer),
        ["a body of every operation that had none"] = document =>
            Each(Operations(document).Where(static o => o["requestBody"] is null), AddBody),
        ["an optional property in every object"] = document =>
            Each(Objects(document), static o => o["properties"]!.AsObject()["zz_added"] = Text()),
        ["an optional property first in every object"] = document => Each(Objects(document), PrependProperty),
        ["a property with an enum like those that are there"] = document =>
            Each(Objects(document), static o => o["properties"]!.AsObject()["added_state"] = Enum("open", "closed")),
        ["every schema sent by an operation of its own"] = document => UseSchemas(document, isSent: true),
        ["every schema answered by an operation of its own"] = document => UseSchemas(document, isSent: false),
        ["a case more in every union"] = AddCases,
        ["a case more in every union, of which each property is another kind of value"] = AddContraryCases,
        ["an operation in every group"] = AddOperations,
        ["a tag before the others"] = document =>
            Each([document], static d => d["tags"]?.AsArray().Insert(0, new JsonObject { ["name"] = "Added things" })),
        ["another description everywhere"] = document =>
            Each(Maps(document).Where(static o => o["description"] is JsonValue), static o => o["description"] = "Another one."),
        ["the order of paths, schemas, properties, cases and parameters reversed"] = Reverse,
    };

    /// <summary>Components that are called like the types of the client.</summary>
    public static int NameComponents(JsonObject document, IEnumerable<string> types) =>
        Each(types, name => Schemas(document).TryAdd(name, Object()));

    private static int Each<T>(IEnumerable<T> places, Action<T> edit)
    {
        var all = places.ToList();
        all.ForEach(edit);
        return all.Count;
    }

    private static JsonObject Schemas(JsonObject document) => document["components"]!["schemas"]!.AsObject();

    private static IEnumerable<(string Path, string Verb, JsonObject Operation)> Named(JsonObject document) =>
        from path in document["paths"]!.AsObject()
        from verb in Verbs
        where path.Value?[verb] is JsonObject
        select (path.Key, verb, path.Value![verb]!.AsObject());

    private static IEnumerable<JsonObject> Operations(JsonObject document) => Named(document).Select(static o => o.Operation);

    private static IEnumerable<JsonObject> Maps(JsonObject document) => All_(document).OfType<JsonObject>();

    private static IEnumerable<JsonArray> Unions(JsonObject document) => Maps(document)
        .SelectMany(static o => new[] { o["oneOf"], o["anyOf"] }).OfType<JsonArray>().Where(static cases => cases.Count > 1);

    private static IEnumerable<JsonNode> All_(JsonNode node) => node switch
    {
        JsonObject map => map.Where(static e => e.Key is not ("example" or "examples" or "default") && e.Value is not null)
            .SelectMany(static e => All_(e.Value!)).Prepend(map),
        JsonArray list => list.Where(static item => item is not null).SelectMany(static item => All_(item!)).Prepend(list),
        _ => [],
    };

    private static IEnumerable<JsonObject> Enums(JsonObject document) => Maps(document)
        .Where(static o => (string?)(o["type"] as JsonValue) == "string" && o["enum"] is JsonArray { Count: > 1 });

    private static IEnumerable<JsonObject> Objects(JsonObject document) => Maps(document)
        .Where(static o => o["properties"] is JsonObject { Count: > 0 } && o["type"] is null or JsonValue);

    private static JsonArray Parameters(JsonObject operation) => (JsonArray)(operation["parameters"] ??= new JsonArray());

    private static JsonObject Parameter(string name, string place = "query") =>
        new() { ["name"] = name, ["in"] = place, ["schema"] = Text() };

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject Enum(params string[] values) =>
        new() { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(static v => (JsonNode)v)]) };

    private static JsonObject Object() => new() { ["type"] = "object", ["properties"] = new JsonObject { ["added"] = Text() } };

    private static JsonObject Json(JsonNode schema) =>
        new() { ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schema } } };

    private static JsonObject Reference(string component) => new() { ["$ref"] = "#/components/schemas/" + component };

    private static JsonObject Operation(string id, string tag, JsonObject? body = null, JsonNode? answer = null)
    {
        var response = answer is null ? new JsonObject() : Json(answer);
        response["description"] = "Done";
        var responses = new JsonObject { ["200"] = response };
        var operation = new JsonObject { ["operationId"] = id, ["tags"] = new JsonArray(tag), ["responses"] = responses };
        if (body is not null)
            operation["requestBody"] = body;
        return operation;
    }

    private static int RepeatEnums(JsonObject document)
    {
        var properties = new JsonObject();
        var inline = Maps(document).SelectMany(static o => o)
            .Where(static e => e.Value is JsonObject schema && schema["enum"] is JsonArray { Count: > 1 }
                && (string?)(schema["type"] as JsonValue) == "string")
            .ToList();
        foreach (var (name, schema) in inline)
            properties[name] = schema!.DeepClone();
        Schemas(document)["aaa_repeated"] = new JsonObject { ["type"] = "object", ["properties"] = properties };
        var operation = Operation("aaaGet", "Repeated", answer: Reference("aaa_repeated"));
        document["paths"]!.AsObject().Insert(0, "/a", new JsonObject { ["get"] = operation });
        return inline.Count;
    }

    private static int TakeNames(JsonObject document)
    {
        var named = Named(document).ToList();
        for (var i = 0; i < named.Count; i++)
        {
            var copy = Operation(((string?)named[i].Operation["operationId"] ?? "x") + "_", (string?)named[i].Operation["tags"]?[0] ?? "x");
            document["paths"]!.AsObject().Insert(0, $"/{i}", new JsonObject { [named[i].Verb] = copy });
        }

        return named.Count;
    }

    private static bool HasAnswer(JsonObject operation) =>
        operation["responses"] is JsonObject responses && responses.Any(static r => r.Key[0] == '2' && r.Value?["content"] is not null);

    private static void AddAnswer(JsonObject operation)
    {
        var responses = operation["responses"]!.AsObject();
        var status = Statuses.First(status => !responses.ContainsKey(status));
        var answer = Json(Object());
        answer["description"] = "Another one";
        responses.Insert(0, status, answer);
    }

    private static void AddBody(JsonObject operation) => operation["requestBody"] = Json(Object());

    private static void PrependProperty(JsonObject schema) => schema["properties"]!.AsObject().Insert(0, "aa_added", Text());

    private static int UseSchemas(JsonObject document, bool isSent)
    {
        var names = Schemas(document).Select(static schema => schema.Key).ToList();
        var paths = document["paths"]!.AsObject();
        for (var i = 0; i < names.Count; i++)
            paths.Insert(0, $"/added/{i}", new JsonObject
            {
                ["post"] = isSent
                    ? Operation($"addedSend{i}", "Added", Json(Reference(names[i])))
                    : Operation($"addedGet{i}", "Added", answer: Reference(names[i])),
            });
        return names.Count;
    }

    private static int AddCases(JsonObject document)
    {
        Schemas(document)["zz_added_case"] = Object();
        return Each(Unions(document), static cases => cases.Add(Reference("zz_added_case")));
    }

    // Whatever the other cases have is an object here.
    private static int AddContraryCases(JsonObject document)
    {
        var unions = Unions(document)
            .Where(static cases => cases.OfType<JsonObject>().Any(static one => one["properties"] is JsonObject));
        return Each(unions, static cases => cases.Add(new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(cases.OfType<JsonObject>().SelectMany(static one => one["properties"] as JsonObject ?? [])
                .Select(static property => property.Key).Distinct()
                .Select(static name => KeyValuePair.Create(name, (JsonNode?)Object()))),
        }));
    }

    private static int AddOperations(JsonObject document)
    {
        var tags = Operations(document).Select(static o => (string?)o["tags"]?[0]).OfType<string>().Distinct().ToList();
        for (var i = 0; i < tags.Count; i++)
        {
            var operation = Operation($"getAdded{i}", tags[i], answer: Object());
            document["paths"]!.AsObject().Insert(0, $"/added_{i}/{{id}}", new JsonObject { ["get"] = operation });
        }

        return tags.Count;
    }

    private static int Reverse(JsonObject document)
    {
        var places = 0;
        foreach (var node in All_(document).ToList())
        {
            if (node is not JsonObject map)
                continue;
            foreach (var key in Ordered)
                if (map[key] is JsonObject entries && ++places > 0)
                    map[key] = new JsonObject(
                        entries.Reverse().Select(static e => KeyValuePair.Create(e.Key, e.Value?.DeepClone())).ToList());
                else if (map[key] is JsonArray items && ++places > 0)
                    map[key] = new JsonArray([.. items.Reverse().Select(static item => item?.DeepClone())]);
        }

        return places;
    }
}
