namespace Intercom;

/// <summary>The server said that the next page begins where one began that was read already. Going on would never end.</summary>
public sealed class IntercomPagingException : IntercomException
{
    internal IntercomPagingException(string operation, string cursor)
        : base(operation, $"{operation}: the server gave the cursor '{cursor}' twice; the list was not read to its end.", null) => Cursor = cursor;

    /// <summary>The cursor that came twice.</summary>
    public string Cursor { get; }
}
