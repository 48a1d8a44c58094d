using Microsoft.CodeAnalysis;

namespace Intercom.Generator.Scoping;

/// <summary>The way from an assembly to one of its namespaces.</summary>
internal static class NamespacePath
{
    public static INamespaceSymbol? Find(INamespaceSymbol? root, string name) => name.Split('.').Aggregate(
        root,
        static (space, part) => space?.GetMembers(part).OfType<INamespaceSymbol>().FirstOrDefault());
}
