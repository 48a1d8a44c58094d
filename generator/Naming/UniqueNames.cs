namespace Intercom.Generator.Naming;

/// <summary>Names that differ from each other, also for whoever ignores case.</summary>
internal sealed class UniqueNames(IEnumerable<string>? reserved = null)
{
    // A name that is put together of others is longer than any of them, and has its end as well.
    private const int MaxLength = 200;

    private readonly HashSet<string> _taken = new(reserved ?? [], StringComparer.OrdinalIgnoreCase);

    // Where counting went on to, so that the thousandth of one name does not count from the second.
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);

    public bool IsTaken(string name) => _taken.Contains(name);

    /// <summary>Takes the first of some names that is free; where none is, the last with a number.</summary>
    public string Take(params string[] names)
    {
        names = Array.ConvertAll(names, static name => name.Length > MaxLength ? name.Substring(0, MaxLength) : name);
        foreach (var name in names)
            if (_taken.Add(name))
                return name;
        var last = names[names.Length - 1];
        for (var number = _numbers.TryGetValue(last, out var next) ? next : 2; ; number++)
            if (_taken.Add(last + number))
            {
                _numbers[last] = number + 1;
                return last + number;
            }
    }
}
