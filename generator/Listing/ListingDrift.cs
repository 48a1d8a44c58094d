using Intercom.Generator.Model;

namespace Intercom.Generator.Listing;

/// <summary>How the API of a client differs from the listing that was reviewed.</summary>
/// <param name="Changes">What came, went or became another thing, each at the line of the listing that it is about.</param>
/// <param name="Summary">How many types came, went and changed.</param>
internal sealed record ListingDrift(EquatableArray<ListingChange> Changes, string Summary)
{
    public static ListingDrift Between(string reviewed, string actual)
    {
        var before = ListedType.Of(reviewed);
        var after = ListedType.Of(actual);
        var known = before.ToDictionary(static type => type.Heading, StringComparer.Ordinal);
        var headings = new HashSet<string>(after.Select(static type => type.Heading), StringComparer.Ordinal);
        var gone = before.Where(type => !headings.Contains(type.Heading)).ToList();
        var came = after.Where(type => !known.ContainsKey(type.Heading)).ToList();
        var changed = after.Where(type => known.ContainsKey(type.Heading))
            .Select(type => Members(known[type.Heading], type).ToList())
            .Where(static members => members.Count > 0).ToList();
        var changes = gone.Select(static type => new ListingChange(type.Line, $"{type.Heading} is gone, {Extent(type)}"))
            .Concat(came.Select(type => new ListingChange(LineOf(before, type), $"{type.Heading} is new, {Extent(type)}")))
            .Concat(changed.SelectMany(static members => members))
            .OrderBy(static change => change.Line)
            .ToEquatable();
        return new ListingDrift(
            changes,
            $"{Count(came.Count, "type")} came, {Count(gone.Count, "type")} went, {Count(changed.Count, "type")} changed");
    }

    private static string Extent(ListedType type) => $"with {Count(type.Members.Count, "member")}";

    private static IEnumerable<ListingChange> Members(ListedType before, ListedType after)
    {
        var known = new HashSet<string>(before.Members.Select(static member => member.Text), StringComparer.Ordinal);
        var kept = new HashSet<string>(after.Members.Select(static member => member.Text), StringComparer.Ordinal);
        var came = after.Members.Where(member => !known.Contains(member.Text)).ToList();
        foreach (var gone in before.Members.Where(member => !kept.Contains(member.Text)))
        {
            var other = came.FindIndex(member => member.Name == gone.Name);
            var fate = other < 0 ? "is gone" : $"is now {came[other].Text}";
            yield return new ListingChange(gone.Line, $"{before.Heading}: {gone.Text} {fate}");
            if (other >= 0)
                came.RemoveAt(other);
        }

        foreach (var member in came)
            yield return new ListingChange(before.Line, $"{before.Heading}: {member.Text} is new");
    }

    // Where the type would stand; after the last one there is no better line than that one's.
    private static int LineOf(IReadOnlyList<ListedType> before, ListedType type) =>
        (before.FirstOrDefault(other => string.CompareOrdinal(other.Heading, type.Heading) > 0) ?? before.LastOrDefault())?.Line ?? 0;

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}

/// <summary>A difference, at its line of the listing, counted from 0.</summary>
internal sealed record ListingChange(int Line, string Text);
