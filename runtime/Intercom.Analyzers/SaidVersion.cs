using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Intercom.Analyzers;

/// <summary>What options say of the version where they are made.</summary>
/// <param name="IsKnown">Whether it is seen what they say.</param>
/// <param name="Version">The version; null where they leave it to others.</param>
internal readonly record struct SaidVersion(bool IsKnown, string? Version)
{
    private static readonly SaidVersion Unknown = new(IsKnown: false, null);

    /// <summary>What is said where options are made.</summary>
    public static SaidVersion Of(IObjectCreationOperation creation)
    {
        var said = new SaidVersion(IsKnown: true, null);
        foreach (var part in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (part is ISimpleAssignmentOperation { Value: var value, Target: var target } && Name(target) == RuntimeTypes.ApiVersion)
                said = Of(value);
            // A header goes before what the options say.
            else if (part is IMemberInitializerOperation { InitializedMember: var member } && Name(member) is "Headers" or "DefaultHeaders")
                return Unknown;
        }

        return said;
    }

    private static string? Name(IOperation member) => (member as IPropertyReferenceOperation)?.Property.Name;

    /// <summary>What is said by a value.</summary>
    public static SaidVersion Of(IOperation value) => value.ConstantValue is { HasValue: true, Value: var constant }
        ? new SaidVersion(IsKnown: true, constant as string)
        : Unknown;
}
