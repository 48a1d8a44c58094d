namespace Intercom.Generator.Listing;

/// <summary>A type of a listing, with its members.</summary>
internal sealed record ListedType(string Heading, int Line, List<ListedMember> Members)
{
    public static IReadOnlyList<ListedType> Of(string listing)
    {
        var types = new List<ListedType>();
        var lines = listing.Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            var text = lines[line].Trim();
            if (text.Length == 0 || text.StartsWith("//", StringComparison.Ordinal))
                continue;
            if (lines[line][0] != ' ' || types.Count == 0)
                types.Add(new ListedType(text, line, []));
            else
                types[types.Count - 1].Members.Add(new ListedMember(text, line));
        }

        // A merge may have left a type twice; it is one type all the same.
        return
        [
            .. types.GroupBy(static type => type.Heading)
                .Select(static same => same.First() with { Members = [.. same.SelectMany(static type => type.Members)] }),
        ];
    }
}

/// <summary>A member of a listed type.</summary>
internal sealed record ListedMember(string Text, int Line)
{
    /// <summary>What stays the same when the member changes: its name.</summary>
    public string Name => Text.Split('(', '"')[0].Trim().Split(' ').Last();
}
