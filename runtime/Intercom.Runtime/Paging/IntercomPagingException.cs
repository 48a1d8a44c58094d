namespace Intercom;

/// <summary>The server said that the next page begins where one began that was read already. Going on would never end.</summary>
public sealed class IntercomPagingException : Exception
{
    internal IntercomPagingException(string cursor)
        : base($"The server gave the cursor '{cursor}' twice; the list was not read to its end.") => Cursor = cursor;

    /// <summary>The cursor that came twice.</summary>
    public string Cursor { get; }
}
