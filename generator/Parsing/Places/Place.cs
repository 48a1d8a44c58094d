namespace Intercom.Generator.Parsing.Places;

/// <summary>Where a value stands.</summary>
internal enum Place
{
    Path,
    Query,
    Header,
    Cookie,
    Property,
    Item,
    MapValue,
    UnionCase,
    FormPart,
    UrlEncoded,
    Body,
    Answer,
    Event,
    WebhookItem,
}

/// <summary>What becomes of a value where it stands.</summary>
internal enum Fate
{
    /// <summary>It has the type that it is declared with.</summary>
    Typed,

    /// <summary>It is a text.</summary>
    Text,

    /// <summary>It is any JSON value.</summary>
    Raw,
}
