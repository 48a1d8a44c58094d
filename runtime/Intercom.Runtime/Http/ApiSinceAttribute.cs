namespace Intercom;

/// <summary>
/// Says since which version of the API the operation of a method is there. A call that is seen to speak an older one is a warning of the
/// compiler.
/// </summary>
/// <param name="version">The oldest version that is known to have it: <c>2.16</c>.</param>
/// <param name="after">The newest version that is known not to have it: <c>2.14</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ApiSinceAttribute(string version, string after) : Attribute
{
    /// <summary>The oldest version that is known to have it.</summary>
    public string Version { get; } = version;

    /// <summary>The newest version that is known not to have it.</summary>
    public string After { get; } = after;
}
