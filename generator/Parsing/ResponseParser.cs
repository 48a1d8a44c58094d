using Intercom.Generator.Model;
using Intercom.Generator.Naming;
using Intercom.Generator.Spec;
using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>From the responses of an operation to what its method returns.</summary>
internal sealed class ResponseParser(SchemaParser schemas)
{
    public Result Parse(OpenApiOperation operation, string verb, string pointer, string typeName)
    {
        var responses = (operation.Responses ?? []).ToDictionary(static r => r.Key, static r => r.Value);
        var successes = responses.Where(static r => r.Key.StartsWith("2", StringComparison.Ordinal)).OrderBy(static r => r.Key, StringComparer.Ordinal).ToList();
        if (successes.Count == 0 && responses.TryGetValue("default", out var fallback) && !responses.Keys.Any(static code => code.StartsWith("3", StringComparison.Ordinal)) && fallback.Content is not { Count: > 0 })
            return new Result(ResultKind.Json, TypeRef.Json, "");
        if (successes.Count == 0)
            return responses.Keys.Any(static code => code.StartsWith("3", StringComparison.Ordinal)) ? new Result(ResultKind.Location, null, "") : new Result(ResultKind.Json, TypeRef.Json, "");
        var doc = DocText.Of(successes[0].Value.Description).Summary;
        var bodies = successes
            .SelectMany(success => (success.Value.Content ?? new Dictionary<string, IOpenApiMediaType>()).Select(content => (success.Key, Media: content.Key, content.Value)))
            .ToList();
        var json = bodies
            .Where(static body => MediaTypes.IsJson(body.Media))
            .Select(body => (Body: body, Pointer: SpecPointer.Child($"{pointer}/responses/{body.Key}/content", body.Media) + "/schema"))
            .ToList();
        if (json.Count > 0)
        {
            var schemas = json.Where(static j => j.Body.Value.Schema is not null).Select(static j => new SchemaRef(j.Body.Value.Schema!, j.Pointer)).ToList();
            return schemas.Count == 1 && ListOf(schemas[0]) is { } list
                ? new Result(ResultKind.Json, Json([list], typeName), doc, MayBeItem: true)
                : new Result(ResultKind.Json, Json(schemas, typeName), doc);
        }

        if (bodies.Count > 0)
            return new Result(bodies.Any(static body => MediaTypes.IsText(body.Media)) ? ResultKind.Text : ResultKind.Download, null, doc);
        // What is read and answers with nothing that is declared is a file.
        return new Result(verb == "GET" && successes[0].Key == "200" ? ResultKind.Download : ResultKind.Nothing, null, doc);
    }

    /// <summary>The list, where the schema is a choice of a list in pages and one item of it.</summary>
    private static SchemaRef? ListOf(SchemaRef schema)
    {
        if (schema.Component is not null || schema.Schema.OneOf is not { Count: 2 } variants)
            return null;
        for (var i = 0; i < variants.Count; i++)
            if (variants[i].Properties is { } properties && PagingDetector.IsPaged(properties.Keys) && variants[1 - i] is OpenApiSchemaReference { Reference.Id: { } item }
                && properties.Values.Any(property => property.Items is OpenApiSchemaReference items && items.Reference.Id == item))
                return schema.At(variants[i], $"oneOf/{i}");
        return null;
    }

    private TypeRef Json(List<SchemaRef> bodies, string typeName)
    {
        if (bodies.Count == 0)
            return TypeRef.Json;
        if (bodies.Select(static body => body.Component ?? body.Pointer).Distinct().Count() > 1)
            return schemas.Merged(bodies, typeName + "Response");
        var type = schemas.Parse(bodies[0], typeName + "Response", typeName);
        return type.Kind == TypeKind.Json && bodies[0].Component is null && bodies[0].Schema.KindOf() is JsonSchemaType.Object
            ? schemas.Empty(bodies[0], typeName + "Response")
            : type;
    }
}
