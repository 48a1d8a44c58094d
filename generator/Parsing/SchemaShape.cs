using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>Questions about a schema, and the way to what it references.</summary>
internal static class SchemaShape
{
    private static readonly OpenApiSchema Nothing = new();

    // A component that only stands for another one names that at once.
    private const int MostHops = 4;

    /// <summary>What a reference names; Microsoft.OpenApi would look that up for each thing that is asked of it.</summary>
    public static IOpenApiSchema Behind(this IOpenApiSchema schema)
    {
        for (var hops = 0; schema is OpenApiSchemaReference { Reference: var reference }; hops++)
            schema = hops < MostHops && reference.Id is { } id
                && reference.HostDocument?.Components?.Schemas?.TryGetValue(id, out var target) == true ? target : Nothing;
        return schema;
    }

    public static bool Is(this IOpenApiSchema schema, JsonSchemaType type) => schema.Type is { } types && (types & type) == type;

    // Nearly all schemas have none of what is asked for here and below, and each is asked many times.
    public static IEnumerable<IOpenApiSchema> Variants(this IOpenApiSchema schema) => (schema.OneOf, schema.AnyOf) switch
    {
        (null, null) => [],
        ({ } one, null) => one,
        (null, { } any) => any,
        ({ } one, { } any) => one.Concat(any),
    };

    public static bool HasProperties(this IOpenApiSchema schema) => schema.Properties is { Count: > 0 };

    /// <summary>Whether it says only which properties must be there, or nothing but words.</summary>
    public static bool IsConstraint(this IOpenApiSchema schema) => schema is not OpenApiSchemaReference
        && KindOf(schema) is null && !schema.HasProperties() && schema.AllOf is not { Count: > 0 } && !schema.Variants().Any()
        && schema.Items is null && schema.Enum is not { Count: > 0 } && schema.Const is null && schema.AdditionalProperties is null
        && schema.ContentMediaType() is null;

    /// <summary>Whether it says nothing but words.</summary>
    public static bool IsOnlyWords(this IOpenApiSchema schema) => schema.IsConstraint() && schema.Required is not { Count: > 0 };

    /// <summary>The one reference that a schema is composed of besides words; null where there is more, or none.</summary>
    public static OpenApiSchemaReference? OnlyReference(this IOpenApiSchema schema)
    {
        if (schema.AllOf is not { Count: > 0 } all || schema.Variants().Any())
            return null;
        var parts = all.Where(static part => !part.IsOnlyWords()).ToList();
        return parts.Count == 1 ? parts[0] as OpenApiSchemaReference : null;
    }

    /// <summary>Whether it is composed of another, or of what is.</summary>
    public static bool IsComposedOf(this IOpenApiSchema schema, IOpenApiSchema whole) =>
        schema.Around(static part => part.AllOf ?? []).Skip(1).Contains(whole);

    /// <summary>Its type without null; null where none is declared.</summary>
    public static JsonSchemaType? KindOf(this IOpenApiSchema schema) =>
        schema.Type is { } type && (type & ~JsonSchemaType.Null) is var kind && kind != 0 ? kind : null;

    /// <summary>Its type without null; where none is declared, the one that its values or its items imply.</summary>
    public static JsonSchemaType? ImpliedKind(this IOpenApiSchema schema) => schema.KindOf()
        ?? (schema.EnumValues().Count > 0 && !schema.HasProperties() ? schema.KindOfValues()
            : schema.Items is not null ? JsonSchemaType.Array : null);

    public static bool IsObject(this IOpenApiSchema schema) => schema.KindOf() is JsonSchemaType.Object
        || (schema.KindOf() is null && (schema.HasProperties() || (schema.AllOf is { Count: > 0 } && !schema.IsPlain())));

    /// <summary>Whether it says of itself, or of one of its cases, that it is something else than an object.</summary>
    public static bool MayBeNoObject(this IOpenApiSchema schema) => schema
        .Around(static one => one.ImpliedKind() is null ? one.Variants() : [])
        .Any(static one => one.ImpliedKind() is { } kind && kind != JsonSchemaType.Object);

    /// <summary>A schema and what it leads to in a few steps: each once, however often a document names it again.</summary>
    private static IEnumerable<IOpenApiSchema> Around(
        this IOpenApiSchema schema, Func<IOpenApiSchema, IEnumerable<IOpenApiSchema>> steps)
    {
        var seen = new HashSet<IOpenApiSchema>();
        List<IOpenApiSchema> level = [schema.Behind()];
        for (var hops = 0; hops <= MostHops && level.Count > 0; hops++)
        {
            foreach (var one in level)
                yield return one;
            level = level.SelectMany(steps).Select(Behind).Where(seen.Add).ToList();
        }
    }

    /// <summary>Whether a value of an enum is null; the reader of documents has a text of its own for it.</summary>
    public static bool IsNull(this JsonNode? value) =>
        value is null || value.IsJsonNullSentinel() || value.GetValueKind() == JsonValueKind.Null;

    /// <summary>Whether its value can be null.</summary>
    public static bool AllowsNull(this IOpenApiSchema schema) => schema.Is(JsonSchemaType.Null)
        || schema.Enum?.Any(static value => value.IsNull()) == true
        || schema.Variants().Any(static variant => variant is not OpenApiSchemaReference && variant.Type == JsonSchemaType.Null);

    /// <summary>The media type of what a text holds.</summary>
    public static string? ContentMediaType(this IOpenApiSchema schema) => schema.Keyword("contentMediaType");

    /// <summary>Whether it is bytes in base64.</summary>
    public static bool IsBase64(this IOpenApiSchema schema) => schema.Format == "byte" || schema.Keyword("contentEncoding") == "base64";

    /// <summary>Whether it is bytes as they are.</summary>
    public static bool IsFile(this IOpenApiSchema schema) => !schema.IsBase64()
        && (schema.Format == "binary"
            || (schema.ContentMediaType() is { } media && !MediaTypes.IsText(media) && !MediaTypes.IsJson(media)));

    private static string? Keyword(this IOpenApiSchema schema, string name) =>
        schema.UnrecognizedKeywords?.TryGetValue(name, out var value) == true
        && value is JsonValue text && text.TryGetValue<string>(out var word)
            ? word
            : null;

    /// <summary>The kind that all values of its enum have; null where they differ, or there are none.</summary>
    public static JsonSchemaType? KindOfValues(this IOpenApiSchema schema)
    {
        if (schema is { Enum: null, Const: null })
            return null;
        var kinds = (schema.Enum ?? []).Where(static value => !value.IsNull()).Select(static value => value.GetValueKind() switch
        {
            JsonValueKind.String => JsonSchemaType.String,
            JsonValueKind.True or JsonValueKind.False => JsonSchemaType.Boolean,
            JsonValueKind.Number => long.TryParse(value.ToJsonString(), out _) ? JsonSchemaType.Integer : JsonSchemaType.Number,
            _ => JsonSchemaType.Object,
        }).Distinct().ToList();
        return kinds.Count == 1 ? kinds[0] : schema.Const is null || kinds.Count > 0 ? null : JsonSchemaType.String;
    }

    /// <summary>The values of its enum as texts, null left out; of a constant, the one that it has.</summary>
    public static IReadOnlyList<string> EnumValues(this IOpenApiSchema schema) => schema.Const is { } constant ? [constant]
        : schema.Enum is not { Count: > 0 } values ? []
        : values
            .Where(static value => !value.IsNull())
            .Select(static value => value.GetValueKind() switch
            {
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => value.ToString(),
            })
            .Distinct(StringComparer.Ordinal)
            .ToList();
}
