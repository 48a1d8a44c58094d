using Intercom.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Intercom.Generator.Scoping;

/// <summary>The types that a <c>JsonSerializerContext</c> of the program names, and that do not exist before this generator ran.</summary>
internal static class ContextTypes
{
    public const string Attribute = "System.Text.Json.Serialization.JsonSerializableAttribute";

    public static EquatableArray<PlacedWord> Of(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) => (
        from attribute in context.Attributes
        from type in attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).DescendantNodes().OfType<TypeOfExpressionSyntax>() ?? []
        from name in type.DescendantNodes().OfType<SimpleNameSyntax>()
        where context.SemanticModel.GetSymbolInfo(name, cancellation).Symbol is null or IErrorTypeSymbol
        select PlacedWord.Of(name.Identifier.ValueText, name.GetLocation())).ToEquatable();
}
