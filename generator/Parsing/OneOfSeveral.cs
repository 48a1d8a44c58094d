using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>A property of which alternatives say something different: its value is what one of them says.</summary>
internal static class OneOfSeveral
{
    // Lists of lists, and lists that hold themselves.
    private const int Deepest = 8;

    // A reference with words beside it, and a union of objects: what lies further in tells objects apart no better.
    private const int Around = 3;
    private const int Names = 1_000;

    // What has more meanings than this is one thing in none of them.
    private const int Most = 16;

    private static readonly HashSet<JsonSchemaType?> Numbers = [JsonSchemaType.Integer, JsonSchemaType.Number];

    /// <summary>What a property is that was one thing before, and is another one as well.</summary>
    /// <param name="place">Its place, whatever alternatives there are and in whatever order.</param>
    public static SchemaRef With(SchemaRef known, SchemaRef other, string place)
    {
        var all = known.Schema is Several { AnyOf: { } several } ? several : [known.Schema];
        if (all.Count == Most || !all.All(one => AreApart(one, other.Schema)))
            return all.Count > 1 ? known : other;
        var schema = new Several { AnyOf = [.. all, other.Schema], First = (known.Schema as Several)?.First ?? known };
        return new SchemaRef(schema, schema.First.Pointer + "/anyOf", place);
    }

    /// <summary>What the first alternative says of a property; null where no other says otherwise.</summary>
    public static SchemaRef? First(SchemaRef property) => (property.Schema as Several)?.First;

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
        var names = new HashSet<string>(NamesIn(one, Around).Take(Names), StringComparer.Ordinal);
        return names.Count > 0 && NamesIn(other, Around).Take(Names).ToList() is { Count: > 0 } more && !names.SetEquals(more);
    }

    private static IEnumerable<string> NamesIn(IOpenApiSchema schema, int around) => around == 0 ? []
        : (schema.AllOf ?? []).Concat(schema.Variants()).SelectMany(part => NamesIn(part.Behind(), around - 1))
            .Concat(schema.Properties?.Keys ?? []);

    private static JsonSchemaType? KindOf(IOpenApiSchema schema) =>
        schema.Behind() is var declared && declared.ImpliedKind() is { } kind ? kind : declared.IsObject() ? JsonSchemaType.Object : null;

    // So that it is told from a union that the document declares.
    private sealed class Several : OpenApiSchema
    {
        public required SchemaRef First { get; init; }
    }
}
