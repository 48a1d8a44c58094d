namespace Intercom.Testing;

/// <summary>Thrown by what writes a body to cut the connection after what was written so far.</summary>
internal sealed class ConnectionCutException() : IOException("The connection was cut.");
