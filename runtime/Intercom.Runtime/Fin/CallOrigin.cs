namespace Intercom;

/// <summary>Notes which server answers a call, for who begins something with it and sees the answer alone.</summary>
internal sealed class CallOrigin
{
    private static readonly AsyncLocal<CallOrigin?> Current = new();

    /// <summary>The server's address; null where no client was called.</summary>
    public Uri? Address { get; private set; }

    /// <summary>Watches the calls that are begun from here on.</summary>
    public static CallOrigin Watch() => Current.Value = new CallOrigin();

    /// <summary>A server is called.</summary>
    public static void Note(Uri address)
    {
        if (Current.Value is { } origin)
            origin.Address = address;
    }
}
