using System.Text.Json.Nodes;
using Intercom.Generator.Model;
using Intercom.Generator.Naming;
using Intercom.Generator.SafeText;

namespace Intercom.Reference.Samples;

/// <summary>Writes the call of an operation as a program makes it, with the document's own example as what is sent.</summary>
internal sealed class SampleWriter(ReferenceDocument document)
{
    private const int LongestName = 18;

    private readonly ValueWriter _values = new(document.Model.Types);

    public string Write(Resource area, Operation operation)
    {
        var call = $"intercom.{area.Name}.{operation.Name}Async({string.Join(", ", Arguments(operation))})";
        return operation switch
        {
            { Result.IsEvents: true } => $"await foreach (var e in {call})\n    Console.WriteLine(e.Data);",
            { Result.Returns: { Name: "Paged", Arguments: [_, var item] } } =>
                $"await foreach ({item} {Variable(item)} in {call})\n    Console.WriteLine({Variable(item)});",
            { Result.Type: null } => $"await {call};",
            { Result.Type: { Name: "IntercomDownload" } type } => $"using {type} file = await {call};",
            { Result.Type: var type } => $"{type} {Variable(type)} = await {call};",
        };
    }

    private IEnumerable<string> Arguments(Operation operation) =>
    [
        .. operation.PathArguments.Select(argument => Argument(operation, argument)),
        .. operation.Body is { } body ? [Body(operation, body)] : Array.Empty<string>(),
        .. operation.OtherArguments.Where(static argument => argument.IsRequired).Select(argument => Argument(operation, argument)),
    ];

    private string Body(Operation operation, Body body) =>
        _values.Write(body.Type, document.RequestOf(operation) ?? BodySketch.Of(document, document.SchemaOf(operation)));

    private string Argument(Operation operation, Argument argument) => argument.Type.Name switch
    {
        "string" => ValueWriter.Quoted(Identifier(operation, argument)),
        "long" or "double" => "1",
        "bool" => "true",
        "DateTimeOffset" => "DateTimeOffset.UtcNow.AddDays(-7)",
        "IEnumerable" => $"[{ValueWriter.Quoted("1234")}]",
        var name when _values.Find(name) is EnumType { Values: [var first, ..] } => $"{name}.{first.Name}",
        var name => throw new InvalidOperationException($"Nothing is known of how an argument of {name} is written."),
    };

    // What is asked for is what the document shows where it is answered.
    private string Identifier(Operation operation, Argument argument)
    {
        var name = $"{{{argument.WireName}}}";
        var path = operation.Path[..(operation.Path.IndexOf(name, StringComparison.Ordinal) + name.Length)];
        var found = (document.AnswerOf(operation) as JsonObject)?[argument.WireName]
            ?? document.AnswersOf(path).Select(static answer => (answer as JsonObject)?["id"]).FirstOrDefault(static id => id is not null);
        return found is JsonValue value ? value.ToString()
            : argument.WireName.EndsWith("id", StringComparison.Ordinal) ? "1234"
            : argument.WireName;
    }

    private static string Variable(TypeName type) => type switch
    {
        { Name: "IReadOnlyList" } => "items",
        { Name: "Uri" } => "address",
        { Name: "JsonElement" } => "json",
        { Name: "string" } => "text",
        // What a long name ends in says enough.
        { Name.Length: > LongestName } => Camel(Words.Split(type.Name)[^1]),
        _ => Camel(type.Name),
    };

    private static string Camel(string name) => Name.Of(char.ToLowerInvariant(name[0]) + name[1..]).ToString();
}
