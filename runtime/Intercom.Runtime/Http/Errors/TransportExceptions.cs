using System.Net;

namespace Intercom;

/// <summary>No response came: the connection could not be made, or broke.</summary>
public sealed class IntercomConnectionException : IntercomException
{
    internal IntercomConnectionException(string operation, Exception inner)
        : base(operation, $"{operation}: no response. {inner.Message}", inner)
    {
    }
}

/// <summary>The call, or the last attempt at it, took longer than the options allow. It is not known whether it had its effect.</summary>
public sealed class IntercomTimeoutException : IntercomException
{
    internal IntercomTimeoutException(string operation, TimeSpan timeout, Exception? inner)
        : base(operation, $"{operation}: no complete response within {timeout.TotalSeconds:0.###} s.", inner) => Timeout = timeout;

    /// <summary>The time that was allowed.</summary>
    public TimeSpan Timeout { get; }
}

/// <summary>A successful response whose body is empty, or is not JSON, where the document declares JSON. It is not known whether the call had its effect.</summary>
public sealed class IntercomUnreadableResponseException : IntercomException
{
    internal IntercomUnreadableResponseException(string operation, HttpStatusCode status, string? requestId, string body, Exception? inner)
        : base(operation, $"{operation}: {(int)status} with {(body.Length == 0 ? "an empty body" : "a body that cannot be read")}, where JSON is declared.{(requestId is null ? "" : $" Request id {requestId}.")}", inner)
    {
        Status = status;
        RequestId = requestId;
        Body = body;
    }

    /// <summary>The status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>The id under which Intercom's support finds the call; null where none was sent.</summary>
    public string? RequestId { get; }

    /// <summary>The body as it came; where it repeats the token, three asterisks stand in its place.</summary>
    public string Body { get; }
}
