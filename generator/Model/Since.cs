namespace Intercom.Generator.Model;

/// <summary>Since which of the bundled versions something is there, where not all of them have it.</summary>
/// <param name="Version">The oldest of them that has it.</param>
/// <param name="After">The newest of those before it, none of which has it.</param>
internal sealed record Since(string Version, string After)
{
    /// <summary>Preview comes after every version that has a number.</summary>
    public string Sentence => char.IsDigit(Version[0]) ? $"Since {Version}." : $"{Version} only.";
}
