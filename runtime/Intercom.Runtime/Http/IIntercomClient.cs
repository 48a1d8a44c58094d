namespace Intercom;

/// <summary>What every emitted client is: something made from a connection.</summary>
/// <typeparam name="TSelf">The client.</typeparam>
public interface IIntercomClient<TSelf>
    where TSelf : IIntercomClient<TSelf>
{
    /// <summary>The version of the document that the client was made from.</summary>
    static abstract string ApiVersion { get; }

    /// <summary>The connection that the client calls through.</summary>
    IntercomConnection Connection { get; }

    /// <summary>Makes a client.</summary>
    /// <param name="connection">The connection that it calls through.</param>
    static abstract TSelf Create(IntercomConnection connection);
}
