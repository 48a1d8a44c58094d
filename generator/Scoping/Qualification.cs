using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Intercom.Generator.Scoping;

/// <summary>Says in full what would mean something else in a user's program; every other word is left as it is.</summary>
internal static class Qualification
{
    public static string Apply(string text, string place, IEnumerable<ClashingName> clashes)
    {
        var namespaces = clashes
            .Where(clash => clash.Namespace != place)
            .ToDictionary(static clash => clash.Word, static clash => clash.Namespace);
        if (namespaces.Count == 0)
            return text;
        var root = CSharpSyntaxTree.ParseText(text, CSharpParseOptions.Default.WithDocumentationMode(DocumentationMode.Parse)).GetRoot();
        var full = new StringBuilder(text);
        var inserted = 0;
        var types = root.DescendantNodes(descendIntoTrivia: true).OfType<SimpleNameSyntax>().Where(IsType);
        foreach (var name in types.OrderBy(static name => name.SpanStart))
        {
            if (!namespaces.TryGetValue(name.Identifier.ValueText, out var @namespace))
                continue;
            var prefix = $"global::{@namespace}.";
            full.Insert(name.SpanStart + inserted, prefix);
            inserted += prefix.Length;
        }

        return full.ToString();
    }

    // Emitted code reaches nothing but static members through a name that stands alone before a dot.
    private static bool IsType(SimpleNameSyntax name) => name.Parent switch
    {
        QualifiedNameSyntax or AliasQualifiedNameSyntax or UsingDirectiveSyntax or BaseNamespaceDeclarationSyntax => false,
        MemberAccessExpressionSyntax access => access.Expression == name,
        AttributeSyntax or NameMemberCrefSyntax or ExplicitInterfaceSpecifierSyntax => true,
        _ => SyntaxFacts.IsInTypeOnlyContext(name),
    };
}
