namespace Intercom;

/// <summary>A call to Intercom failed. The derived types say how.</summary>
public abstract class IntercomException : Exception
{
    private protected IntercomException(string operation, string message, Exception? inner)
        : base(message, inner) => Operation = operation;

    /// <summary>The operation, as verb and path template: <c>GET /contacts/{id}</c>; for a stream or a job, that it was one.</summary>
    public string Operation { get; }
}
