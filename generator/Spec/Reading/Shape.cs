namespace Intercom.Generator.Spec.Reading;

internal enum ShapeKind
{
    /// <summary>A text, or what can be written as one.</summary>
    Text,

    /// <summary>A text that is not blank.</summary>
    Name,

    /// <summary>One of some words.</summary>
    Word,

    /// <summary>The name of a schema, or a reference to one.</summary>
    Reference,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>Any value.</summary>
    Data,

    /// <summary>The type of a schema: one name or several.</summary>
    Type,

    /// <summary>A schema, or true or false.</summary>
    Schema,

    /// <summary>A mapping of names that OpenAPI gives.</summary>
    Object,

    /// <summary>A mapping of names that the document gives.</summary>
    Map,

    /// <summary>A list.</summary>
    List,

    /// <summary>What says nothing that a client could be made of.</summary>
    Silent,

    /// <summary>What a client could be made of, and is not.</summary>
    LeftOut,

    /// <summary>A schema that is left out: it is told of where it declares something, and does not only say what must be.</summary>
    LeftOutSchema,
}

/// <summary>What OpenAPI has at some place of a document.</summary>
/// <param name="Name">What it is called in a sentence: "a parameter"; of what is left out, the reason.</param>
/// <param name="Item">What its items are, of a map or a list.</param>
internal sealed record Shape(ShapeKind Kind, string Name, Shape? Item = null)
{
    /// <summary>What stands under the names that it knows.</summary>
    public Dictionary<string, Shape> Fields { get; init; } = [];

    /// <summary>The names without which it means nothing; of a word, what it may be.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>What its names look like, and what is said of those that do not.</summary>
    public (Func<string, bool> Fits, string Otherwise)? Names { get; init; }

    public static Shape Map(Shape item) => new(ShapeKind.Map, "a mapping", item);

    public static Shape List(Shape item) => new(ShapeKind.List, "a list", item);
}
