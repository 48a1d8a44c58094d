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
}

/// <summary>The name of a type, and what the type is.</summary>
internal sealed record PinnedType(TypeFace Face, string Name)
{
    /// <summary>Reads what <see cref="ToString"/> writes; null where it is something else.</summary>
    public static PinnedType? Parse(string text)
    {
        var parts = text.Split(' ');
        return parts.Length == 2 && Enum.TryParse<TypeFace>(parts[0], ignoreCase: true, out var face) && Naming.Identifier.Given(parts[1]) == parts[1]
            ? new PinnedType(face, parts[1])
            : null;
    }

    public override string ToString() => $"{Face.ToString().ToLowerInvariant()} {Name}";
}
