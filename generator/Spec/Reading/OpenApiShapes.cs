namespace Intercom.Generator.Spec.Reading;

/// <summary>What OpenAPI 3.0 and 3.1 have where: the one table of what is read of a document, and of what is not.</summary>
internal static class OpenApiShapes
{
    private static readonly Shape Text = new(ShapeKind.Text, "text");
    private static readonly Shape Flag = new(ShapeKind.Flag, "true or false");
    private static readonly Shape Data = new(ShapeKind.Data, "any value");
    private static readonly Shape Silent = new(ShapeKind.Silent, "");
    private static readonly Shape Servers = LeftOut("the address is the one that the client is made with");
    private static readonly Shape Texts = Shape.List(Text);
    private static readonly Shape Style = Word("matrix", "label", "simple", "form", "spaceDelimited", "pipeDelimited", "deepObject");

    public static readonly Shape Schema = new(ShapeKind.Schema, "a schema") { Fields = new(StringComparer.Ordinal) };

    public static readonly Shape Schemas = Shape.Map(Schema);

    private static readonly Shape Encoding = Object("an encoding", new()
    {
        ["contentType"] = Text, ["headers"] = Silent, ["style"] = Style, ["explode"] = Flag, ["allowReserved"] = Flag,
    });

    private static readonly Shape Content = Shape.Map(Object("a media type", new()
    {
        ["schema"] = Schema, ["encoding"] = Shape.Map(Encoding), ["example"] = Silent, ["examples"] = Silent,
        ["itemSchema"] = LeftOut("OpenAPI 3.0 and 3.1 do not know it"),
    }));

    private static readonly Shape Parameter = Object(
        "a parameter",
        new()
        {
            ["name"] = Text, ["in"] = Word("path", "query", "header", "cookie"), ["description"] = Text, ["required"] = Flag,
            ["deprecated"] = Flag, ["allowEmptyValue"] = Silent, ["style"] = Style,
            ["explode"] = Flag, ["allowReserved"] = Flag, ["schema"] = Schema, ["content"] = Content, ["example"] = Silent,
            ["examples"] = Silent,
        },
        "name",
        "in");

    private static readonly Shape RequestBody = Object("a request body",
        new() { ["description"] = Text, ["content"] = Content, ["required"] = Flag });

    private static readonly Shape Response = Object("a response",
        new() { ["description"] = Text, ["headers"] = Silent, ["content"] = Content, ["links"] = Silent });

    private static readonly Shape Responses = Shape.Map(Response) with
    {
        Names = (static name => name == "default" || (name.Length == 3 && name[0] is >= '1' and <= '5'),
            "is no status, such as '200', '4XX' or 'default'"),
    };

    private static readonly Shape Operation = Object("an operation", new()
    {
        ["tags"] = Shape.List(new Shape(ShapeKind.Name, "a name")),
        ["summary"] = Text, ["description"] = Text, ["externalDocs"] = Silent, ["operationId"] = Text,
        ["parameters"] = Shape.List(Parameter),
        ["requestBody"] = RequestBody, ["responses"] = Responses, ["deprecated"] = Flag, ["security"] = Silent, ["servers"] = Servers,
        ["callbacks"] = LeftOut("what a server calls is received by a handler, which is registered by its topic"),
    });

    private static readonly Shape PathItem = Object("a path", new()
    {
        ["summary"] = Text, ["description"] = Text, ["servers"] = Servers, ["parameters"] = Shape.List(Parameter), ["get"] = Operation,
        ["put"] = Operation,
        ["post"] = Operation, ["delete"] = Operation, ["options"] = Operation, ["head"] = Operation, ["patch"] = Operation,
        ["trace"] = Operation,
    });

    private static readonly Shape Tag = Object("a tag", new() { ["name"] = Text, ["description"] = Text, ["externalDocs"] = Silent },
        "name");

    public static readonly Shape Document = Object("a document", new()
    {
        ["openapi"] = Text,
        ["info"] = Object("the information of a document", new()
        {
            ["title"] = Text, ["version"] = Text, ["summary"] = Silent, ["description"] = Silent, ["termsOfService"] = Silent,
            ["contact"] = Silent, ["license"] = Silent,
        }),
        ["paths"] = Shape.Map(PathItem) with { Names = (static name => name.StartsWith("/", StringComparison.Ordinal),
        "is no path: one begins with '/'") },
        ["components"] = Object("the components of a document", new()
        {
            // What is not a schema is read where a reference to it stands; webhooks are read by the client's own rules.
            ["schemas"] = Schemas, ["responses"] = Silent, ["parameters"] = Silent, ["examples"] = Silent, ["requestBodies"] = Silent,
            ["headers"] = Silent,
            ["securitySchemes"] = Silent, ["links"] = Silent, ["callbacks"] = Silent, ["pathItems"] = Silent,
        }),
        ["tags"] = Shape.List(Tag), ["servers"] = Silent, ["security"] = Silent, ["externalDocs"] = Silent, ["webhooks"] = Silent,
        ["jsonSchemaDialect"] = Silent,
    });

    static OpenApiShapes()
    {
        Say(["title", "description", "format", "contentMediaType", "contentEncoding"], Text);
        Say(["nullable", "deprecated", "readOnly", "writeOnly"], Flag);
        Say(["const", "default"], Data);
        Say(["items", "additionalProperties"], Schema);
        Say(["allOf", "oneOf", "anyOf"], Shape.List(Schema));
        Say(["properties"], Schemas);
        Say(["type"], new Shape(ShapeKind.Type, "a name of a type, or a list of them"));
        Say(["enum"], Shape.List(Data));
        Say(["required"], Texts);
        Say(["discriminator"],
            Object("a discriminator",
            new() { ["propertyName"] = Text, ["mapping"] = Shape.Map(new Shape(ShapeKind.Reference, "a reference to a schema")) },
            "propertyName"));
        Say(["patternProperties"], LeftOut("such properties are kept as undeclared ones"));
        Say(["prefixItems"], LeftOut("the items are what 'items' says, or raw JSON"));
        Say(["then", "else", "unevaluatedProperties"], LeftOutSchema("what it declares is kept as undeclared properties"));
        Say(["dependentSchemas"], LeftOut("what they declare is kept as undeclared properties"));
        Say(["$dynamicRef", "$recursiveRef"], LeftOut("what it leads to is raw JSON"));
        Say(Constraints, Silent);
    }

    // What a value must satisfy is for the server to check; the rest is for people and for tools.
    private static string[] Constraints =>
    [
        "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "multipleOf", "maxLength", "minLength", "pattern", "maxItems",
        "minItems", "uniqueItems", "maxContains",
        "minContains", "contains", "maxProperties", "minProperties", "propertyNames", "dependentRequired",
        "dependencies", "not", "if", "unevaluatedItems", "additionalItems", "contentSchema", "$id", "$schema", "$anchor", "$comment",
        "$vocabulary", "$dynamicAnchor", "$recursiveAnchor", "$defs", "definitions", "example", "examples", "xml", "externalDocs",
    ];

    private static void Say(string[] names, Shape shape)
    {
        foreach (var name in names)
            Schema.Fields.Add(name, shape);
    }

    private static Shape Object(string name, Dictionary<string, Shape> fields, params string[] required) =>
        new(ShapeKind.Object, name) { Fields = fields, Required = required };

    private static Shape Word(params string[] words) => new(ShapeKind.Word, "one of " + string.Join(", ", words)) { Required = words };

    private static Shape LeftOutSchema(string why) => new(ShapeKind.LeftOutSchema, why);

    private static Shape LeftOut(string why) => new(ShapeKind.LeftOut, why);
}
