namespace Intercom.Generator.Parsing;

/// <summary>What a type was when it got its name. It stays that: what is answered one day and sent the next keeps its face.</summary>
internal enum TypeFace
{
    /// <summary>A record that is sent: what must be there must be assigned, and is not null.</summary>
    Request,

    /// <summary>A record that is received: everything but identifiers and lists can be missing.</summary>
    Answer,

    /// <summary>A record that was sent and received from the start.</summary>
    Record,

    Enum,

    Union,

    /// <summary>What a call can be asked for besides what it must be given.</summary>
    Query,

    /// <summary>The fields by which an operation finds.</summary>
    Fields,

    /// <summary>A text that had one value, which stands in the place of a name.</summary>
    Text,

    /// <summary>A time that came in several forms.</summary>
    Time,

    /// <summary>A list of which every variant was one.</summary>
    List,
}

/// <summary>The name of a type, and what the type is.</summary>
/// <param name="Name">The name; of a text with one value the value, of what has no name nothing.</param>
internal sealed record PinnedType(TypeFace Face, string Name)
{
    /// <summary>Reads what <see cref="ToString"/> writes; null where it is something else.</summary>
    public static PinnedType? Parse(string text)
    {
        var parts = text.Split([' '], 2);
        if (!Enum.TryParse<TypeFace>(parts[0], ignoreCase: true, out var face))
            return null;
        var pinned = new PinnedType(face, parts.Length == 2 ? parts[1] : "");
        return !pinned.HasName || (pinned.Name.Length > 0 && Naming.Identifier.Given(pinned.Name) == pinned.Name) ? pinned : null;
    }

    public bool HasName => Face is not (TypeFace.Text or TypeFace.Time or TypeFace.List);

    public override string ToString() => $"{Face.ToString().ToLowerInvariant()} {Name}".TrimEnd();
}
