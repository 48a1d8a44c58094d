using System.Diagnostics;

namespace Intercom;

/// <summary>What an operation answers with where it succeeds.</summary>
internal enum Answer
{
    Json,
    Text,
    Nothing,
    Location,
    Stream,
}

/// <summary>One call from its start to its end, over all its attempts.</summary>
internal sealed class Call
{
    private readonly TimeProvider _time;
    private readonly long _started;

    public Call(ApiRequest request, RequestOptions? options, Answer answer, IntercomClientOptions defaults)
    {
        if (options?.Fault() is { } fault)
            throw new ArgumentException(fault, nameof(options));
        Request = request;
        Options = options;
        Answer = answer;
        Timeout = options?.Timeout ?? defaults.Timeout;
        MaxRetries = request.IsSentOnce ? 0 : options?.MaxRetries ?? defaults.MaxRetries;
        AttemptTimeout = IsRepeatable && MaxRetries > 0 ? options?.AttemptTimeout ?? defaults.AttemptTimeout : System.Threading.Timeout.InfiniteTimeSpan;
        _time = defaults.TimeProvider;
        _started = _time.GetTimestamp();
    }

    public ApiRequest Request { get; }

    public RequestOptions? Options { get; }

    public Answer Answer { get; }

    public TimeSpan Timeout { get; }

    public TimeSpan AttemptTimeout { get; }

    public int MaxRetries { get; }

    public string Operation => Request.Operation;

    public bool IsRepeatable => Request.IsRepeatable;

    /// <summary>How often the call was sent.</summary>
    public int Attempts { get; set; }

    /// <summary>How long to wait before the next attempt, once it is decided that there is one.</summary>
    public TimeSpan Delay { get; set; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Token { get; set; }

    public TimeSpan Elapsed => _time.GetElapsedTime(_started);

    /// <summary>What the server says, without the secrets that it was sent.</summary>
    public string Redact(string text) => new Secrets(Request.Secrets.Append(Token)).Redact(text);

    public bool HasTimeFor(TimeSpan delay) => Timeout == System.Threading.Timeout.InfiniteTimeSpan || Elapsed + delay < Timeout;
}
