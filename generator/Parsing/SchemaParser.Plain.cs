using System.Text.Json.Nodes;
using Intercom.Generator.Parsing.Places;
using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>What is composed of schemas and is no object: a text of which a part says its values, a list of which a part says its
/// length, constants of which a value is one.</summary>
internal sealed partial class SchemaParser
{
    /// <summary>The type of a composition that is no object; null where it is one.</summary>
    private TypeRef? Plain(SchemaRef schema, string name, string property, bool isComponent)
    {
        if (PlainParts.Of(schema) is not { } parts)
            return null;
        var told = parts.FindAll(static part => part.Schema.Behind().ImpliedKind() is not null);
        if (told.Find(static part => part.Schema.Behind().Items is not null) is { Schema: not null } list)
            return list.Pointer == schema.Pointer
                ? Own(schema with { Schema = Laid(schema.Schema, [schema.Schema]) }, name, property, isComponent)
                : OfPart(list, name, property, isComponent);
        if (told.Count == 1 && (told[0].Reference is not null || told[0].Schema.Const is not null))
            return OfPart(told[0], name, property, isComponent);
        var laid = Laid(schema.Schema, told.ConvertAll(static part => part.Schema.Behind()));
        return Own(schema with { Schema = laid }, name, property, isComponent);
    }

    private TypeRef OfPart(SchemaRef part, string name, string property, bool isComponent) => part.Reference is null
        ? Own(part, name, property, isComponent)
        : Now(part, name, property);

    /// <summary>One schema that says what several do; what comes later wins.</summary>
    private static OpenApiSchema Laid(IOpenApiSchema schema, List<IOpenApiSchema> parts) => new()
    {
        Type = PlainParts.KindOf(parts),
        Format = parts.Select(static part => part.Format).LastOrDefault(static format => format is not null),
        Enum = parts.Select(static part => part.Enum).LastOrDefault(static values => values is { Count: > 0 }),
        Const = parts.Select(static part => part.Const).LastOrDefault(static value => value is not null),
        Items = schema.Items,
        Title = schema.Title,
        Description = schema.Description ?? parts.Select(static part => part.Description).LastOrDefault(static text => text is not null),
        Extensions = schema.Extensions ?? parts.Select(static part => part.Extensions).LastOrDefault(static said => said is not null),
    };

    /// <summary>Variants that only say values, as one enum of all of them; null where they are something else.</summary>
    private SchemaRef? Enumerated(SchemaRef schema, List<SchemaRef> variants)
    {
        var pinned = Types.Pinned(schema.Place)?.Face;
        var kept = pinned == TypeFace.Enum ? variants.FindAll(IsEnumerated) : variants;
        if (pinned == TypeFace.Union || kept.Count == 0 || !kept.TrueForAll(IsEnumerated))
            return null;
        var kinds = kept.Select(KindOf).Distinct().ToList();
        if (kinds.Count != 1 || kinds[0] is not { } kind)
            return null;
        LeftOutBeside(variants.Except(kept), "values");
        var values = kept.SelectMany(static variant => variant.Schema.EnumValues()).Distinct(StringComparer.Ordinal)
            .Select(static value => (JsonNode)JsonValue.Create(value)!);
        return schema with
        {
            Schema = new OpenApiSchema
            {
                Type = kind,
                Enum = kind == JsonSchemaType.String ? [.. values] : null,
                Title = schema.Schema.Title,
                Description = schema.Schema.Description,
                Extensions = schema.Schema.Extensions,
            },
        };
    }

    private static bool IsEnumerated(SchemaRef variant) => variant.Reference is null && variant.Schema.EnumValues().Count > 0
        && !variant.Schema.HasProperties() && variant.Schema.AllOf is not { Count: > 0 } && !variant.Schema.Variants().Any();
}
