using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Intercom.Analyzers;

/// <summary>The calls of a program whose operations not every version has.</summary>
internal sealed class DatedCalls(RuntimeTypes types)
{
    private readonly ConcurrentBag<DatedCall> _calls = [];

    public void Look(IOperation operation)
    {
        var call = (IInvocationOperation)operation;
        if (call.Arguments.FirstOrDefault(argument => RuntimeTypes.Same(argument.Parameter?.Type, types.CallOptions)) is not { } options
            || SinceOf(call.TargetMethod) is not { } since)
            return;
        var said = Of(options);
        if (said.IsKnown)
            _calls.Add(new DatedCall(call.Syntax.GetLocation(), call.TargetMethod.Name, since.Version, since.After, said.Version));
    }

    /// <summary>The calls that speak a version which lacks their operation, each with what is between the two.</summary>
    public IEnumerable<(DatedCall Call, string Gap, string Version)> Wrong(ClientVersions clients)
    {
        foreach (var call in _calls)
        {
            // Where clients speak several versions, whichever makes the call has to lack the operation.
            var gaps = (call.Spoken is { } own ? [own] : clients.Known)
                .Select(version => (Gap: VersionGap.Describe(version, call.Version, call.After), Version: version))
                .ToList();
            if (gaps.Count == 0 || gaps.Exists(static one => one.Gap is null))
                continue;
            var spoken = gaps.Select(static one => one.Version).OrderBy(static version => version, StringComparer.Ordinal);
            yield return (call, gaps[0].Gap!, string.Join(" or ", spoken));
        }
    }

    private (string Version, string After)? SinceOf(IMethodSymbol method)
    {
        foreach (var attribute in method.OriginalDefinition.GetAttributes())
            if (RuntimeTypes.Same(attribute.AttributeClass, types.Since)
                && attribute.ConstructorArguments is { Length: 2 } said
                && said[0].Value is string version
                && said[1].Value is string after)
                return (version, after);
        return null;
    }

    private SaidVersion Of(IArgumentOperation options)
    {
        var value = options.Value;
        while (value is IConversionOperation { OperatorMethod: null, Operand: var inner })
            value = inner;
        return value switch
        {
            IObjectCreationOperation creation when RuntimeTypes.Same(creation.Type, types.CallOptions) => SaidVersion.Of(creation),
            // A token in the place of options says nothing of a version.
            IConversionOperation { OperatorMethod: { } conversion } when RuntimeTypes.Same(conversion.ContainingType, types.CallOptions) =>
                new SaidVersion(IsKnown: true, null),
            IDefaultValueOperation => new SaidVersion(IsKnown: true, null),
            _ => value.ConstantValue is { HasValue: true, Value: null } ? new SaidVersion(IsKnown: true, null) : default,
        };
    }
}

/// <summary>A call whose operation not every version has.</summary>
/// <param name="Method">The method that is called.</param>
/// <param name="Version">The oldest version that is known to have it.</param>
/// <param name="After">The newest version that is known not to have it.</param>
/// <param name="Spoken">The version that the call itself says; null where the client's is spoken.</param>
internal sealed record DatedCall(Location Location, string Method, string Version, string After, string? Spoken);
