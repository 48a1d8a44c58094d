using Intercom.Generator.Model;
using Intercom.Generator.SafeText;

namespace Intercom.Generator.Emit;

/// <summary>The parameters of a method, and how they are handed on to another one.</summary>
internal static class ParameterEmitter
{
    public static IEnumerable<Code> All(Operation operation) =>
    [
        .. Required(operation),
        operation.Body is { IsRequired: false } optional ? Code.Text($"{TypeText.Of(optional.Type)}? {Name.Of(optional.Name)} = null") : Code.Nothing,
        .. operation.OtherArguments.Where(static a => !a.IsRequired).Select(static a => Code.Text($"{Declared(a)} = null")),
    ];

    /// <summary>What must be given, and the body in any case.</summary>
    public static IEnumerable<Code> RequiredAndBody(Operation operation) =>
    [
        .. Required(operation),
        operation.Body is { IsRequired: false } optional ? Code.Text($"{TypeText.Of(optional.Type)} {Name.Of(optional.Name)}") : Code.Nothing,
    ];

    /// <summary>The documentation of what must be given, and of the body.</summary>
    public static Code Docs(Operation operation, bool isRequiredOnly) => Code.Lines(
    [
        DocEmitter.Params(operation.PathArguments),
        operation.Body is { } body ? DocEmitter.Param(body.Name, body.Doc) : Code.Nothing,
        DocEmitter.Params(operation.OtherArguments.Where(argument => argument.IsRequired || !isRequiredOnly)),
    ]);

    /// <summary>What must be given, and the body, as arguments.</summary>
    public static IEnumerable<Code> Passed(Operation operation) =>
    [
        .. operation.PathArguments.Select(Passed),
        operation.Body is { IsRequired: true } body ? Name.Of(body.Name) : Code.Nothing,
        .. operation.OtherArguments.Where(static a => a.IsRequired).Select(Passed),
        operation.Body is { IsRequired: false } optional ? Name.Of(optional.Name) : Code.Nothing,
    ];

    public static Code Declared(Argument argument) => Code.Text($"{TypeText.Of(argument.Type)} {Name.Of(argument.Name)}");

    private static IEnumerable<Code> Required(Operation operation) =>
    [
        .. operation.PathArguments.Select(Declared),
        operation.Body is { IsRequired: true } body ? Code.Text($"{TypeText.Of(body.Type)} {Name.Of(body.Name)}") : Code.Nothing,
        .. operation.OtherArguments.Where(static a => a.IsRequired).Select(Declared),
    ];

    private static Code Passed(Argument argument) => Name.Of(argument.Name);
}
