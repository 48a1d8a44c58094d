using Intercom.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Runtime.Tests;

/// <summary>Every public signature of each package, so that a change of one is seen in a review, and is the same for each framework.</summary>
public sealed class PublicApi(ITestOutputHelper output)
{
    private static readonly string[] Packages =
    [
        "Intercom.Runtime", "Intercom.Extensions.DependencyInjection", "Intercom.Extensions.HealthChecks", "Intercom.AspNetCore",
        "Intercom.AspNetCore.EntityFrameworkCore", "Intercom.Extensions.AI", "Intercom.Testing",
    ];

    public static TheoryData<string> AllPackages() => [.. Packages];

    [Theory]
    [MemberData(nameof(AllPackages))]
    public void Of_a_package(string package)
    {
        var listing = List(package, "net10.0");
        output.WriteLine($"{package}: {listing.Count(static c => c == '\n')} lines");
        Baseline.Matches($"{package}.api.txt", listing);
    }

    [Theory]
    [MemberData(nameof(AllPackages))]
    public void Of_both_frameworks_is_the_same(string package) => Assert.Equal(List(package, "net10.0"), List(package, "net8.0"));

    private static string List(string package, string framework)
    {
        var references = Packages.Select(name => MetadataReference.CreateFromFile(Assembly(name, framework))).ToList();
        var platform = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!.ToString()!.Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("Intercom.", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("Listing", null, [.. references, .. platform]);
        var assembly = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(references[Array.IndexOf(Packages, package)])!;
        return ApiText.Of(
            "What every record has is left out, and what is overridden.",
            ApiText.Namespaces(assembly.GlobalNamespace).SelectMany(static space => space.GetTypeMembers()).SelectMany(WithNested).Where(IsVisible),
            static type => $"{Kind(type)} {type.ToDisplayString()}{Bases(type)}",
            IsListed);
    }

    private static string Assembly(string package, string framework)
    {
        // Tests and packages are built in the same configuration.
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return Path.Combine(Repository.Root, "runtime", package, "bin", configuration, framework, $"{package}.dll");
    }

    private static IEnumerable<INamedTypeSymbol> WithNested(INamedTypeSymbol type) => type.GetTypeMembers().SelectMany(WithNested).Prepend(type);

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal && (symbol.ContainingType is null || IsVisible(symbol.ContainingType));

    private static bool IsListed(ISymbol member) => IsVisible(member) && !member.IsOverride && member switch
    {
        { Name: "EqualityContract" or "PrintMembers" or "Deconstruct" or "<Clone>$" or "op_Equality" or "op_Inequality" } => false,
        IMethodSymbol { Name: "Equals", Parameters.Length: 1 } => false,
        IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove } => false,
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => !IsCopy(constructor) && !(constructor.ContainingType.IsValueType && constructor.Parameters.IsEmpty),
        IFieldSymbol field => field.Name != "value__",
        _ => member is not INamedTypeSymbol,
    };

    private static bool IsCopy(IMethodSymbol constructor) =>
        constructor.ContainingType.IsRecord && constructor.Parameters is [var only] && SymbolEqualityComparer.Default.Equals(only.Type, constructor.ContainingType);

    private static string Kind(INamedTypeSymbol type) => type.TypeKind switch
    {
        TypeKind.Enum or TypeKind.Interface or TypeKind.Delegate => type.TypeKind.ToString().ToLowerInvariant(),
        TypeKind.Struct => $"{(type.IsReadOnly ? "readonly " : "")}{(type.IsRefLikeType ? "ref " : "")}{(type.IsRecord ? "record " : "")}struct",
        _ => $"{(type.IsStatic ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "")}{(type.IsRecord ? "record" : "class")}",
    };

    private static string Bases(INamedTypeSymbol type)
    {
        var bases = type.Interfaces.Where(IsVisible).Select(static i => i.ToDisplayString()).Where(static name => !name.StartsWith("System.IEquatable<", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        if (type is { TypeKind: TypeKind.Class, BaseType: { SpecialType: SpecialType.None } parent })
            bases = bases.Prepend(parent.ToDisplayString()).Order(StringComparer.Ordinal);
        return string.Join(", ", bases) is { Length: > 0 } all ? $" : {all}" : "";
    }
}
