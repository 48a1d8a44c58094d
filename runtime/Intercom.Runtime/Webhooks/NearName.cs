namespace Intercom.Webhooks;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearName
{
    /// <summary>Ends a sentence: with a question where a name is near, with a full stop where none is.</summary>
    public static string Hint(string given, IEnumerable<string> names)
    {
        var nearest = names.Select(name => (Name: name, Edits: Edits(given, name))).MinBy(static near => near.Edits);
        return nearest.Name is not null
            && nearest.Edits <= Math.Max(1, Math.Max(given.Length, nearest.Name.Length) / 3)
                ? $"; did you mean \"{nearest.Name}\"?"
                : ".";
    }

    /// <summary>How many characters are to be inserted, deleted or replaced; letter case does not count.</summary>
    private static int Edits(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
