using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>A schema and the pointer at which it stands, so that whatever is said of it can be said at its place.</summary>
internal readonly record struct SchemaRef(IOpenApiSchema Schema, string Pointer)
{
    public SchemaRef At(IOpenApiSchema schema, string relative) => new(schema, Pointer + "/" + relative);

    public SchemaRef Property(string name, IOpenApiSchema schema) => new(schema, Spec.SpecPointer.Child(Pointer + "/properties", name));

    /// <summary>The component that this names; null where it is a schema of its own.</summary>
    public string? Component => Schema is OpenApiSchemaReference reference ? reference.Reference.Id : null;
}
