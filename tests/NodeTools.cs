using System.Diagnostics;
using Xunit;

namespace Intercom.Tests;

/// <summary>A test that needs the linter or the mock server from npm, which are no part of this repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeToolsFactAttribute : FactAttribute
{
    public NodeToolsFactAttribute() => Skip = NodeTools.WhyNot;
}

/// <inheritdoc cref="NodeToolsFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeToolsTheoryAttribute : TheoryAttribute
{
    public NodeToolsTheoryAttribute() => Skip = NodeTools.WhyNot;
}

/// <summary>The linter and the mock server, where the environment says in which folder npm installed them.</summary>
internal static class NodeTools
{
    private const string Variable = "INTERCOM_NODE_TOOLS";

    public static string? WhyNot => Programs is null
        ? $"{Variable} does not name a folder whose node_modules/.bin holds redocly and prism; .ci/run shows the npm install that makes one."
        : null;

    private static string? Programs => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder && Path.GetFullPath(Path.Combine(folder, "node_modules", ".bin")) is var programs && Directory.Exists(programs)
        ? programs
        : null;

    /// <summary>Starts a program whose output can be read.</summary>
    public static Process Start(string name, params string[] arguments)
    {
        var file = Path.Combine(Programs ?? throw new InvalidOperationException(WhyNot), OperatingSystem.IsWindows() ? name + ".cmd" : name);
        return Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }
}
