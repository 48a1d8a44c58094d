using Xunit;

namespace Intercom.Package.Tests;

/// <summary>A test over Intercom's published documents, which are no part of this repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SpecsFactAttribute : FactAttribute
{
    private const string Variable = "INTERCOM_SPECS_DIR";

    public SpecsFactAttribute() => Skip = Directory.Exists(Folder) ? null : $"{Variable} does not name a folder with Intercom's published documents.";

    private static string? Folder => Environment.GetEnvironmentVariable(Variable);

    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder!, name));
}
