using Intercom.Generator.Model;

namespace Intercom.Generator.Parsing;

/// <summary>A type while its uses are still being found: names, directions and nullability are settled when all of them are known.</summary>
internal abstract class Draft
{
    public required string Name { get; set; }

    public required string Pointer { get; init; }

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
    public List<PropertyDraft> Properties { get; } = [];

    public bool IsForm { get; set; }

    public override IEnumerable<TypeRef> Parts => Properties.Select(static property => property.Type);

    /// <summary>Whether a property is known, and required everywhere so far.</summary>
    public bool Requires(string wireName) => Properties.Exists(known => known.WireName == wireName && known.IsRequired);

    /// <summary>Adds a property; one of the same wire name takes its place.</summary>
    public void Add(PropertyDraft property)
    {
        var at = Properties.FindIndex(known => known.WireName == property.WireName);
        if (at >= 0)
        {
            // What is a secret at one place is none at no other.
            property.IsSecret |= Properties[at].IsSecret;
            Properties[at] = property;
        }
        else
            Properties.Add(property);
    }
}

internal sealed class PropertyDraft
{
    public required string WireName { get; init; }

    public required TypeRef Type { get; set; }

    public Doc Doc { get; init; } = Doc.None;

    public string? PreferredName { get; init; }

    public bool IsRequired { get; set; }

    public string? Constant { get; init; }

    public bool IsSecret { get; set; }

    public bool IsDeprecated { get; init; }

    public bool FillsNow { get; init; }

    public string? Discriminator { get; init; }

    public IReadOnlyList<string> Aliases { get; set; } = [];
}

internal sealed class EnumDraft : Draft
{
    public List<string> Values { get; } = [];

    public List<string> Candidates { get; } = [];

    /// <summary>The names that an overlay gives to values.</summary>
    public Dictionary<string, string> Names { get; } = new(StringComparer.Ordinal);

    public bool IsNamed { get; init; }
}

internal sealed class UnionDraft : Draft
{
    public List<CaseDraft> Cases { get; } = [];

    public override IEnumerable<TypeRef> Parts => Cases.Select(static @case => @case.Type);

    public string? Discriminator { get; set; }

    public bool IsSibling { get; set; }

    /// <summary>Adds the cases that are not there yet.</summary>
    public UnionDraft With(IEnumerable<CaseDraft> cases)
    {
        Cases.AddRange(cases.Where(@case => Cases.All(known => known.Type != @case.Type)));
        return this;
    }
}

internal sealed class CaseDraft
{
    public required TypeRef Type { get; init; }

    public IReadOnlyList<string> Values { get; set; } = [];

    public IReadOnlyList<string> Required { get; set; } = [];
}
