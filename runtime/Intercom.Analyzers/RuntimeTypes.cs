using Microsoft.CodeAnalysis;

namespace Intercom.Analyzers;

/// <summary>The types of Intercom.Runtime that tell which version a call speaks.</summary>
internal sealed class RuntimeTypes
{
    /// <summary>The property of options that says the version.</summary>
    public const string ApiVersion = nameof(ApiVersion);

    private RuntimeTypes(
        IAssemblySymbol program,
        INamedTypeSymbol since,
        INamedTypeSymbol client,
        INamedTypeSymbol clientOptions,
        INamedTypeSymbol callOptions) =>
        (Program, Since, Client, ClientOptions, CallOptions) = (program, since, client, clientOptions, callOptions);

    /// <summary>The assembly that is compiled.</summary>
    public IAssemblySymbol Program { get; }

    /// <summary>What is put at methods whose operation not every version has.</summary>
    public INamedTypeSymbol Since { get; }

    /// <summary>What every client is.</summary>
    public INamedTypeSymbol Client { get; }

    public INamedTypeSymbol ClientOptions { get; }

    public INamedTypeSymbol CallOptions { get; }

    /// <summary>The types as a program sees them; null where it does not.</summary>
    public static RuntimeTypes? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Intercom.ApiSinceAttribute") is { } since
        && compilation.GetTypeByMetadataName("Intercom.IIntercomClient`1") is { } client
        && compilation.GetTypeByMetadataName("Intercom.IntercomClientOptions") is { } clientOptions
        && compilation.GetTypeByMetadataName("Intercom.RequestOptions") is { } callOptions
            ? new RuntimeTypes(compilation.Assembly, since, client, clientOptions, callOptions)
            : null;

    public static bool Same(ISymbol? left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left, right);

    public bool IsClient(ITypeSymbol? type) => type is not null && type.AllInterfaces.Any(one => Same(one.OriginalDefinition, Client));
}
