namespace Intercom.Generator.Tests.Additive;

/// <summary>What of a listing is not in a later one: gone, renamed, or of another type.</summary>
internal static class ApiMoves
{
    public static IReadOnlyList<string> Between(string before, string after)
    {
        var now = Sections(after);
        return [.. Sections(before).SelectMany(section => now.TryGetValue(section.Key, out var members)
            ? section.Value.Except(members).Select(member => $"{section.Key}: {member}")
            : [section.Key])];
    }

    private static Dictionary<string, List<string>> Sections(string listing)
    {
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string> members = [];
        foreach (var line in listing.Split('\n').Where(static line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)))
            if (line.StartsWith("  ", StringComparison.Ordinal))
                members.Add(line.Trim());
            else
                sections.Add(line, members = []);
        return sections;
    }
}
