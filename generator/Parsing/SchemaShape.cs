using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>Questions about a schema that is not followed to what it references.</summary>
internal static class SchemaShape
{
    public static bool Is(this IOpenApiSchema schema, JsonSchemaType type) => schema.Type is { } types && (types & type) == type;

    public static IEnumerable<IOpenApiSchema> Variants(this IOpenApiSchema schema) => (schema.OneOf ?? []).Concat(schema.AnyOf ?? []);

    public static bool HasProperties(this IOpenApiSchema schema) => schema.Properties is { Count: > 0 };

    /// <summary>Whether it says only which properties must be there, or nothing but words.</summary>
    public static bool IsConstraint(this IOpenApiSchema schema) => schema is not OpenApiSchemaReference
        && KindOf(schema) is null && !schema.HasProperties() && schema.AllOf is not { Count: > 0 } && !schema.Variants().Any()
        && schema.Items is null && schema.Enum is not { Count: > 0 } && schema.AdditionalProperties is null;

    /// <summary>Whether it says nothing but words.</summary>
    public static bool IsOnlyWords(this IOpenApiSchema schema) => schema.IsConstraint() && schema.Required is not { Count: > 0 };

    /// <summary>Its type without null; null where none is declared.</summary>
    public static JsonSchemaType? KindOf(this IOpenApiSchema schema) => schema.Type is { } type && (type & ~JsonSchemaType.Null) is var kind && kind != 0 ? kind : null;

    public static bool IsObject(this IOpenApiSchema schema) => schema.KindOf() is JsonSchemaType.Object || (schema.KindOf() is null && (schema.HasProperties() || schema.AllOf is { Count: > 0 }));

    /// <summary>Whether a value of an enum is null; the reader of documents has a text of its own for it.</summary>
    public static bool IsNull(this JsonNode? value) => value is null || value.IsJsonNullSentinel() || value.GetValueKind() == JsonValueKind.Null;

    /// <summary>The values of its enum as texts, null left out.</summary>
    public static IReadOnlyList<string> EnumValues(this IOpenApiSchema schema) => (schema.Enum ?? [])
        .Where(static value => !value.IsNull())
        .Select(static value => value.GetValueKind() is JsonValueKind.True ? "true" : value.GetValueKind() is JsonValueKind.False ? "false" : value.ToString())
        .Distinct(StringComparer.Ordinal)
        .ToList();
}
