namespace Intercom.Generator.Model;

/// <summary>A type of C#, or a method or codec of the runtime with its type arguments.</summary>
/// <param name="Name">A keyword of C#, the name of something of .NET or of the runtime, or of an emitted type.</param>
/// <param name="IsNullable">Whether a question mark follows.</param>
internal sealed record TypeName(string Name, EquatableArray<TypeName> Arguments = default, bool IsNullable = false)
{
    public static TypeName Of(string name, params TypeName[] arguments) => new(name, new EquatableArray<TypeName>(arguments));

    public TypeName OrNull(bool isNullable = true) => isNullable == IsNullable ? this : this with { IsNullable = isNullable };

    public override string ToString() =>
        Name + (Arguments.Count == 0 ? "" : $"<{string.Join(", ", Arguments)}>") + (IsNullable ? "?" : "");
}
