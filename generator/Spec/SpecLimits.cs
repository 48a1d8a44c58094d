namespace Intercom.Generator.Spec;

/// <summary>How far a document is followed. Real ones stay far below; one that does not would exhaust the compiler's stack, memory or
/// patience.</summary>
internal static class SpecLimits
{
    /// <summary>Levels of mappings and lists in each other; Intercom's documents have 25.</summary>
    public const int Depth = 100;

    /// <summary>Nodes of a file. Preview has 90 000.</summary>
    public const int Nodes = 5_000_000;

    /// <summary>Nodes that aliases, overlays and references add to those that are written.</summary>
    public const int Growth = 300_000;

    /// <summary>Places that the targets of overlays look at.</summary>
    public const int Selection = 10_000_000;

    /// <summary>Schemas that a schema is composed of, one inside the other, by allOf, oneOf, anyOf or plain references.</summary>
    public const int Composition = 60;

    /// <summary>Properties of one object, those that it inherits included.</summary>
    public const int Properties = 10_000;

    /// <summary>Properties that objects take over from others that they are composed of; all of them together.</summary>
    public const int Inherited = 50_000;

    /// <summary>Schemas that others are composed of, each counted for every one that it is in.</summary>
    public const int Ancestors = 500_000;

    /// <summary>Lists and maps of each other; Intercom's documents have two.</summary>
    public const int Lists = 16;

    /// <summary>Cases of a union.</summary>
    public const int Cases = 1_000;
}
