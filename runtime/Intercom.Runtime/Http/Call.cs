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
internal class Call
{
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly IDictionary<string, string> _defaultHeaders;

    public Call(ApiRequest request, RequestOptions? options, Answer answer, IntercomClientOptions defaults)
    {
        if (options?.Fault() is { } fault)
            throw new ArgumentException(fault, nameof(options));
        Request = request;
        Options = options;
        Answer = answer;
        Timeout = options?.Timeout ?? defaults.Timeout;
        MaxRetries = request.IsSentOnce ? 0 : options?.MaxRetries ?? defaults.MaxRetries;
        MaxResponseBytes = options?.MaxResponseBytes ?? defaults.MaxResponseBytes;
        DownloadIdleTimeout = options?.DownloadIdleTimeout ?? defaults.DownloadIdleTimeout;
        AttemptTimeout = IsRepeatable && MaxRetries > 0
            ? options?.AttemptTimeout ?? defaults.AttemptTimeout
            : System.Threading.Timeout.InfiniteTimeSpan;
        _defaultHeaders = defaults.DefaultHeaders;
        _time = defaults.TimeProvider;
        _started = _time.GetTimestamp();
    }

    public ApiRequest Request { get; }

    public RequestOptions? Options { get; }

    public Answer Answer { get; }

    public TimeSpan Timeout { get; }

    public TimeSpan AttemptTimeout { get; }

    public int MaxRetries { get; }

    /// <summary>How large the body of an answer may be, unpacked.</summary>
    public int MaxResponseBytes { get; }

    public TimeSpan DownloadIdleTimeout { get; }

    /// <summary>What is told about it.</summary>
    public CallTrace? Trace { get; set; }

    public string Operation => Request.Operation;

    public bool IsRepeatable => Request.IsRepeatable;

    /// <summary>How often the call was sent.</summary>
    public int Attempts { get; set; }

    /// <summary>How long to wait before the next attempt, once it is decided that there is one.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>The version of the API that was spoken last; null where none was said.</summary>
    public string? Version { get; set; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Token { get; set; }

    /// <summary>What no text shows that is made of the answer.</summary>
    public Secrets Secrets => HasOtherSecrets ? Secrets.Of(
        Token, [.. Request.Secrets, .. SecretsOf(_defaultHeaders), .. SecretsOf(Options?.Headers), .. SecretsOf(Options?.Query)])
        : Secrets.Of(Token, []);

    private bool HasOtherSecrets => Request.Secrets.Count > 0 || _defaultHeaders.Count > 0 || Options is not null;

    /// <summary>Makes the result of an answer; what cannot be read is thrown.</summary>
    public virtual void Read(Reply reply)
    {
    }

    public TimeSpan Elapsed => _time.GetElapsedTime(_started);

    public bool HasTimeFor(TimeSpan delay) => Timeout == System.Threading.Timeout.InfiniteTimeSpan || Elapsed + delay < Timeout;

    // "Bearer token": what is secret of an authorization stands behind its scheme.
    private static IEnumerable<string> SecretsOf(IDictionary<string, string>? values) => values is null or { Count: 0 }
        ? []
        : values.Where(static value => Secrets.IsName(value.Key)).SelectMany(static value => value.Value.Split(' ').Append(value.Value));
}

/// <summary>A call whose answer is read into a result.</summary>
internal sealed class Call<TState, TResult>(
    ApiRequest request,
    RequestOptions? options,
    Answer answer,
    IntercomClientOptions defaults,
    TState state,
    Func<TState, Reply, CallTrace, TResult> read) : Call(request, options, answer, defaults)
{
    public TResult? Result { get; private set; }

    public override void Read(Reply reply) => Result = read(state, reply, Trace!);
}
