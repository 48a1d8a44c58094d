namespace Intercom.Generator.Naming;

/// <summary>Names that differ from each other, also for whoever ignores case.</summary>
/// <param name="reserved">Names that nothing takes.</param>
/// <param name="shared">Others of the kind, which many have: a set that <see cref="Reserved"/> made, of which none makes a copy.</param>
internal sealed class UniqueNames(IEnumerable<string> reserved, ISet<string>? shared = null)
{
    // A name that is put together of others is longer than any of them, and has its end as well.
    private const int MaxLength = 200;

    private readonly HashSet<string> _taken = new(reserved, StringComparer.OrdinalIgnoreCase);

    // Where counting went on to, so that the thousandth of one name does not count from the second.
    private Dictionary<string, int>? _numbers;

    public static ISet<string> Reserved(IEnumerable<string> names) => new HashSet<string>(names, StringComparer.OrdinalIgnoreCase);

    public bool IsTaken(string name) => _taken.Contains(name) || IsShared(name);

    /// <summary>Takes the first of some names that is free; where none is, the last with a number.</summary>
    public string Take(params string[] names)
    {
        var last = "";
        foreach (var name in names)
            if (Adds(last = name.Length > MaxLength ? name.Substring(0, MaxLength) : name))
                return last;
        _numbers ??= new(StringComparer.OrdinalIgnoreCase);
        for (var number = _numbers.TryGetValue(last, out var next) ? next : 2; ; number++)
            if (Adds(last + number))
            {
                _numbers[last] = number + 1;
                return last + number;
            }
    }

    private bool Adds(string name) => !IsShared(name) && _taken.Add(name);

    private bool IsShared(string name) => shared?.Contains(name) == true;
}
