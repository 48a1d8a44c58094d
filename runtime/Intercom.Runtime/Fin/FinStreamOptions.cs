using Intercom.Json;

namespace Intercom;

/// <summary>How Fin's event stream is read.</summary>
public sealed class FinStreamOptions
{
    /// <summary>How long the server may stay silent before the stream is given up; 60 seconds by default. A comment or an empty line is a
    /// sign of life too.</summary>
    /// <remarks>The time that the caller takes over an event is not counted.</remarks>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the stream may last in all, reconnects included; by default 3 minutes, which is the life of the URL's token, and
    /// 15 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(195);

    /// <summary>Whether the stream goes on after <c>complete</c> until <c>csat_requested</c> has come; by default where <c>complete</c>
    /// itself announces a survey.</summary>
    /// <remarks>With true, a stream without a survey ends when the server revokes the token, or when a timeout above is over; that is no
    /// failure then.</remarks>
    public bool? WaitForCsat { get; set; }

    /// <summary>Leaves out events created before this time; by default none are left out.</summary>
    /// <remarks>The URLs of most calls replay the last 2 minutes. Whoever asks again in the same conversation within that time would see
    /// the end of the question before.</remarks>
    public DateTimeOffset? Since { get; set; }

    /// <summary>How large one event may be, in bytes; 16 MiB by default.</summary>
    public int MaxEventBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>How often in a row a lost connection is opened again without a new event in between; 5 times by default.</summary>
    public int MaxReconnects { get; set; } = 5;

    /// <summary>The pause before the first reconnect; 0.5 seconds by default. Each further one in a row is twice as long; where the server
    /// asks for a longer one, it is kept.</summary>
    public TimeSpan ReconnectDelay { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The <see cref="System.Net.Http.HttpClient"/> to read with; by default one that the streams of the process share, which
    /// follows no redirects, keeps no cookies and leaves no traces.</summary>
    /// <remarks>The stream lives on another host than the API: no client that sends the API's token may be handed over. Whoever hands one
    /// over disposes of it, and sees to it that it does not log addresses.</remarks>
    public HttpClient? HttpClient { get; set; }

    /// <summary>The clock; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Called for each event that is not passed on: it was there before, came too late, cannot be read, or is none. It must not
    /// throw.</summary>
    public Action<FinSkippedEvent>? OnSkipped { get; set; }

    /// <summary>Called for each place where an event is not what its type declares, once for the same name and path. The value was kept.
    /// What it throws is dropped.</summary>
    /// <remarks>What was told is known of the delegate: hand over the same one to each stream, so that each place is told once for
    /// all.</remarks>
    public Action<JsonDeviation>? OnDeviation { get; set; }

    /// <summary>Ends the stream, as the token does that the method itself takes.</summary>
    public CancellationToken CancellationToken { get; set; }

    /// <summary>Takes a token in the place of options: <c>SubscribeAsync(url, token)</c>.</summary>
    /// <param name="cancellationToken">Ends the stream.</param>
    public static implicit operator FinStreamOptions(CancellationToken cancellationToken) => FromCancellationToken(cancellationToken);

    /// <summary>Options that do nothing but end the stream.</summary>
    /// <param name="cancellationToken">Ends the stream.</param>
    public static FinStreamOptions FromCancellationToken(CancellationToken cancellationToken) =>
        new() { CancellationToken = cancellationToken };

    internal void Validate()
    {
        Positive(IdleTimeout, nameof(IdleTimeout));
        Positive(Timeout, nameof(Timeout));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxEventBytes);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxReconnects);
        ArgumentOutOfRangeException.ThrowIfLessThan(ReconnectDelay, TimeSpan.Zero);
        if (HttpClient?.DefaultRequestHeaders is { } headers && (headers.Authorization is not null || headers.Contains("Intercom-Version")))
            throw new ArgumentException(
                "The HTTP client sends the API's headers with every request; Fin's event stream is on another host, "
                + "which must not get them.",
                nameof(HttpClient));
    }

    private static void Positive(TimeSpan time, string name)
    {
        if (!Duration.IsLimit(time))
            throw new ArgumentOutOfRangeException(name, time, "The time is positive and at most 24 days, or infinite.");
    }
}
