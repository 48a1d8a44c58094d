using System.Reflection;
using Intercom.Json;

namespace Intercom.Client.Tests;

/// <summary>One method of an emitted resource client, and the operation that it says it calls.</summary>
internal sealed record ClientMethod(Type Client, MethodInfo Method, string Operation)
{
    /// <summary>The parameters that the document is the origin of.</summary>
    public IEnumerable<ParameterInfo> Parameters => Method.GetParameters()
        .Where(static p => p.ParameterType != typeof(CancellationToken) && p.ParameterType != typeof(RequestOptions));

    /// <summary>The arguments of the path, in the template's order: they come first.</summary>
    public IEnumerable<ParameterInfo> PathParameters => Method.GetParameters().Take(Operation.Count(static c => c == '{'));

    /// <summary>The parameter for what need not be given.</summary>
    public ParameterInfo? Query => Array.Find(Method.GetParameters(), static p => IsQuery(p.ParameterType));

    public Type? RequestType => Method.GetParameters().SingleOrDefault(static p => p.Name == "request")?.ParameterType;

    /// <summary>What the task, or a page of the list, holds; void where it holds nothing.</summary>
    public Type ResultType
    {
        get
        {
            var type = Method.ReturnType;
            return type.IsGenericType ? type.GetGenericArguments()[0] : typeof(void);
        }
    }

    public bool IsPaged => Method.ReturnType.IsGenericType && Method.ReturnType.GetGenericTypeDefinition() == typeof(Paged<,>);

    /// <summary>The name under which a query parameter, or a property of what need not be given, is sent.</summary>
    public static string NameOnTheWire(string name) =>
        string.Concat(name.Select(static (c, i) => char.IsUpper(c) ? (i == 0 ? "" : "_") + char.ToLowerInvariant(c) : c.ToString()));

    public static bool IsQuery(Type type) => type is { IsClass: true, Namespace: "Intercom.Models" }
        && type.Name.EndsWith("Query", StringComparison.Ordinal)
        && !type.GetInterfaces().Any(static i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IJson<>));

    /// <summary>Calls the method and awaits it; an exception that it threw comes out as it was.</summary>
    public async Task<object?> CallAsync(object client, IReadOnlyList<object?> arguments)
    {
        var returned = Method.Invoke(client, BindingFlags.DoNotWrapExceptions, null, [.. arguments], null)!;
        var task = returned as Task ?? (Task)returned.GetType().GetMethod("FirstAsync")!.Invoke(returned, null)!;
        await task;
        return ResultType == typeof(void) ? null : task.GetType().GetProperty("Result")!.GetValue(task);
    }

    public override string ToString() => $"{Client.Name}.{Method.Name}";
}
