namespace Intercom.Generator.Parsing;

/// <summary>The shapes of a union's cases: what tells an object of one from those of the others, where no discriminator does.</summary>
internal sealed class CaseShapes
{
    private readonly int _cases;
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _required = new(StringComparer.Ordinal);

    public CaseShapes(IEnumerable<RecordDraft> cases)
    {
        foreach (var @case in cases)
        {
            _cases++;
            foreach (var property in @case.Properties)
            {
                Count(_known, property.WireName);
                if (property.IsRequired)
                    Count(_required, property.WireName);
            }
        }
    }

    /// <summary>Its required properties that some other case does not require, or else those that only it has.</summary>
    public IEnumerable<string> Telling(RecordDraft @case)
    {
        // Whatever an object holds, it is of the only case that there is.
        if (_cases < 2)
            return [];
        var required = @case.Properties.Where(static p => p.IsRequired).Select(static p => p.WireName)
            .Where(name => _required[name] < _cases).ToList();
        return required.Count > 0 ? required : @case.Properties.Select(static p => p.WireName).Where(name => _known[name] == 1);
    }

    private static void Count(Dictionary<string, int> counts, string name) =>
        counts[name] = counts.TryGetValue(name, out var count) ? count + 1 : 1;
}
