using System.Text;
using Microsoft.CodeAnalysis;

namespace Intercom.Runtime.Tests;

/// <summary>Signatures as text: a line per member, each below its type, all sorted.</summary>
internal static class ApiText
{
    private static readonly SymbolDisplayFormat Signature = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string Of(string comment, IEnumerable<INamedTypeSymbol> types, Func<INamedTypeSymbol, string> heading, Func<ISymbol, bool> isListed)
    {
        var text = new StringBuilder("# ").Append(comment).Append('\n');
        foreach (var type in types.OrderBy(static type => type.ToDisplayString(), StringComparer.Ordinal))
        {
            text.Append('\n').Append(heading(type)).Append('\n');
            foreach (var member in type.GetMembers().Where(isListed).OrderBy(static member => member.Name, StringComparer.Ordinal).ThenBy(Of, StringComparer.Ordinal))
                text.Append("  ").Append(Of(member)).Append('\n');
        }

        return text.ToString();
    }

    public static string Of(ISymbol symbol) => symbol.ToDisplayString(Signature);

    public static IEnumerable<INamespaceSymbol> Namespaces(INamespaceSymbol space) => space.GetNamespaceMembers().SelectMany(Namespaces).Prepend(space);
}
