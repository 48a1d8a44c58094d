using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>A property of which alternatives say something different: its value is what one of them says.</summary>
internal static class OneOfSeveral
{
    // Lists of lists, and lists that hold themselves.
    private const int Deepest = 8;

    // What has more meanings than this is one thing in none of them.
    private const int Most = 16;

    private static readonly HashSet<JsonSchemaType?> Numbers = [JsonSchemaType.Integer, JsonSchemaType.Number];

    /// <summary>What a property is that was one thing before, and is another one as well.</summary>
    public static SchemaRef With(SchemaRef known, SchemaRef other)
    {
        var all = known.Schema is Several { AnyOf: { } several } ? several : [known.Schema];
        if (all.Count < Most && all.All(one => AreApart(one, other.Schema)))
            return other with { Schema = new Several { AnyOf = [.. all, other.Schema] } };
        return all.Count > 1 ? known : other;
    }

    /// <summary>Whether no value is what both say.</summary>
    public static bool AreOfTwoKinds(IOpenApiSchema one, IOpenApiSchema other) => KindOf(one) is { } kind && KindOf(other) is { } second
        && (kind & second) == 0 && !(Numbers.Contains(kind) && Numbers.Contains(second));

    /// <summary>Whether they are of two kinds, or objects with other properties, or lists of such.</summary>
    public static bool AreApart(IOpenApiSchema one, IOpenApiSchema other, int depth = 0)
    {
        if (AreOfTwoKinds(one, other))
            return true;
        (one, other) = (one.Behind(), other.Behind());
        if (one.Items is { } items && other.Items is { } others)
            return depth < Deepest && AreApart(items, others, depth + 1);
        return one.HasProperties() && other.HasProperties()
            && !new HashSet<string>(one.Properties!.Keys, StringComparer.Ordinal).SetEquals(other.Properties!.Keys);
    }

    private static JsonSchemaType? KindOf(IOpenApiSchema schema) =>
        schema.Behind() is var declared && declared.ImpliedKind() is { } kind ? kind : declared.IsObject() ? JsonSchemaType.Object : null;

    // So that it is told from a union that the document declares.
    private sealed class Several : OpenApiSchema;
}
