using Xunit;

namespace Intercom.Generator.Tests.Harness;

/// <summary>A test over Intercom's published documents, which are no part of this repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SpecsFactAttribute : FactAttribute
{
    public SpecsFactAttribute() => Skip = PublishedSpecs.WhyNot;
}

/// <inheritdoc cref="SpecsFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SpecsTheoryAttribute : TheoryAttribute
{
    public SpecsTheoryAttribute() => Skip = PublishedSpecs.WhyNot;
}

/// <summary>Intercom's published documents, where the environment says that they are.</summary>
internal static class PublishedSpecs
{
    private const string Variable = "INTERCOM_SPECS_DIR";

    public static string? Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder && Directory.Exists(folder) ? folder : null;

    public static string? WhyNot => Folder is null ? $"{Variable} does not name a folder with Intercom's published documents." : null;

    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder ?? throw new InvalidOperationException(WhyNot), name));
}
