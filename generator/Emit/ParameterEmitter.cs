using Intercom.Generator.Model;
using Intercom.Generator.SafeText;

namespace Intercom.Generator.Emit;

/// <summary>The parameters of a method, and how they are handed on to another one.</summary>
internal static class ParameterEmitter
{
    public static IEnumerable<Code> All(Overload method) =>
    [
        .. Required(method.Operation),
        method is { HasOptionalBody: true, Body: { } body } ? Declared(body) : Code.Nothing,
        method.Query is { } query ? Code.Text($"{Name.Of(query.Type)} {Name.Of(query.Name)}") : Code.Nothing,
    ];

    /// <summary>What must be given, and the body in any case.</summary>
    public static IEnumerable<Code> RequiredAndBody(Operation operation) =>
        [.. Required(operation), operation.Body is { IsRequired: false } optional ? Declared(optional) : Code.Nothing];

    public static Code Docs(Overload method) => Code.Lines(
    [
        DocEmitter.Params(method.Operation.PathArguments),
        method.Body is { } body ? DocEmitter.Param(body.Name, body.Doc) : Code.Nothing,
        DocEmitter.Params(method.Operation.OtherArguments.Where(static argument => argument.IsRequired)),
        method.Query is { } query ? DocEmitter.Param(query.Name, "What else is asked for.") : Code.Nothing,
    ]);

    /// <summary>The documentation of what must be given, and of the body.</summary>
    public static Code Docs(Operation operation) => Docs(new Overload(operation, HasOptionalBody: true, HasQuery: false));

    /// <summary>What must be given, and the body, as arguments.</summary>
    public static IEnumerable<Code> Passed(Operation operation) =>
        Passed(operation, operation.Body is { } body ? Name.Of(body.Name) : Code.Nothing);

    /// <summary>The same, with a body of its own.</summary>
    public static IEnumerable<Code> Passed(Operation operation, Code body) =>
    [
        .. operation.PathArguments.Select(Passed),
        operation.Body is { IsRequired: true } ? body : Code.Nothing,
        .. operation.OtherArguments.Where(static a => a.IsRequired).Select(Passed),
        operation.Body is { IsRequired: false } ? body : Code.Nothing,
    ];

    public static Code Declared(Argument argument) => Code.Text($"{TypeText.Of(argument.Type)} {Name.Of(argument.Name)}");

    private static Code Declared(Body body) => Code.Text($"{TypeText.Of(body.Type)} {Name.Of(body.Name)}");

    private static IEnumerable<Code> Required(Operation operation) =>
    [
        .. operation.PathArguments.Select(Declared),
        operation.Body is { IsRequired: true } body ? Declared(body) : Code.Nothing,
        .. operation.OtherArguments.Where(static a => a.IsRequired).Select(Declared),
    ];

    private static Code Passed(Argument argument) => Name.Of(argument.Name);
}
