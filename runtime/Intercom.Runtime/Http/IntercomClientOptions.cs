using System.Diagnostics;
using Intercom.Json;

namespace Intercom;

/// <summary>How a client reaches Intercom.</summary>
[DebuggerDisplay("{Region} {ApiVersion}")]
public sealed class IntercomClientOptions
{
    /// <summary>The access token of the app, sent as bearer token. It does not expire.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? AccessToken { get; set; }

    /// <summary>The region of the workspace; the United States by default.</summary>
    public IntercomRegion Region { get; set; }

    /// <summary>The address of the API where it is not the region's own: a test server, a proxy. The token is sent there.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The version of the API, sent as <c>Intercom-Version</c> with every call; by default the version of the document that the client was made from.</summary>
    public string? ApiVersion { get; set; }

    /// <summary>How long a call may take in all, repeats and reading the answer included; 100 seconds by default.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>The <see cref="System.Net.Http.HttpClient"/> to send with; by default one that all clients of the process share and that follows no redirects.</summary>
    /// <remarks>Its base address and its timeout are not used. Whoever hands one over disposes of it.</remarks>
    public HttpClient? HttpClient { get; set; }

    /// <summary>The clock; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Called for each place where a response is not what the document declares. It must not throw.</summary>
    public Action<JsonDeviation>? OnDeviation { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{BaseAddress ?? Region.ApiAddress()} {ApiVersion}".TrimEnd();
}
