namespace Intercom.Extensions.AI.Tests;

/// <summary>A client of which no document emitted anything.</summary>
internal sealed class PlainClient(IntercomConnection connection) : IIntercomClient<PlainClient>
{
    public static string ApiVersion => "Preview";

    public IntercomConnection Connection => connection;

    public static PlainClient Create(IntercomConnection connection) => new(connection);

    public static PlainClient Of(IntercomClientOptions options) => new(new IntercomConnection(options, ApiVersion));
}
