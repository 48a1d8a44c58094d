using Intercom.Generator.Model;
using Intercom.Generator.SafeText;

namespace Intercom.Generator.Emit;

/// <summary>The methods that make the body of their arguments, and call that of the operation: whoever replaces it has replaced them
/// too.</summary>
internal static class ShortcutEmitter
{
    public static IEnumerable<Code> Emit(Operation operation) => operation.Shortcuts.Select(shortcut => Emit(operation, shortcut));

    public static Code Signature(Operation operation, Shortcut shortcut, bool isListed)
    {
        Code[] parameters =
        [
            .. operation.PathArguments.Select(ParameterEmitter.Declared),
            .. TakesBody(shortcut)
                ? [Code.Text($"{TypeText.Of(shortcut.Body)} {Name.Of(operation.Body!.Name)}")]
                : shortcut.Arguments.Select(static argument => Code.Text($"{TypeText.Of(argument.Type)} {Name.Of(argument.Name)}")),
            .. operation.OtherArguments.Where(static argument => argument.IsRequired).Select(ParameterEmitter.Declared),
            .. isListed ? [] : CallParameters.Both,
        ];
        return Code.Text($"{TypeText.Of(operation.Result.Returns)} {Name.Of(shortcut.Name)}Async({Code.List(parameters)})");
    }

    private static bool TakesBody(Shortcut shortcut) => shortcut.Arguments.Count == 0;

    private static Code Emit(Operation operation, Shortcut shortcut)
    {
        Code[] arguments =
        [
            .. ParameterEmitter.Passed(operation, Body(operation, shortcut)),
            Code.Of("options: options"),
            Code.Of("cancellationToken: cancellationToken"),
        ];
        return Code.Text($$"""
            {{DocEmitter.Emit(shortcut.Doc, DocEmitter.Origin(operation))}}
            {{DocEmitter.Params(operation.PathArguments)}}
            {{Docs(operation, shortcut)}}
            {{DocEmitter.Params(operation.OtherArguments.Where(static argument => argument.IsRequired))}}
            /// <param name="options">What this call does differently.</param>
            /// <param name="cancellationToken">Ends the call.</param>
            {{DocEmitter.Returns(operation.Result.Doc)}}
            {{MarkEmitter.Emit(operation)}}
            public {{Signature(operation, shortcut, isListed: false)}} =>
                {{Name.Of(operation.Name)}}Async({{Code.List(arguments)}});
            """);
    }

    private static Code Docs(Operation operation, Shortcut shortcut) => TakesBody(shortcut)
        ? DocEmitter.Param(operation.Body!.Name, operation.Body.Doc)
        : Code.Lines(shortcut.Arguments.Select(static argument => DocEmitter.Param(argument.Name, argument.Doc)));

    private static Code Body(Operation operation, Shortcut shortcut) => TakesBody(shortcut)
        ? Name.Of(operation.Body!.Name)
        : Code.Text($"new {TypeText.Of(shortcut.Body)} {{ {Code.List(shortcut.Arguments.Select(Assigned))} }}");

    private static Code Assigned(ShortcutArgument argument)
    {
        var name = Name.Of(argument.Name);
        Code value = argument.Made is { } type
            ? Code.Text($"({name} ?? throw new ArgumentNullException(nameof({name}))).To<{TypeText.Of(type)}>()")
            : name;
        return Code.Text($"{Name.Of(argument.Property)} = {value}");
    }
}
