namespace Intercom.Generator.Spec;

/// <summary>Counts what a document becomes beyond what is written in it.</summary>
internal sealed class SpecGrowth
{
    private int _nodes;

    /// <summary>Counts what is about to be put somewhere.</summary>
    /// <exception cref="SpecException">It would be too much, or too deep.</exception>
    public void Add(SpecSize size, int depth, SpecPosition position, string cause)
    {
        if (depth + size.Height > SpecLimits.Depth)
            throw TooDeep(position);
        _nodes += size.Nodes;
        if (_nodes > SpecLimits.Growth)
            throw SpecException.TooLarge(position, $"{cause} add more than {SpecLimits.Growth:N0} values to what is written");
    }

    public static SpecException TooDeep(SpecPosition position) =>
        SpecException.TooLarge(position, $"it nests more than {SpecLimits.Depth} levels deep");
}
