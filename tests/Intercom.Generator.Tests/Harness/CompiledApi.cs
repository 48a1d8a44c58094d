using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Intercom.Generator.Tests.Harness;

/// <summary>The API of a client as the compiler sees it, in the words of the listing.</summary>
internal static class CompiledApi
{
    private static readonly string[] InAllTypes = ["AdditionalProperties", "Equals", "TryGetValue", "Deconstruct"];
    private static readonly string[] InAllMethods = ["RequestOptions? options = null", "CancellationToken cancellationToken = default(CancellationToken)"];
    private static readonly string[] InAllClients = ["ApiVersion", "Connection", "SubscribeAsync"];

    private static readonly SymbolDisplayFormat Signature = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType,
        parameterOptions: SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeDefaultValue,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    public static IEnumerable<string> Lines(Compilation compilation) =>
        from space in Namespaces(compilation.GlobalNamespace)
        from type in space.GetTypeMembers()
        where type.DeclaredAccessibility == Accessibility.Public && type.Locations[0].IsInSource
        from line in type.GetMembers().Where(member => IsListed(type, member)).Select(member => "  " + Line(member)).Prepend($"{Kind(type)} {type.ToDisplayString()}")
        select line;

    private static string Kind(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true, IsValueType: true } => "enum",
        { IsRecord: true, Interfaces: [{ Name: "IEquatable" }] } => "query",
        { IsRecord: true } => "record",
        { IsValueType: true } => "union",
        _ => "class",
    };

    private static string Line(ISymbol member) => member switch
    {
        IPropertySymbol { ContainingType: { IsRecord: true, IsValueType: true } } value => $"{value.Name} {Text(value)}",
        IPropertySymbol { ContainingType.IsStatic: true } topic => $"{topic.ToDisplayString(Signature)} {Text(topic)}",
        IPropertySymbol property => $"{(property.GetAttributes().Any(static a => a.AttributeClass!.Name == nameof(ObsoleteAttribute)) ? "[Obsolete] " : "")}{(property.IsRequired ? "required " : "")}{property.ToDisplayString(Signature)}",
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.Parameters[0].Type.ToDisplayString(Signature),
        _ => WithoutCommonParameters(member.ToDisplayString(Signature)),
    };

    private static string WithoutCommonParameters(string method) => InAllMethods.Aggregate(method, static (text, parameter) => text.Replace(", " + parameter, "", StringComparison.Ordinal).Replace(parameter, "", StringComparison.Ordinal));

    private static string Text(IPropertySymbol value) =>
        value.DeclaringSyntaxReferences[0].GetSyntax().DescendantNodes().OfType<ArgumentSyntax>().First().ToString();

    private static bool IsListed(INamedTypeSymbol type, ISymbol member) => member is { DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false, IsOverride: false }
        && !InAllTypes.Contains(member.Name) && !(type.IsValueType && member.Name == "Value")
        && !(type is { IsRecord: false, IsValueType: false } && InAllClients.Contains(member.Name))
        && member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => type is { IsRecord: false, IsValueType: true } && constructor.Parameters[0].Type.Name != "JsonElement",
            IMethodSymbol method => method.MethodKind == MethodKind.Ordinary && method.Name != "ToForm",
            _ => member is IPropertySymbol,
        };

    private static IEnumerable<INamespaceSymbol> Namespaces(INamespaceSymbol space) => space.GetNamespaceMembers().SelectMany(Namespaces).Prepend(space);
}
