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
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public List<PropertyDraft> Properties { get; } = [];

    public bool IsForm { get; set; }

    public override IEnumerable<TypeRef> Parts => Properties.Select(static property => property.Type);

    /// <summary>Whether a property is known.</summary>
    public bool Has(string wireName) => _places.ContainsKey(wireName);

    /// <summary>Whether a property is known, and required everywhere so far.</summary>
    public bool Requires(string wireName) => _places.TryGetValue(wireName, out var at) && Properties[at].IsRequired;

    /// <summary>Adds a property; one of the same wire name takes its place.</summary>
    public void Add(PropertyDraft property)
    {
        if (_places.TryGetValue(property.WireName, out var at))
        {
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

    public Doc Doc { get; init; } = Doc.None;

    public string? PreferredName { get; init; }

    public bool IsRequired { get; init; }

    public string? Constant { get; init; }

    public bool IsSecret { get; init; }

    public bool IsDeprecated { get; init; }

    public bool FillsNow { get; init; }

    public string? Discriminator { get; init; }

    public IReadOnlyList<string> Aliases { get; set; } = [];
}

internal sealed class EnumDraft : Draft
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public List<string> Values { get; } = [];

    public void Add(IEnumerable<string> values) => Values.AddRange(values.Where(_known.Add));

    public List<string> Candidates { get; } = [];

    public bool IsNamed { get; init; }
}

internal sealed class UnionDraft : Draft
{
    public List<CaseDraft> Cases { get; } = [];

    public override IEnumerable<TypeRef> Parts => Cases.Select(static @case => @case.Type);

    public string? Discriminator { get; set; }

    public bool IsSibling { get; set; }
}

internal sealed class CaseDraft
{
    public required TypeRef Type { get; init; }

    public IReadOnlyList<string> Values { get; set; } = [];

    public IReadOnlyList<string> Required { get; set; } = [];
}
