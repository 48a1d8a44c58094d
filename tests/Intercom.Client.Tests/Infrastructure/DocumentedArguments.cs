using System.Reflection;
using System.Text.Json.Nodes;

namespace Intercom.Client.Tests;

/// <summary>Makes the arguments of a call as the document declares them, its own example as the body.</summary>
internal static class DocumentedArguments
{
    public static object?[] Of(ApiOperation operation, ClientMethod method, RequestOptions? options = null)
    {
        var arguments = Arguments.For(method.Method, options);
        foreach (var (parameter, schema) in Declared(operation, method))
            arguments[parameter.Position] = Value(parameter.ParameterType, schema) ?? arguments[parameter.Position];
        if (ExampleSource.RequestOf(operation) is { } request)
            arguments[method.Parameters.Single(static p => p.Name == "request").Position] = JsonTypes.Of(method.RequestType!)!.Read(request.Json, []);
        return arguments;
    }

    private static IEnumerable<(ParameterInfo Parameter, JsonNode? Schema)> Declared(ApiOperation operation, ClientMethod method)
    {
        var path = operation.Path.Split('/').Where(static step => step.StartsWith('{')).Select(static step => step[1..^1]);
        var names = path.Concat(method.Parameters.Except(method.PathParameters).Select(ClientMethod.NameOnTheWire));
        var declared = operation.Parameters.ToLookup(static parameter => (string)parameter["name"]!, static parameter => parameter["schema"]);
        return method.Parameters.Zip(names, (parameter, name) => (parameter, operation.Document.Resolve(declared[name].FirstOrDefault())));
    }

    // Any text will do for a string, and any enum is open to new values; not where the document has the last word.
    private static object? Value(Type type, JsonNode? schema)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Arguments.IsEnum(type) && schema?["enum"]?[0] is { } first)
            return Activator.CreateInstance(type, (string)first!);
        return type == typeof(string) && (string?)schema?["type"] == "integer" ? "7" : null;
    }
}
