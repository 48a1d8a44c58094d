using System.Reflection;
using System.Text.Json.Nodes;

namespace Intercom.Client.Tests;

/// <summary>Makes the arguments of a call as the document declares them, its own example as the body.</summary>
internal static class DocumentedArguments
{
    public static object?[] Of(ApiOperation operation, ClientMethod method, RequestOptions? options = null) =>
        Of(operation, method, ExampleSource.RequestOf(operation), options);

    /// <summary>The arguments with one of the operation's examples as the body.</summary>
    public static object?[] Of(ApiOperation operation, ClientMethod method, Example? request, RequestOptions? options = null)
    {
        var arguments = Arguments.For(method.Method, options);
        foreach (var (parameter, schema) in Declared(operation, method))
            arguments[parameter.Position] = Value(parameter.ParameterType, schema) ?? arguments[parameter.Position];
        foreach (var property in method.Query?.ParameterType.GetProperties() ?? [])
            if (ClientMethod.NameOnTheWire(property.Name) is var name && OtherVariants(operation).Contains(name))
                property.SetValue(arguments[method.Query!.Position], null);
            else if (Value(property.PropertyType, Schema(operation, name)) is { } value)
                property.SetValue(arguments[method.Query!.Position], value);
        if (Body(operation, method, request) is { } body)
            arguments[method.Parameters.Single(static p => p.Name == "request").Position] = body;
        return arguments;
    }

    private static object? Body(ApiOperation operation, ClientMethod method, Example? request) =>
        request is not null ? JsonTypes.Of(method.RequestType!)!.Read(request.Json, [])
        : operation.IsForm && method.RequestType is { } form ? Arguments.Record(form, static p => p.PropertyType == typeof(IntercomFile))
        : operation.RequestSchema?["anyOf"]?[0]?["required"] is JsonArray needed ? JsonTypes.Of(method.RequestType!)!.Read(Needed(operation, needed), [])
        : null;

    // Of what a body can be told apart by, a call sends what the first variant requires.
    private static string Needed(ApiOperation operation, JsonArray names) => new JsonObject(names.Select(name => KeyValuePair.Create<string, JsonNode?>(
        (string)name!,
        (string?)operation.Document.Resolve(operation.RequestSchema!["properties"]![(string)name!])?["type"] == "integer" ? 7 : "text"))).ToJsonString();

    private static IEnumerable<(ParameterInfo Parameter, JsonNode? Schema)> Declared(ApiOperation operation, ClientMethod method)
    {
        var path = operation.Path.Split('/').Where(static step => step.StartsWith('{')).Select(static step => step[1..^1]);
        var names = path.Concat(method.Parameters.Except(method.PathParameters).Select(static parameter => ClientMethod.NameOnTheWire(parameter.Name!)));
        return method.Parameters.Zip(names, (parameter, name) => (parameter, Schema(operation, name)));
    }

    private static JsonNode? Schema(ApiOperation operation, string name) =>
        operation.Document.Resolve(operation.Parameters.FirstOrDefault(parameter => (string)parameter["name"]! == name)?["schema"]);

    // Of the properties of a parameter that is a choice, a call sends those of the first variant.
    private static IEnumerable<string> OtherVariants(ApiOperation operation) => operation.Parameters
        .SelectMany(static parameter => (parameter["schema"]?["oneOf"] as JsonArray ?? []).Skip(1))
        .SelectMany(static variant => (variant?["properties"] as JsonObject ?? []).Select(static property => property.Key));

    // Any text will do for a string, and any enum is open to new values; not where the document has the last word.
    private static object? Value(Type type, JsonNode? schema)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Arguments.IsEnum(type) && schema?["enum"]?[0] is { } first)
            return Activator.CreateInstance(type, (string)first!);
        if (type.IsGenericType && type.GetGenericArguments()[0] is var item && Arguments.IsEnum(item) && schema?["items"]?["enum"]?[0] is { } one)
        {
            var list = Array.CreateInstance(item, 1);
            list.SetValue(Activator.CreateInstance(item, (string)one!), 0);
            return list;
        }

        // What identifies something is a text, also where the document has the last word and says a number.
        if (type.IsGenericType && type.GetGenericArguments()[0] == typeof(string) && (string?)schema?["items"]?["type"] == "integer")
            return new[] { "7", "8" };
        return type != typeof(string) ? null : (string?)schema?["type"] == "integer" ? "7" : (string?)schema?["enum"]?[0];
    }
}
