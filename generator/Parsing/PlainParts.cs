using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>The parts of a composition none of which is an object.</summary>
internal static class PlainParts
{
    // What is composed of more is taken for an object, as nearly everything is that is composed.
    private const int Most = 64;

    public static bool IsPlain(this IOpenApiSchema schema) => Of(new SchemaRef(schema, "", "")) is not null;

    /// <summary>The parts, the composition itself first; null where one may be an object, or none says what it is.</summary>
    public static List<SchemaRef>? Of(SchemaRef schema)
    {
        if (schema.Schema.AllOf is not { Count: > 0 } || !MayBePlain(schema.Schema))
            return null;
        var parts = new List<SchemaRef> { schema };
        for (var at = 0; at < parts.Count; at++)
        {
            var all = parts[at].Schema.Behind().AllOf;
            for (var i = 0; i < all?.Count; i++)
                if (parts.Count == Most || !MayBePlain(all[i].Behind()))
                    return null;
                else
                    parts.Add(parts[at].Part(all[i], i));
        }

        return KindOf(parts.ConvertAll(static part => part.Schema.Behind())) is null ? null : parts;
    }

    /// <summary>The kind that all parts agree on; null where they do not, or none says one.</summary>
    public static JsonSchemaType? KindOf(IReadOnlyList<IOpenApiSchema> parts)
    {
        // Of a constant only its letters are known: another part says what it is.
        var said = parts.Where(static part => part.Const is null || part.KindOf() is not null).Select(static part => part.ImpliedKind())
            .Where(static kind => kind is not null).Distinct().ToList();
        return said.Count == 1 ? said[0]
            : said.Count == 0 && parts.Any(static part => part.Const is not null) ? JsonSchemaType.String : null;
    }

    private static bool MayBePlain(IOpenApiSchema schema) => !schema.HasProperties() && schema.AdditionalProperties is null
        && !schema.Variants().Any(static variant => !variant.IsConstraint()) && schema.Discriminator is null
        && (schema.ImpliedKind() is null or JsonSchemaType.String or JsonSchemaType.Integer or JsonSchemaType.Number
            or JsonSchemaType.Boolean or JsonSchemaType.Array);
}
