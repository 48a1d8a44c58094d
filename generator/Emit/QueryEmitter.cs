using Intercom.Generator.Model;
using Intercom.Generator.SafeText;

namespace Intercom.Generator.Emit;

/// <summary>What a call can be asked for besides what it must be given.</summary>
internal static class QueryEmitter
{
    public static Code Emit(Code visibility, QueryType query) => Code.Text($$"""
        {{DocEmitter.Emit(query.Doc)}}
        {{visibility}} sealed partial record {{Name.Of(query.Name)}}
        {
            {{Code.Blocks(query.Arguments.Select(Property))}}
        }
        """);

    /// <summary>A property as it is declared, without its accessors.</summary>
    public static Code Signature(Argument argument) => Code.Text($"{TypeText.Of(argument.Type)} {Name.Of(argument.Member!)}");

    private static Code Property(Argument argument) => Code.Text($$"""
        {{DocEmitter.Emit(new Doc(argument.Doc), DocEmitter.Age(argument.Since))}}
        public {{Signature(argument)}} { get; init; }
        """);
}
