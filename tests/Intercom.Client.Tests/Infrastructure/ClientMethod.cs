using System.Reflection;
using System.Text.Json;
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

    public static bool IsQuery(Type type) => type is { IsClass: true, Namespace: "Intercom.Models" } && type.Name.EndsWith("Query", StringComparison.Ordinal)
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

/// <summary>Everything that an emitted client can call.</summary>
internal sealed class ClientSurface
{
    public ClientSurface(Type client)
    {
        Client = client;
        All = [.. ResourceTypes.SelectMany(AsyncMethods).Select(method => new ClientMethod(method.DeclaringType!, method, OperationOf(method)))];
        Methods = [.. All.GroupBy(static method => method.ToString()).Select(static same => same.MaxBy(static method => method.Method.GetParameters().Length)!)];
        ByOperation = Methods.GroupBy(static m => m.Operation).ToDictionary(static g => g.Key, static g => g.First());
    }

    public static ClientSurface Ours { get; } = new(typeof(IntercomClient));

    public Type Client { get; }

    /// <summary>Every method, those included that take less than another one of the same name.</summary>
    public IReadOnlyList<ClientMethod> All { get; }

    /// <summary>Of methods of one name the one that takes everything.</summary>
    public IReadOnlyList<ClientMethod> Methods { get; }

    public IReadOnlyDictionary<string, ClientMethod> ByOperation { get; }

    public IEnumerable<Type> ResourceTypes => Resources.Select(static property => property.PropertyType);

    private IEnumerable<PropertyInfo> Resources => Client.GetProperties().Where(static p => p.PropertyType.Name.EndsWith("Client", StringComparison.Ordinal));

    public static IEnumerable<MethodInfo> AsyncMethods(Type client) => client
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(static method => method.IsVirtual && method.Name.EndsWith("Async", StringComparison.Ordinal) && IsOneCall(method.ReturnType));

    // What streams, or follows a job, is made of other methods: it calls an operation that has a method of its own.
    private static bool IsOneCall(Type returned) => returned == typeof(Task) || (returned.IsGenericType
        && (returned.GetGenericTypeDefinition() == typeof(Paged<,>) || (returned.BaseType == typeof(Task) && !returned.GetGenericArguments()[0].Name.StartsWith("IntercomJob`", StringComparison.Ordinal))));

    /// <summary>The resource client of a method, calling through a handler.</summary>
    public object Resource(ClientMethod method, IntercomClientOptions options)
    {
        var root = Activator.CreateInstance(Client, options);
        return Resources.Single(p => p.PropertyType == method.Client).GetValue(root)!;
    }

    // A method names its operation to whoever observes its response, also where the answer is then not what it needs.
    private static string OperationOf(MethodInfo method)
    {
        var operation = "";
        var observing = new RequestOptions { OnResponse = response => operation = response.Operation };
        var client = Activator.CreateInstance(method.DeclaringType!, new IntercomConnection(new RecordingHandler("{}").Options(), "Preview"))!;
        try
        {
            new ClientMethod(method.DeclaringType!, method, "").CallAsync(client, Arguments.For(method, observing)).GetAwaiter().GetResult();
        }
        catch (IntercomUnreadableResponseException)
        {
            Assert.NotEmpty(operation);
        }

        return operation;
    }
}
