using System.Reflection;

namespace Intercom.Client.Tests;

/// <summary>Everything that an emitted client can call.</summary>
internal sealed partial class ClientSurface
{
    public ClientSurface(Type client)
    {
        Client = client;
        All =
        [
            .. ResourceTypes.SelectMany(AsyncMethods)
                .Select(method => new ClientMethod(method.DeclaringType!, method, OperationOf(method))),
        ];
        Methods =
        [
            .. All.GroupBy(static method => method.ToString())
                .Select(static same => same.MaxBy(static method => method.Method.GetParameters().Length)!),
        ];
        ByOperation = Methods.GroupBy(static m => m.Operation).ToDictionary(static g => g.Key, static g => g.First());
    }

    public Type Client { get; }

    /// <summary>Every method, those included that take less than another one of the same name.</summary>
    public IReadOnlyList<ClientMethod> All { get; }

    /// <summary>Of methods of one name the one that takes everything.</summary>
    public IReadOnlyList<ClientMethod> Methods { get; }

    public IReadOnlyDictionary<string, ClientMethod> ByOperation { get; }

    public IEnumerable<Type> ResourceTypes => Resources.Select(static property => property.PropertyType);

    private IEnumerable<PropertyInfo> Resources => Client.GetProperties()
        .Where(static property => property.PropertyType.Name.EndsWith("Client", StringComparison.Ordinal));

    public static IEnumerable<MethodInfo> AsyncMethods(Type client) => client
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(static method => method.IsVirtual && method.Name.EndsWith("Async", StringComparison.Ordinal))
        .Where(static method => IsOneCall(method.ReturnType));

    // What streams, or follows a job, is made of other methods: it calls an operation that has a method of its own.
    private static bool IsOneCall(Type returned) => returned == typeof(Task)
        || (returned.IsGenericType && (returned.GetGenericTypeDefinition() == typeof(Paged<,>) || IsTaskOfAnswer(returned)));

    private static bool IsTaskOfAnswer(Type returned) => returned.BaseType == typeof(Task)
        && !returned.GetGenericArguments()[0].Name.StartsWith("IntercomJob`", StringComparison.Ordinal);

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
        var connection = new IntercomConnection(new RecordingHandler("{}").Options(), "Preview");
        var client = Activator.CreateInstance(method.DeclaringType!, connection)!;
        var called = new ClientMethod(method.DeclaringType!, method, "");
        try
        {
            called.CallAsync(client, Arguments.For(method, observing, "text")).GetAwaiter().GetResult();
        }
        catch (IntercomUnreadableResponseException) when (operation.Length > 0)
        {
            // What came back is not what this method needs, and it has said what it called.
        }

        return operation;
    }
}
