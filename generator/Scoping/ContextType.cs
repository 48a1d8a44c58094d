using Intercom.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Intercom.Generator.Scoping;

/// <summary>A type that a <c>JsonSerializerContext</c> of the program names, and that does not exist before this generator ran.</summary>
internal sealed record ContextType(string Name, string Path, int Line, int Column)
{
    public const string Attribute = "System.Text.Json.Serialization.JsonSerializableAttribute";

    /// <summary>Those of them that a context names.</summary>
    public static EquatableArray<ContextType> Of(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) => (
        from attribute in context.Attributes
        from type in attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).DescendantNodes().OfType<TypeOfExpressionSyntax>() ?? []
        from name in type.DescendantNodes().OfType<SimpleNameSyntax>()
        where context.SemanticModel.GetSymbolInfo(name, cancellation).Symbol is null or IErrorTypeSymbol
        select Of(name)).ToEquatable();

    private static ContextType Of(SimpleNameSyntax name)
    {
        var place = name.GetLocation().GetLineSpan();
        return new ContextType(name.Identifier.ValueText, place.Path, place.StartLinePosition.Line, place.StartLinePosition.Character);
    }
}
