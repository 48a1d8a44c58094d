using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>A schema and where it stands.</summary>
/// <param name="Pointer">Its pointer, so that whatever is said of it can be said at its line.</param>
/// <param name="Place">Its place as names are kept for it: the same whatever else the document holds, and in whatever order.</param>
internal readonly record struct SchemaRef(IOpenApiSchema Schema, string Pointer, string Place)
{
    public static SchemaRef Component(string id, IOpenApiSchema schema) =>
        new(schema, Spec.SpecPointer.Child(Spec.SpecPointer.Schemas, id), id);

    /// <summary>The component that this names; null where it is a schema of its own.</summary>
    public string? Reference => Schema is OpenApiSchemaReference reference ? reference.Reference.Id : null;

    /// <summary>The items of a list.</summary>
    public SchemaRef Items(IOpenApiSchema items) => new(items, Pointer + "/items", Place + "[]");

    /// <summary>The values of a map.</summary>
    public SchemaRef Values(IOpenApiSchema values) => new(values, Pointer + "/additionalProperties", Place + "{}");

    /// <summary>A part that belongs to the schema itself.</summary>
    public SchemaRef Part(IOpenApiSchema part, int index) => new(part, $"{Pointer}/allOf/{index}", Place);

    /// <summary>One of the variants.</summary>
    public SchemaRef Variant(IOpenApiSchema variant, string keyword, int index) =>
        new(variant, $"{Pointer}/{keyword}/{index}", $"{Place}|{LabelOf(variant)}");

    public SchemaRef Property(string name, IOpenApiSchema schema) =>
        new(schema, Spec.SpecPointer.Child(Pointer + "/properties", name), $"{Place}.{name}");

    // What a variant is called must not depend on the other ones, nor on its position among them.
    private static string LabelOf(IOpenApiSchema variant) => variant switch
    {
        OpenApiSchemaReference reference => reference.Reference.Id ?? "",
        { Title: { Length: > 0 } title } => title,
        _ => variant.Properties?
            .Select(static property => property.Value.EnumValues())
            .FirstOrDefault(static values => values.Count == 1)?[0]
            ?? variant.KindOf()?.ToString().ToLowerInvariant() ?? "",
    };
}
