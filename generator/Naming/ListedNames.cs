using Intercom.Generator.Model;

namespace Intercom.Generator.Naming;

/// <summary>
/// The values of a list, of which some exist. A semicolon parts two values, where it is not one in the name of something.
/// </summary>
internal sealed class ListedNames
{
    private const string Separator = "; ";

    public ListedNames(EquatableArray<string> values, Func<string, bool> exists)
    {
        for (var i = 0; i < values.Count;)
        {
            var count = Enumerable.Range(1, values.Count - i).Reverse().FirstOrDefault(n => exists(Join(values.Skip(i).Take(n))));
            (count == 0 ? Missing : Found).Add(Join(values.Skip(i).Take(Math.Max(1, count))));
            i += Math.Max(1, count);
        }
    }

    public List<string> Found { get; } = [];

    public List<string> Missing { get; } = [];

    /// <summary>The name that holds semicolons, of the parts that they make of it.</summary>
    public static string Join(IEnumerable<string> parts) => string.Join(Separator, parts);
}
