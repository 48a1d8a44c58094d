using Intercom.Generator.Model;
using Intercom.Generator.SafeText;

namespace Intercom.Generator.Emit;

/// <summary>The twin of a method that also gives the events that follow its answer.</summary>
internal static class StreamEmitter
{
    public static Code Emit(Operation operation) => operation.Stream is { } stream ? Emit(operation, stream) : Code.Nothing;

    public static Code Signature(Operation operation, EventStream stream, bool isListed)
    {
        Code[] parameters =
        [
            .. ParameterEmitter.RequiredAndBody(operation),
            Code.Of("FinStreamOptions? stream = null"),
            .. isListed ? [] : CallParameters.Both,
        ];
        var returned = Code.Text($"IAsyncEnumerable<FinStreamEvent<{Name.Of(stream.Event)}>>");
        return Code.Text($"{returned} {Name.Of(operation.Name)}StreamingAsync({Code.List(parameters)})");
    }

    private static Code Emit(Operation operation, EventStream stream)
    {
        Code[] arguments =
        [
            Code.Of("_connection"),
            Code.Text($"token => {Call(operation)}"),
            Code.Text($"static reply => reply.{Name.Of(stream.Address)}"),
            Code.Of("stream"),
            Code.Of("options"),
            Code.Of("cancellationToken"),
        ];
        return Code.Text($$"""
            {{DocEmitter.Beside(operation, "gives the events that follow until they end.")}}
            {{ParameterEmitter.Docs(operation)}}
            /// <param name="stream">How the events are received.</param>
            /// <param name="options">What this call does differently.</param>
            /// <param name="cancellationToken">Ends the call and the events.</param>
            {{MarkEmitter.Age(operation)}}
            public virtual {{Signature(operation, stream, isListed: false)}} =>
                FinStream.StreamAsync<{{TypeText.Of(operation.Result.Type!)}}, {{Name.Of(stream.Event)}}>({{Code.List(arguments)}});
            """);
    }

    private static Code Call(Operation operation)
    {
        Code[] arguments = [.. ParameterEmitter.Passed(operation), Code.Of("options: options"), Code.Of("cancellationToken: token")];
        return Code.Text($"{Name.Of(operation.Name)}Async({Code.List(arguments)})");
    }
}
