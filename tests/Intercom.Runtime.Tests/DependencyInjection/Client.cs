namespace Intercom.Runtime.Tests.DependencyInjection;

/// <summary>A client as the generator emits them, without operations.</summary>
internal sealed class Client : IIntercomClient<Client>
{
    private Client(IntercomConnection connection) => Connection = connection;

    public static string ApiVersion => "2.99";

    public IntercomConnection Connection { get; }

    public static Client Create(IntercomConnection connection) => new(connection);
}
