namespace Intercom;

/// <summary>A call to Intercom failed. The derived types say how.</summary>
/// <remarks>They can be made, and what they tell be set, for tests of code that handles them.</remarks>
public abstract class IntercomException : Exception
{
    /// <summary>Makes one without a message of its own, for tests.</summary>
    private protected IntercomException()
    {
    }

    /// <summary>Makes one, for tests.</summary>
    /// <param name="message">What happened.</param>
    private protected IntercomException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes one, for tests.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">Why it happened; null where no other exception is the cause.</param>
    private protected IntercomException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    private protected IntercomException(string operation, string message, Exception? inner)
        : base(message, inner) => Operation = operation;

    /// <summary>The operation, as verb and path template: <c>GET /contacts/{id}</c>; for a stream or a job, that it was one.</summary>
    public string Operation { get; init; } = "";
}
