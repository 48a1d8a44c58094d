using System.Globalization;
using System.Text.Json;
using Intercom.Json;
using Microsoft.Extensions.AI;

namespace Intercom.Extensions.AI;

/// <summary>An operation as a function that a model can call.</summary>
internal sealed class IntercomTool : AIFunction
{
    private readonly IntercomConnection _connection;
    private readonly ToolOperation _operation;
    private readonly IntercomToolOptions _options;

    public IntercomTool(IntercomConnection connection, ToolOperation operation, IntercomToolOptions options)
    {
        if (!options.AllowChanges && !operation.IsReading)
            throw new ArgumentException(
                $"{operation.Operation} changes something, which needs {nameof(IntercomToolOptions.AllowChanges)}.",
                nameof(operation));
        (_connection, _operation, _options) = (connection, operation, options);
        using var schema = JsonDocument.Parse(operation.Schema.ToJsonString());
        JsonSchema = schema.RootElement.Clone();
    }

    public override string Name => _operation.Name;

    public override string Description => _operation.Description;

    public override JsonElement JsonSchema { get; }

    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        var values = arguments.Where(static argument => argument.Value is not null)
            .ToDictionary(static argument => argument.Key, static argument => Json(argument.Value!), StringComparer.Ordinal);
        if (values.Keys.FirstOrDefault(name => !_operation.Takes(name)) is { } unknown)
            throw new ArgumentException($"{Name} has no argument {unknown}.", nameof(arguments));
        if (_operation.Required.FirstOrDefault(name => !values.ContainsKey(name)) is { } missing)
            throw new ArgumentException($"{Name} needs the argument {missing}.", nameof(arguments));
        var result = await _connection.SendElementAsync(Request(values), _options.Request, cancellationToken).ConfigureAwait(false);
        return Cut(result.GetRawText());
    }

    private ApiRequest Request(Dictionary<string, JsonElement> values)
    {
        var request = new ApiRequest(_operation.Operation, [.. _operation.Path.Select(name => (PathValue)Plain(values[name]))]);
        foreach (var name in _operation.Query)
            if (values.TryGetValue(name, out var value))
                foreach (var item in value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value })
                    request.Query(name, Plain(item));
        if (values.TryGetValue(ToolSchema.Body, out var body))
            request.RawBody(new IntercomValue(body));
        return _operation.IsReading ? request.Safe() : request;
    }

    private string Cut(string text) => text.Length <= _options.MaxResultLength ? text : string.Create(
        CultureInfo.InvariantCulture,
        $"{text.AsSpan(0, _options.MaxResultLength)}… (cut: these are {_options.MaxResultLength} of {text.Length} characters)");

    private static string Plain(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    // Whatever the model's client made of the arguments: most hand over JSON.
    private static JsonElement Json(object value) =>
        value as JsonElement? ?? JsonSerializer.SerializeToElement(value, AIJsonUtilities.DefaultOptions.GetTypeInfo(value.GetType()));
}
