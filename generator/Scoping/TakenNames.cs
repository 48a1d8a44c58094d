using Intercom.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Intercom.Generator.Scoping;

/// <summary>The names that the client emits and the program has for something that cannot be the same.</summary>
internal static class TakenNames
{
    public static EquatableArray<PlacedWord> Of(IEnumerable<Vocabulary> clients, Compilation compilation) => clients
        .SelectMany(client => Of(client.Namespace, client.Clients, compilation)
            .Concat(Of(client.ModelNamespace, client.Types, compilation)))
        .ToEquatable();

    private static IEnumerable<PlacedWord> Of(string place, IEnumerable<string> names, Compilation compilation) =>
        NamespacePath.Find(compilation.Assembly.GlobalNamespace, place) is { } space
            ? names.SelectMany(name => space.GetMembers(name)).Where(IsForeign)
                .Select(static symbol => PlacedWord.Of(symbol.ToDisplayString(), symbol.Locations[0]))
            : [];

    // What is partial adds to an emitted type; a type with parameters is another one.
    private static bool IsForeign(INamespaceOrTypeSymbol symbol) => symbol is not INamedTypeSymbol type
        || (type.Arity == 0 && type.DeclaringSyntaxReferences.Select(static reference => reference.GetSyntax()).Any(static declaration =>
            !(declaration is TypeDeclarationSyntax declared && declared.Modifiers.Any(SyntaxKind.PartialKeyword))));
}
