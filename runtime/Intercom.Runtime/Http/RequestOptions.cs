namespace Intercom;

/// <summary>What one call does differently from the client's options.</summary>
public sealed class RequestOptions
{
    /// <summary>How long the call may take in all; null keeps the client's.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>How long one attempt may take where another may follow it; null keeps the client's.</summary>
    public TimeSpan? AttemptTimeout { get; set; }

    /// <summary>How often the call is repeated at most; null keeps the client's.</summary>
    public int? MaxRetries { get; set; }

    /// <summary>The version of the API for this call; null keeps the client's.</summary>
    public string? ApiVersion { get; set; }

    /// <summary>Headers to send besides, or instead of the client's own.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Query parameters to send besides the ones of the method, for instance ones that the document does not declare.</summary>
    public IDictionary<string, string> Query { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Called once with the last response before its body becomes the result, also where an exception follows. What it throws ends the call.</summary>
    public Action<IntercomResponse>? OnResponse { get; set; }
}
