using System.Collections;
using System.Reflection;
using Intercom;

namespace DriftReport;

/// <summary>Calls every method of a client that reads: first those that need nothing, then those whose ids the answers gave.</summary>
internal sealed class WorkspaceReader(IntercomClient intercom)
{
    private static readonly string[] Reading = ["Get", "List", "Find"];

    private readonly Dictionary<string, string> _ids = new(StringComparer.OrdinalIgnoreCase);

    public List<string> Answered { get; } = [];

    public List<(string Method, string Why)> Refused { get; } = [];

    /// <summary>The methods for which no answer gave an id.</summary>
    public List<string> Left { get; } = [];

    public async Task ReadAsync()
    {
        var open = Methods().ToList();
        for (var ready = Ready(open); ready.Count > 0; ready = Ready(open))
            foreach (var (client, method) in ready)
            {
                open.Remove((client, method));
                await CallAsync(client, method);
            }

        Left.AddRange(open.Select(static left => Name(left.Method)));
    }

    private IEnumerable<(object Client, MethodInfo Method)> Methods() => typeof(IntercomClient).GetProperties()
        .Where(static property => property.PropertyType.Name.EndsWith("Client", StringComparison.Ordinal))
        .Select(property => property.GetValue(intercom)!)
        .SelectMany(static client => client.GetType()
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(IsReading)
            .Select(method => (client, method)));

    // Recordings, transcripts and exports are files: there is nothing in them that a type says. What takes a body or a query is left out.
    private static bool IsReading(MethodInfo method) =>
        Array.Exists(Reading, verb => method.Name.StartsWith(verb, StringComparison.Ordinal))
        && method.ReturnType.IsGenericType && IsModel(method.ReturnType.GetGenericArguments()[0])
        && !method.GetParameters().Any(static parameter => parameter.Name == "request" || IsModel(parameter.ParameterType));

    private static bool IsModel(Type type) => type.Namespace == "Intercom.Models";

    private List<(object Client, MethodInfo Method)> Ready(List<(object Client, MethodInfo Method)> open) =>
        [.. open.Where(call => Arguments(call.Method) is not null)];

    private object?[]? Arguments(MethodInfo method)
    {
        var parameters = method.GetParameters();
        var arguments = parameters
            .Select(parameter => parameter.HasDefaultValue ? Type.Missing : _ids.GetValueOrDefault(parameter.Name!))
            .ToArray();
        return Array.Exists(arguments, static argument => argument is null) ? null : arguments;
    }

    private async Task CallAsync(object client, MethodInfo method)
    {
        try
        {
            const BindingFlags asInCode = BindingFlags.OptionalParamBinding | BindingFlags.DoNotWrapExceptions;
            var call = method.Invoke(client, asInCode, null, Arguments(method), null)!;
            var task = call as Task ?? (Task)call.GetType().GetMethod("FirstAsync")!.Invoke(call, null)!;
            await task;
            Learn(task.GetType().GetProperty("Result")!.GetValue(task));
            Answered.Add(Name(method));
        }
        catch (Exception e) when ((e.InnerException ?? e) is InvalidOperationException)
        {
            // It is no GET, whatever its name says; it was not sent.
        }
        catch (IntercomException e)
        {
            Refused.Add((Name(method), e is IntercomApiException refused ? $"{(int)refused.Status}" : e.GetType().Name));
        }
    }

    /// <summary>Remembers the first id of each kind of object, by the name under which methods take it.</summary>
    private void Learn(object? answer)
    {
        foreach (var list in (answer?.GetType().GetProperties() ?? []).Where(static property => property.PropertyType.IsGenericType))
            if (list.GetValue(answer) is IEnumerable items && items.Cast<object?>().FirstOrDefault() is { } first && IdOf(first) is { } id)
                _ids.TryAdd(first.GetType().Name.Replace("ListItem", "", StringComparison.Ordinal) + "Id", id);
    }

    private static string? IdOf(object item) => item.GetType().GetProperty("Id")?.GetValue(item) is string { Length: > 0 } id ? id : null;

    private static string Name(MethodInfo method) =>
        $"{method.DeclaringType!.Name.Replace("Client", "", StringComparison.Ordinal)}.{method.Name}";
}
