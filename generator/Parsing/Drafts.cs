using Intercom.Generator.Model;
using Intercom.Generator.Parsing.Places;
using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>
/// A type while its uses are still being found: names, directions and nullability are settled when all of them are known.
/// </summary>
internal abstract class Draft
{
    public required string Name { get; set; }

    public required string Pointer { get; init; }

    /// <summary>The places where it stands, by which it keeps its name.</summary>
    public HashSet<string> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>What it was when it got its name; null where it gets it now.</summary>
    public TypeFace? Face { get; set; }

    public Doc Doc { get; set; } = Doc.None;

    public bool IsSent { get; set; }

    public bool IsReceived { get; set; }

    /// <summary>The resources whose operations reach the type.</summary>
    public HashSet<string> Resources { get; } = new(StringComparer.Ordinal);

    /// <summary>The types that this one is made of.</summary>
    public virtual IEnumerable<TypeRef> Parts => [];
}

internal sealed class RecordDraft : Draft
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public List<PropertyDraft> Properties { get; } = [];

    /// <summary>The property that holds what it lists, with a dot where it lies deeper; null where it is no list.</summary>
    public string? List { get; set; }

    /// <summary>Whether it may have properties of other names.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Whether it is the body of a form.</summary>
    public bool IsForm { get; set; }

    /// <summary>Whether it is read or written as JSON.</summary>
    public bool IsJson { get; set; }

    /// <summary>The media types that the document gives the parts of the form.</summary>
    public Dictionary<string, string> ContentTypes { get; } = new(StringComparer.Ordinal);

    public override IEnumerable<TypeRef> Parts => Properties.Select(static property => property.Type);

    /// <summary>Whether it looks like what is received alone: nothing of it has to be assigned.</summary>
    public bool IsAnswer => Face is { } face ? face == TypeFace.Answer : !IsSent;

    /// <summary>Whether it looks like what is sent alone: what must be there is there.</summary>
    public bool IsRequest => Face is { } face ? face == TypeFace.Request : IsSent && !IsReceived;

    /// <summary>Whether a property is known.</summary>
    public bool Has(string wireName) => _places.ContainsKey(wireName);

    /// <summary>Whether a property is known from a place.</summary>
    public bool HasAt(string wireName, string place) => _places.TryGetValue(wireName, out var at) && Properties[at].Places.Contains(place);

    /// <summary>Whether a property is known, and required everywhere so far.</summary>
    public bool Requires(string wireName) => _places.TryGetValue(wireName, out var at) && Properties[at].IsRequired;

    /// <summary>The schema of a property that is known.</summary>
    public IOpenApiSchema Declared(string wireName) => Properties[_places[wireName]].Declared;

    /// <summary>Adds a property; one of the same wire name takes its place.</summary>
    public void Add(PropertyDraft property)
    {
        if (_places.TryGetValue(property.WireName, out var at))
        {
            // What is a secret at one place is none at no other.
            property.IsSecret |= Properties[at].IsSecret;
            property.Since = property.Since == Properties[at].Since ? property.Since : null;
            property.Places.UnionWith(Properties[at].Places);
            Properties[at] = property;
            return;
        }

        _places.Add(property.WireName, Properties.Count);
        Properties.Add(property);
    }
}

internal sealed class PropertyDraft
{
    public required string WireName { get; init; }

    public required TypeRef Type { get; set; }

    public required string Pointer { get; init; }

    /// <summary>The schema that it was made from.</summary>
    public required IOpenApiSchema Declared { get; init; }

    /// <summary>The places where it stands.</summary>
    public HashSet<string> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>Since which version it is there; null where all have it, or its places differ in that.</summary>
    public Since? Since { get; set; }

    public Doc Doc { get; init; } = Doc.None;

    public string? PreferredName { get; init; }

    public bool IsRequired { get; set; }

    /// <summary>Whether only the server says it.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether the server never says it.</summary>
    public bool IsWriteOnly { get; init; }

    /// <summary>The media type of what a text holds.</summary>
    public string? ContentType { get; init; }

    public string? Constant { get; set; }

    public bool IsSecret { get; set; }

    public bool IsDeprecated { get; init; }

    public bool FillsNow { get; init; }

    public string? Discriminator { get; init; }

    public IReadOnlyList<string> Aliases { get; set; } = [];
}

/// <summary>What a call can be asked for besides what it must be given.</summary>
internal sealed class QueryDraft : Draft
{
    public List<ArgumentDraft> Arguments { get; } = [];

    public override IEnumerable<TypeRef> Parts => Arguments.Select(static argument => argument.Type);
}

/// <summary>The fields by which an operation finds.</summary>
internal sealed class FieldsDraft : Draft
{
    /// <summary>What each field holds, by its name.</summary>
    public Dictionary<string, string> Fields { get; } = new(StringComparer.Ordinal);
}

internal sealed class EnumDraft : Draft
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>The values of all places where it stands.</summary>
    public List<string> Values { get; } = [];

    /// <summary>The names that an overlay gives to values.</summary>
    public Dictionary<string, string> Names { get; } = new(StringComparer.Ordinal);

    public void Add(IEnumerable<string> values) => Values.AddRange(values.Where(_known.Add));
}

internal sealed class UnionDraft : Draft
{
    public List<CaseDraft> Cases { get; } = [];

    public override IEnumerable<TypeRef> Parts => Cases.Select(static @case => @case.Type);

    public string? Discriminator { get; set; }

    public bool IsSibling { get; set; }

    /// <summary>The case of an object that the discriminator does not name.</summary>
    public TypeRef? Fallback { get; set; }
}

internal sealed class CaseDraft
{
    public required TypeRef Type { get; init; }

    public IReadOnlyList<string> Values { get; set; } = [];

    public IReadOnlyList<string> Required { get; set; } = [];
}
