namespace Intercom;

/// <summary>
/// What one call does differently from the client's options. A list takes it for each page, a job for each of its calls, a stream for the
/// call that starts it.
/// </summary>
/// <remarks>A call fails with an <see cref="ArgumentException"/> that names the option where one has a value that cannot work.</remarks>
public sealed class RequestOptions
{
    /// <summary>How long the call may take in all, up to 24 days or infinite; null keeps the client's.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>How long one attempt may take where another may follow it, up to 24 days or infinite; null keeps the client's.</summary>
    public TimeSpan? AttemptTimeout { get; set; }

    /// <summary>How often the call is repeated at most, 0 or more; null keeps the client's.</summary>
    public int? MaxRetries { get; set; }

    /// <summary>How many bytes the body of the answer may have, unpacked, 1 or more; null keeps the client's.</summary>
    public int? MaxResponseBytes { get; set; }

    /// <summary>How long the server may be silent while a download is read, up to 24 days or infinite; null keeps the client's.</summary>
    public TimeSpan? DownloadIdleTimeout { get; set; }

    /// <summary>The version of the API for this call; null keeps the client's.</summary>
    public string? ApiVersion { get; set; }

    /// <summary>Headers to send besides, or instead of the client's own; their values in printable ASCII.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Query parameters to send besides the ones of the method, for instance ones that the document does not declare. Where a list is read
    /// on, its cursor takes the place of the one that is given here.
    /// </summary>
    public IDictionary<string, string> Query { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Called once with the last response before its body becomes the result, also where an exception follows. What it throws ends the
    /// call.
    /// </summary>
    public Action<IntercomResponse>? OnResponse { get; set; }

    /// <summary>Ends the call, as the token does that the method itself takes.</summary>
    public CancellationToken CancellationToken { get; set; }

    /// <summary>Takes a token in the place of options: <c>GetAsync(id, token)</c>.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    public static implicit operator RequestOptions(CancellationToken cancellationToken) => FromCancellationToken(cancellationToken);

    /// <summary>Options that do nothing but end the call.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    public static RequestOptions FromCancellationToken(CancellationToken cancellationToken) =>
        new() { CancellationToken = cancellationToken };

    /// <summary>The same options for calls that come later, and that the token of this one does not end.</summary>
    internal RequestOptions WithoutCancellation()
    {
        var copy = (RequestOptions)MemberwiseClone();
        copy.CancellationToken = default;
        return copy;
    }

    /// <summary>What is wrong with the options, as a sentence that names the option; null where nothing is.</summary>
    internal string? Fault()
    {
        var time = Duration.Fault(nameof(Timeout), Timeout)
            ?? Duration.Fault(nameof(AttemptTimeout), AttemptTimeout)
            ?? Duration.Fault(nameof(DownloadIdleTimeout), DownloadIdleTimeout);
        if (time is not null)
            return time;
        if (MaxResponseBytes <= 0)
            return $"{nameof(MaxResponseBytes)} is {MaxResponseBytes}; it is 1 or more.";
        if (MaxRetries < 0)
            return $"{nameof(MaxRetries)} is {MaxRetries}; it is 0 or more.";
        // What .NET says of a header that it cannot write looks like a broken connection, or is nothing at all.
        return HeaderFault(nameof(Headers), Headers);
    }

    /// <summary>What is wrong with headers, as a sentence that names the option and one of them; null where nothing is.</summary>
    internal static string? HeaderFault(string option, IDictionary<string, string> headers)
    {
        var faulty = headers.FirstOrDefault(static h => h.Key.Length == 0 || h.Key.Any(NotInName) || h.Value.Any(NotInValue));
        return faulty.Key is { } name ? $"{option} has '{name}', whose name or value has characters that cannot stand in a header." : null;
    }

    private static bool NotInName(char c) => c is <= ' ' or > '~' || "()<>@,;:\\\"/[]?={}".Contains(c);

    internal static bool NotInValue(char c) => c is < ' ' and not '\t' or > '~';
}
