using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Intercom.Analyzers;

/// <summary>The versions that the clients of a program speak. Nothing is concluded where one client's version is not seen.</summary>
internal sealed class ClientVersions(RuntimeTypes types)
{
    private readonly ConcurrentDictionary<string, bool> _versions = new();
    private volatile bool _isUnknown;

    /// <summary>The versions, if all of them are known.</summary>
    public IReadOnlyCollection<string> Known => _isUnknown ? [] : [.. _versions.Keys];

    public void Look(IOperation operation)
    {
        switch (operation)
        {
            case IObjectCreationOperation creation when RuntimeTypes.Same(creation.Type, types.ClientOptions):
                Add(SaidVersion.Of(creation));
                break;
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target, Value: var value } when IsVersion(target):
                Add(SaidVersion.Of(value));
                break;
            case ICoalesceAssignmentOperation { Target: IPropertyReferenceOperation target } when IsVersion(target):
            case IInvocationOperation { TargetMethod: var method } when IsForeign(method) && Gives(method):
            case IMemberReferenceOperation { Member: var member, Type: var type } when IsForeign(member) && IsOptionsOrClient(type):
                _isUnknown = true;
                break;
        }
    }

    /// <summary>Looks at a parameter: what others can call brings clients of theirs.</summary>
    public void Look(IParameterSymbol parameter)
    {
        if (IsOptionsOrClient(parameter.Type) && IsVisible(parameter.ContainingSymbol))
            _isUnknown = true;
    }

    private void Add(SaidVersion said)
    {
        if (said is { IsKnown: true, Version: { } version })
            _versions[version] = true;
        else
            _isUnknown = true;
    }

    private bool IsVersion(IPropertyReferenceOperation target) =>
        target.Property.Name == RuntimeTypes.ApiVersion && RuntimeTypes.Same(target.Property.ContainingType, types.ClientOptions);

    private bool IsForeign(ISymbol member) => !RuntimeTypes.Same(member.ContainingAssembly, types.Program);

    // Options that a host configures, clients that a container holds.
    private bool Gives(IMethodSymbol method) => IsOptionsOrClient(method.ReturnType) || method.TypeArguments.Any(IsOptionsOrClient);

    private bool IsOptionsOrClient(ITypeSymbol? type) => RuntimeTypes.Same(type, types.ClientOptions) || types.IsClient(type);

    private static bool IsVisible(ISymbol? symbol)
    {
        for (; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
            if (symbol.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
                return false;
        return true;
    }
}
