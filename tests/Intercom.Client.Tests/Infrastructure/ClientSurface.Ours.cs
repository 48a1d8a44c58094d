namespace Intercom.Client.Tests;

internal sealed partial class ClientSurface
{
    /// <summary>The client of the bundled document, which is compiled into this project.</summary>
    public static ClientSurface Ours { get; } = new(typeof(IntercomClient));
}
