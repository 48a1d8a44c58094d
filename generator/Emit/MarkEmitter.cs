using Intercom.Generator.Model;
using Intercom.Generator.SafeText;

namespace Intercom.Generator.Emit;

/// <summary>The attributes of an operation's methods and of properties.</summary>
internal static class MarkEmitter
{
    public static Code Emit(Operation operation) => Code.Lines([Age(operation), Obsolete(operation.IsDeprecated)]);

    /// <summary>Since when the operation is there: the analyzer of the runtime holds it against the version that a call speaks.</summary>
    public static Code Age(Operation operation) => operation.Since is { } since
        ? Code.Text($"[ApiSince({Literal.Of(since.Version)}, {Literal.Of(since.After)})]")
        : Code.Nothing;

    /// <summary>What the document marks as deprecated; nothing where it does not.</summary>
    public static Code Obsolete(bool isDeprecated) =>
        isDeprecated ? Code.Of("[Obsolete(\"The document marks it as deprecated.\")]") : Code.Nothing;
}
