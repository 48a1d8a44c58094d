namespace Intercom;

/// <summary>
/// A list cannot be read on: the server said that the next page begins where one began that was read already, which would never end, or
/// said it in a way that cannot be followed.
/// </summary>
public sealed class IntercomPagingException : IntercomException
{
    /// <inheritdoc/>
    public IntercomPagingException()
    {
    }

    /// <inheritdoc/>
    public IntercomPagingException(string? message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public IntercomPagingException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    private IntercomPagingException(string operation, string message, string cursor)
        : base(operation, message, null) => Cursor = cursor;

    /// <summary>The cursor that came twice, or what the page says of the next one.</summary>
    public string Cursor { get; init; } = "";

    internal static IntercomPagingException Repeated(string operation, string cursor) =>
        new(operation, $"{operation}: the server gave the cursor '{cursor}' twice; the list was not read to its end.", cursor);

    internal static IntercomPagingException Unknown(string operation, string found) =>
        new(
            operation,
            $"{operation}: the next page is named by '{found}', which cannot be followed; the list was not read to its end.",
            found);
}
