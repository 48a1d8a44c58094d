using Intercom.Generator.Model;
using Intercom.Generator.SafeText;

namespace Intercom.Generator.Emit;

/// <summary>The call of an operation as the runtime takes it: the operation, its arguments and its body.</summary>
internal static class RequestEmitter
{
    public static Code Emit(Overload method) => Emit(method, method.Operation);

    private static Code Emit(Overload method, Operation operation) => Code.Concat(
    [
        Code.Text($"new ApiRequest({Code.List(operation.PathArguments.Select(InPath).Prepend(Literal.Of(operation.Id)))})"),
        operation.Server is { } server ? Code.Text($".Server({Literal.Of(server.From)}, {Literal.Of(server.To)})") : Code.Nothing,
        .. operation.OtherArguments
            .Where(argument => argument.IsRequired || method.HasQuery)
            .Select(argument => Besides(argument, method.Query)),
        operation.Fixed is { } always ? Code.Text($".Query({Literal.Of(always.Name)}, {Literal.Of(always.Value)})") : Code.Nothing,
        method.Body is null ? Code.Nothing : Body(method.Body),
        operation.Accept is null ? Code.Nothing : Code.Text($".Header(\"Accept\", {Literal.Of(operation.Accept)})"),
        operation.Versions.Count > 0
            ? Code.Text($".Version({Code.List(operation.Versions.Select(static version => (Code)Literal.Of(version)))})")
            : Code.Nothing,
        operation.Since is { } since ? Code.Text($".Since({Literal.Of(since.Version)}, {Literal.Of(since.After)})") : Code.Nothing,
        operation.IsSafe ? Code.Of(".Safe()") : Code.Nothing,
    ]);

    private static Code InPath(Argument argument) => argument.Method is null
        ? Name.Of(argument.Name)
        : Code.Text($"PathValue.{TypeText.Of(argument.Method)}({PathArguments(argument)}{Style(argument.Style)})");

    private static Code PathArguments(Argument argument) =>
        Code.Text($"{Literal.Of(argument.WireName)}, {Name.Of(argument.Name)}");

    private static Code Besides(Argument argument, QueryArgument? query)
    {
        var value = argument.Member is null ? Name.Of(argument.Name) : Code.Text($"{Name.Of(query!.Name)}?.{Name.Of(argument.Member)}");
        return Code.Text($".{TypeText.Of(argument.Method!)}({Literal.Of(argument.WireName)}, {value}{Style(argument.Style)})");
    }

    private static Code Style(ParameterStyle? style) => style is { } given ? Code.Text($", ParameterStyle.{given}") : Code.Nothing;

    private static Code Body(Body body)
    {
        var media = body.MediaType is null ? Code.Nothing : Code.Text($", {Literal.Of(body.MediaType)}");
        var fields = Code.Concat(body.Fields.Select(static field =>
            Code.Text($", ({Literal.Of(field.Name)}, ParameterStyle.{field.Style})")));
        return Code.Text($".{TypeText.Of(body.Method)}({Name.Of(body.Name)}{media}{fields})");
    }
}
