using Microsoft.OpenApi;
using ParameterStyle = Intercom.Generator.Model.ParameterStyle;

namespace Intercom.Generator.Parsing;

/// <summary>A parameter as the document declares it, by a schema or by the content of a media type.</summary>
internal sealed record DeclaredParameter
{
    public DeclaredParameter(IOpenApiParameter declared, string pointer, string operation)
    {
        // What is referenced would be looked up for each thing that is asked of it.
        var parameter = (declared as OpenApiParameterReference)?.RecursiveTarget ?? declared;
        var content = parameter.Content?.FirstOrDefault();
        Pointer = pointer;
        Name = parameter.Name ?? "";
        In = parameter.In;
        IsRequired = parameter.Required;
        Description = declared.Description;
        var place = $"{operation} {In?.ToString().ToLowerInvariant()} {Name}";
        Schema = parameter.Schema is { } schema ? new SchemaRef(schema, pointer + "/schema", place)
            : content is { Value.Schema: { } inside }
                ? new SchemaRef(inside, Spec.SpecPointer.Child(pointer + "/content", content.Value.Key) + "/schema", place)
            : null;
        Style = parameter.Schema is null && content is { Key: { } media } && MediaTypes.IsJson(media)
            ? ParameterStyle.Json
            : StyleOf(parameter);
        Values = [.. parameter.Schema?.EnumValues() ?? []];
    }

    public string Pointer { get; }

    public string Name { get; }

    public ParameterLocation? In { get; }

    public bool IsRequired { get; init; }

    public string? Description { get; init; }

    public SchemaRef? Schema { get; }

    public ParameterStyle Style { get; }

    /// <summary>The values that it can have, where it says so.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>What two declarations of one parameter have in common.</summary>
    public (string Name, ParameterLocation? In) Key => (Name, In);

    private static ParameterStyle StyleOf(IOpenApiParameter parameter)
    {
        var isExploded = parameter.Explode;
        return parameter.Style switch
        {
            Microsoft.OpenApi.ParameterStyle.Form => isExploded ? ParameterStyle.FormExploded : ParameterStyle.Form,
            Microsoft.OpenApi.ParameterStyle.SpaceDelimited => isExploded ? ParameterStyle.FormExploded : ParameterStyle.SpaceDelimited,
            Microsoft.OpenApi.ParameterStyle.PipeDelimited => isExploded ? ParameterStyle.FormExploded : ParameterStyle.PipeDelimited,
            Microsoft.OpenApi.ParameterStyle.DeepObject => ParameterStyle.DeepObject,
            Microsoft.OpenApi.ParameterStyle.Label => isExploded ? ParameterStyle.LabelExploded : ParameterStyle.Label,
            Microsoft.OpenApi.ParameterStyle.Matrix => isExploded ? ParameterStyle.MatrixExploded : ParameterStyle.Matrix,
            Microsoft.OpenApi.ParameterStyle.Simple => isExploded ? ParameterStyle.SimpleExploded : ParameterStyle.Simple,
            _ => parameter.In is ParameterLocation.Query or ParameterLocation.Cookie ? ParameterStyle.FormExploded : ParameterStyle.Simple,
        };
    }
}
