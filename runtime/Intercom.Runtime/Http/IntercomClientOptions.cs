using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Intercom.Json;

namespace Intercom;

/// <summary>How a client reaches Intercom. They are to be left alone once a client was made from them.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class IntercomClientOptions
{
    /// <summary>Why there is no client without a credential.</summary>
    internal const string NoCredential =
        $"There is no access token. Set {nameof(AccessToken)} or {nameof(Credential)}; where something behind the client adds the token, "
        + $"set {nameof(Credential)} to {nameof(IntercomCredential)}.{nameof(IntercomCredential.None)}.";

    /// <summary>
    /// The access token of the app, sent as bearer token to <see cref="BaseAddress"/> and nowhere else. It does not expire. It becomes the
    /// <see cref="Credential"/>; null and an empty one take that away.
    /// </summary>
    /// <exception cref="ArgumentException">The token has characters that no token has.</exception>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [SuppressMessage("Design", "CA1044", Justification = "Whatever can read properties, a logger or a serializer, would show the token.")]
    public string? AccessToken
    {
        set => Credential = string.IsNullOrWhiteSpace(value) ? null : IntercomCredential.FromToken(value);
    }

    /// <summary>
    /// What the client proves its identity with. No client is made while it is null; <see cref="IntercomCredential.None"/> sends no token.
    /// </summary>
    [JsonIgnore]
    public IntercomCredential? Credential { get; set; }

    /// <summary>The region of the workspace; the United States by default.</summary>
    public IntercomRegion Region { get; set; }

    /// <summary>The address of the API where it is not the region's own: a test server, a proxy. The token is sent there.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// The version of the API, sent as <c>Intercom-Version</c> with every call; by default the version of the document that the client was
    /// made from.
    /// </summary>
    public string? ApiVersion { get; set; }

    /// <summary>
    /// The name of the workspace where there are several, in spans and measurements as <c>intercom.workspace</c>; by default none, and that
    /// of the registration for a client that is registered under a name. It is no secret.
    /// </summary>
    public string? WorkspaceName { get; set; }

    /// <summary>
    /// The name of the application, sent before the library's own in <c>User-Agent</c>: <c>acme-sync/1.2</c>, with comments in parentheses;
    /// by default none.
    /// </summary>
    public string? ApplicationName { get; set; }

    /// <summary>
    /// Headers to send with every call besides, or instead of, the client's own, their values in printable ASCII; those of a call come
    /// before them. The token is not one of them: it is the <see cref="Credential"/>.
    /// </summary>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IDictionary<string, string> DefaultHeaders { get; private set; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// How long a call may take in all, repeats and reading the answer included; 100 seconds by default, 24 days at most.
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> sets no limit.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// How long one attempt may take where another may follow it; 30 seconds by default, 24 days at most. A call that is not safe to repeat
    /// has <see cref="Timeout"/> alone.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a call is repeated at most; 2 by default, 0 repeats none.</summary>
    /// <remarks>
    /// Every call is repeated when it was refused by the rate limit (429) and when no connection could be made, for then it had no effect.
    /// After 408, 500, 502, 503, 504, a broken connection, a damaged body, or an empty or cut one in place of JSON, only what may be done
    /// twice is repeated: GET, PUT, DELETE,
    /// and the operations that are known as safe. Any other call is sent once.
    /// </remarks>
    public int MaxRetries { get; set; } = 2;

    /// <summary>
    /// The longest wait before a repeat; 60 seconds by default, 24 days at most. Where the server asks for more, the call fails at once.
    /// </summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How many bytes the body of an answer may have, unpacked, be it a result or an error; 128 MiB by default, which no answer of Intercom
    /// comes near. A larger one is an <see cref="IntercomResponseTooLargeException"/>. Downloads have no limit: they are read as they come.
    /// </summary>
    public int MaxResponseBytes { get; set; } = 128 * 1024 * 1024;

    /// <summary>
    /// How long the server may be silent while a download is read, up to 24 days; by default
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>, which sets no limit. A longer silence is an
    /// <see cref="IntercomTimeoutException"/>.
    /// </summary>
    public TimeSpan DownloadIdleTimeout { get; set; } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>
    /// Whether no more calls are under way than the rate limit's window has left, as the answers say, and those that are left are spread
    /// once they are few; off by default. Before the first answer one call goes alone. A call may wait for several windows, until its time
    /// is over.
    /// </summary>
    public bool LimitRate { get; set; }

    /// <summary>
    /// The <see cref="System.Net.Http.HttpClient"/> to send with; by default one that all clients of the process share and that follows no
    /// redirects.
    /// </summary>
    /// <remarks>
    /// Its base address is not used; its timeout, where it is shorter, ends attempts too. Whoever hands one over disposes of it, and makes
    /// it follow no redirects:
    /// .NET takes the token out of a redirected call, but not the other headers, and a redirect with 307 or 308 sends the body to the other
    /// server as well.
    /// </remarks>
    [JsonIgnore]
    public HttpClient? HttpClient { get; set; }

    /// <summary>The clock; the system's by default.</summary>
    [JsonIgnore]
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Called for each place where a response is not what the document declares. What it throws is dropped: a call that had its effect does
    /// not fail for being watched.
    /// </summary>
    [JsonIgnore]
    public Action<JsonDeviation>? OnDeviation { get; set; }

    /// <summary>Told of each call as it starts, is repeated and ends; null tells nobody.</summary>
    [JsonIgnore]
    public IntercomObserver? Observer { get; set; }

    /// <summary>Numbers from 0 to below 1, for the share of chance in the time between repeats.</summary>
    internal Func<double> Random { get; set; } = System.Random.Shared.NextDouble;

    /// <summary>The options of a client with a token and nothing else.</summary>
    /// <param name="token">The access token of the app; white space around it is not part of it.</param>
    /// <exception cref="ArgumentException">The token is empty, or has characters that no token has.</exception>
    public static IntercomClientOptions FromToken(string token) => new() { Credential = IntercomCredential.FromToken(token) };

    /// <summary>The address and the version; never the token.</summary>
    public override string ToString() => $"{Address} {ApiVersion}".TrimEnd();

    internal Uri Address => BaseAddress ?? Region.ApiAddress();

    /// <summary>What is wrong with the options, each as a sentence that names the option.</summary>
    internal IEnumerable<string> Faults()
    {
        if (!Enum.IsDefined(Region))
            yield return $"{nameof(Region)} is {(int)Region}; the regions are US, EU and AU.";
        if (BaseAddress is { } address && !IsBase(address))
            yield return $"{nameof(BaseAddress)} is no absolute http or https address without user, query and fragment.";
        if (Duration.Fault(nameof(Timeout), Timeout) is { } timeout)
            yield return timeout;
        if (Duration.Fault(nameof(AttemptTimeout), AttemptTimeout) is { } attempt)
            yield return attempt;
        if (MaxResponseBytes <= 0)
            yield return $"{nameof(MaxResponseBytes)} is {MaxResponseBytes}; it is 1 or more.";
        if (Duration.Fault(nameof(DownloadIdleTimeout), DownloadIdleTimeout) is { } idle)
            yield return idle;
        if (MaxRetries < 0)
            yield return $"{nameof(MaxRetries)} is {MaxRetries}; it is 0 or more.";
        if (MaxRetryDelay < TimeSpan.Zero || MaxRetryDelay > Duration.Longest)
            yield return $"{nameof(MaxRetryDelay)} is {MaxRetryDelay}; it is a time from 0 to 24 days.";
        if (ApplicationName is { } application && !ClientInfo.IsProduct(application))
            yield return $"{nameof(ApplicationName)} is '{application}'; it is a name with or without a version: 'acme-sync/1.2'.";
        if (RequestOptions.HeaderFault(nameof(DefaultHeaders), DefaultHeaders) is { } header)
            yield return header;
        if (DefaultHeaders.Keys.FirstOrDefault(ClientInfo.IsNoDefault) is { } other)
            yield return $"{nameof(DefaultHeaders)} is no place for '{other}': the token is the {nameof(Credential)}, a body has its own.";
    }

    private static bool IsBase(Uri address) =>
        address.IsAbsoluteUri && address.Scheme is "https" or "http"
        && address.UserInfo.Length + address.Query.Length + address.Fragment.Length == 0;

    internal IntercomClientOptions At(IntercomRegion region, IntercomCredential? credential)
    {
        var copy = Copy();
        copy.Region = region;
        copy.BaseAddress = null;
        copy.Credential = credential;
        return copy;
    }

    internal IntercomClientOptions Copy()
    {
        var copy = (IntercomClientOptions)MemberwiseClone();
        copy.DefaultHeaders = new Dictionary<string, string>(DefaultHeaders, StringComparer.OrdinalIgnoreCase);
        return copy;
    }
}
