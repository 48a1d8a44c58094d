using System.Text;
using Intercom.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Generator.Tests;

/// <summary>Every public signature of the client of a document, so that another document is reviewed as a difference of signatures.</summary>
public sealed class ApiListing(ITestOutputHelper output)
{
    private static readonly SymbolDisplayFormat Signature = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeModifiers,
        parameterOptions: SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeDefaultValue,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    [Fact]
    public void Our_document() => Compare(WholeDocument.Ours, "intercom-preview.api.txt");

    [SpecsTheory]
    [InlineData("preview.yaml")]
    [InlineData("2.14.yaml")]
    [InlineData("2.11.yaml")]
    public void A_published_document(string name) => Compare(name, $"published-{Path.GetFileNameWithoutExtension(name)}.api.txt");

    private void Compare(string document, string baseline)
    {
        var listing = List(WholeDocument.Generate(document, hasOverlay: true).Compilation);
        output.WriteLine($"{document}: {listing.Count(static c => c == '\n')} lines, {listing.Length / 1000} kB");
        Baseline.Matches(baseline, listing);
    }

    private static string List(Compilation compilation)
    {
        var text = new StringBuilder("# What every record, enum and union has is left out: equality, AdditionalProperties, conversions, TryGetValue.\n");
        var types = Namespaces(compilation.GlobalNamespace).SelectMany(static space => space.GetTypeMembers())
            .Where(static type => type.DeclaredAccessibility == Accessibility.Public && type.Locations[0].IsInSource)
            .OrderBy(static type => type.ToDisplayString(), StringComparer.Ordinal);
        foreach (var type in types)
        {
            text.Append('\n').Append(Kind(type)).Append(' ').Append(type.ToDisplayString()).Append('\n');
            foreach (var member in type.GetMembers().Where(IsListed).OrderBy(static member => member.Name, StringComparer.Ordinal).ThenBy(static member => member.ToDisplayString(Signature), StringComparer.Ordinal))
                text.Append("  ").Append(member.ToDisplayString(Signature)).Append('\n');
        }

        return text.ToString();
    }

    private static string Kind(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true, IsValueType: true } => "enum",
        { IsRecord: true } => "record",
        { IsValueType: true } => "union",
        _ => "class",
    };

    private static bool IsListed(ISymbol member) => member is { DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false, IsOverride: false }
        && member.Name is not ("AdditionalProperties" or "Equals" or "TryGetValue" or "Deconstruct" or "Value")
        && member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType is { IsRecord: false, IsValueType: true },
            IMethodSymbol method => method.MethodKind == MethodKind.Ordinary,
            _ => member is IPropertySymbol,
        };

    private static IEnumerable<INamespaceSymbol> Namespaces(INamespaceSymbol space) => space.GetNamespaceMembers().SelectMany(Namespaces).Prepend(space);
}
