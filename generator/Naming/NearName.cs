namespace Intercom.Generator.Naming;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearName
{
    /// <summary>The name that differs least, if it does not differ much.</summary>
    public static string? Of(string given, IEnumerable<string> names)
    {
        var nearest = names.Where(name => Math.Abs(name.Length - given.Length) <= Math.Max(1, Math.Max(given.Length, name.Length) / 3)
            && name.Length < 500).Select(name => (Name: name, Distance: Distance(given, name))).OrderBy(static near => near.Distance)
            .FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= Math.Max(1, Math.Max(given.Length, nearest.Name.Length) / 3)
            ? nearest.Name : null;
    }

    /// <summary>The end of a sentence that asks whether another name was meant; empty where none is near.</summary>
    public static string Question(string given, IEnumerable<string> names) =>
        Of(given, names) is { } name ? $"; did you mean '{name}'?" : "";

    // Levenshtein's distance; letter case does not count.
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        foreach (var letter in left)
        {
            var before = row.ToArray();
            row[0]++;
            for (var i = 1; i < row.Length; i++)
            {
                var swap = before[i - 1] + (char.ToUpperInvariant(letter) == char.ToUpperInvariant(right[i - 1]) ? 0 : 1);
                row[i] = Math.Min(swap, Math.Min(before[i], row[i - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
