namespace Intercom;

/// <summary>What lies between a version of the API that is spoken, and the one that brought an operation.</summary>
internal static class VersionGap
{
    /// <summary>Says that a version lacks an operation; null where it is not known to.</summary>
    /// <param name="spoken">The version that is spoken. One without a number, such as Preview, comes after all that have one.</param>
    /// <param name="version">The oldest version that is known to have the operation.</param>
    /// <param name="after">The newest version that is known not to have it.</param>
    public static string? Describe(string? spoken, string version, string after)
    {
        if (!Version.TryParse(spoken, out var own) || !Version.TryParse(after, out var last) || own > last)
            return null;
        return Version.TryParse(version, out _) ? $"is there since {version}" : $"is there in {version} only";
    }
}
