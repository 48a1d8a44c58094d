using Microsoft.CodeAnalysis;

namespace Intercom.Generator.Scoping;

/// <summary>The runtime that emitted code stands on.</summary>
internal static class RuntimeAssembly
{
    /// <summary>The runtime as the project references it; null where it does not.</summary>
    public static IAssemblySymbol? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Intercom.IntercomConnection")?.ContainingAssembly;
}
