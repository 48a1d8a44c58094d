using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Intercom.Json;

namespace Intercom;

/// <summary>Reads what Fin does, while it does it.</summary>
/// <remarks>
/// The stream ends when Fin is done: with the status <c>awaiting_user_reply</c> or <c>complete</c>, which is passed on before.
/// <c>resolved</c> and <c>escalated</c> are not the end,
/// unless the server revokes the token after them. Objects without an <c>event_name</c>, which the transport sends for itself, are no
/// events.
/// A lost connection is opened again where it broke; what the server then repeats is left out.
/// </remarks>
public static class FinStream
{
    /// <summary>Subscribes to the events of a question that was asked.</summary>
    /// <typeparam name="TEvent">The emitted type of the events.</typeparam>
    /// <param name="subscriptionUrl">The URL that came with the reply, as it came. It serves one question and is of use for 3 minutes; its
    /// query holds a token, which is neither logged nor shown.</param>
    /// <param name="options">How to read; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <exception cref="ArgumentException">The URL does not start with https, or the options do not fit. Plain http is taken on loopback
    /// only.</exception>
    /// <exception cref="FinStreamException">The stream ended before Fin was done; thrown while the events are enumerated.</exception>
    public static IAsyncEnumerable<FinStreamEvent<TEvent>> SubscribeAsync<TEvent>(
        Uri subscriptionUrl,
        FinStreamOptions? options = null,
        CancellationToken cancellationToken = default)
        where TEvent : IJson<TEvent>
    {
        ArgumentNullException.ThrowIfNull(subscriptionUrl);
        options ??= new FinStreamOptions();
        options.Validate();
        return ReadAsync<TEvent>(new FinSubscription(subscriptionUrl), options, cancellationToken);
    }

    /// <summary>Asks, and reads what Fin does about it.</summary>
    /// <typeparam name="TReply">The type of the reply to the question.</typeparam>
    /// <typeparam name="TEvent">The emitted type of the events.</typeparam>
    /// <param name="start">Asks. Called once for each time that the events are enumerated.</param>
    /// <param name="url">Gives the subscription URL of a reply.</param>
    /// <param name="stream">How to read; null for the defaults.</param>
    /// <param name="options">The options of the call that asks. A token among them ends the stream too.</param>
    /// <param name="cancellationToken">Ends the call and the stream.</param>
    /// <exception cref="ArgumentException">The options do not fit; or, while the events are enumerated, the URL does not start with
    /// https.</exception>
    /// <exception cref="FinStreamException">The reply holds no URL, or the stream ended before Fin was done; thrown while the events are
    /// enumerated.</exception>
    public static IAsyncEnumerable<FinStreamEvent<TEvent>> StreamAsync<TReply, TEvent>(
        Func<CancellationToken, Task<TReply>> start,
        Func<TReply, string?> url,
        FinStreamOptions? stream = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        where TEvent : IJson<TEvent> => StreamAsync<TReply, TEvent>(null, start, url, stream, options, cancellationToken);

    /// <summary>
    /// Asks over a connection, and reads what Fin does about it. A URL of this machine is taken from a server of this machine alone.
    /// </summary>
    /// <typeparam name="TReply">The type of the reply to the question.</typeparam>
    /// <typeparam name="TEvent">The emitted type of the events.</typeparam>
    /// <param name="connection">The connection that asks; null takes a URL of this machine from any.</param>
    /// <param name="start">Asks. Called once for each time that the events are enumerated.</param>
    /// <param name="url">Gives the subscription URL of a reply.</param>
    /// <param name="stream">How to read; null for the defaults.</param>
    /// <param name="options">The options of the call that asks. A token among them ends the stream too.</param>
    /// <param name="cancellationToken">Ends the call and the stream.</param>
    /// <exception cref="ArgumentException">
    /// The options do not fit; or, while the events are enumerated, the URL is not to be taken.
    /// </exception>
    /// <exception cref="FinStreamException">
    /// The reply holds no URL, or the stream ended before Fin was done; thrown while the events are enumerated.
    /// </exception>
    public static IAsyncEnumerable<FinStreamEvent<TEvent>> StreamAsync<TReply, TEvent>(
        IntercomConnection? connection,
        Func<CancellationToken, Task<TReply>> start,
        Func<TReply, string?> url,
        FinStreamOptions? stream = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        where TEvent : IJson<TEvent>
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(url);
        stream ??= new FinStreamOptions();
        stream.Validate();
        return AskAsync<TReply, TEvent>(
            start,
            reply => Address(url(reply), connection),
            stream,
            options?.CancellationToken ?? default,
            cancellationToken);
    }

    private static async IAsyncEnumerable<FinStreamEvent<TEvent>> AskAsync<TReply, TEvent>(
        Func<CancellationToken, Task<TReply>> start,
        Func<TReply, Uri> url,
        FinStreamOptions stream,
        CancellationToken optionsToken,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TEvent : IJson<TEvent>
    {
        using var any = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, optionsToken, stream.CancellationToken);
        // The caller may compare the token that ended the stream with the one that it gave.
        var token = optionsToken.CanBeCanceled || stream.CancellationToken.CanBeCanceled ? any.Token : cancellationToken;
        var subscriptionUrl = url(await start(token).ConfigureAwait(false));
        await foreach (var next in ReadAsync<TEvent>(new FinSubscription(subscriptionUrl), stream, token).ConfigureAwait(false))
            yield return next;
    }

    private static Uri Address(string? url, IntercomConnection? connection)
    {
        if (string.IsNullOrEmpty(url))
            throw new FinStreamException(
                FinStreamFailure.NoSubscriptionUrl,
                "the reply holds no URL to subscribe to. Switch event streams (SSE) on in the workspace's Fin Agent API settings; "
                + "while they are off, only webhooks tell what Fin does.");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !FinSubscription.IsAddress(address))
            throw new FinStreamException(FinStreamFailure.NotAnEventStream, "the URL of the reply is no address that starts with https.");
        if (address.IsLoopback && connection is { BaseAddress.IsLoopback: false })
            throw new FinStreamException(
                FinStreamFailure.NotAnEventStream,
                "the URL of the reply leads to this machine itself, and the server that replied is elsewhere.");
        return address;
    }

    private static async IAsyncEnumerable<FinStreamEvent<TEvent>> ReadAsync<TEvent>(
        FinSubscription subscription,
        FinStreamOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TEvent : IJson<TEvent>
    {
        using var deadlines = new FinDeadlines(options, cancellationToken);
        var reader = new FinReader(subscription, options, deadlines);
        await using var closing = reader.ConfigureAwait(false);
        var history = new FinHistory(options);
        while (!history.IsOver)
        {
            FinFrame frame;
            try
            {
                frame = await reader.NextAsync().ConfigureAwait(false);
            }
            catch (FinStreamException e) when (history.IsEndedBy(e.Reason))
            {
                yield break;
            }

            if (TryRead<TEvent>(frame, history, options, out var skipped) is { } next)
            {
                reader.Progress();
                yield return next;
            }
            else
            {
                options.OnSkipped?.Invoke(new FinSkippedEvent(skipped, frame.Id, subscription.Redact(Encoding.UTF8.GetString(frame.Utf8))));
            }
        }
    }

    private static FinStreamEvent<TEvent>? TryRead<TEvent>(
        FinFrame frame,
        FinHistory history,
        FinStreamOptions options,
        out FinSkipReason skipped)
        where TEvent : IJson<TEvent>
    {
        skipped = FinSkipReason.Unreadable;
        if (frame.Root.ValueKind != JsonValueKind.Object)
            return null;
        if (history.Take(frame, out var text) is { } reason)
        {
            skipped = reason;
            return null;
        }

        var deviations = new JsonDeviations(frame.Name, frame.Utf8);
        var typed = IntercomJson.Parse<TEvent>(frame.Utf8, deviations);
        DeviationReport.Tell(options.OnDeviation, deviations, frame.Name);
        return new FinStreamEvent<TEvent>
        {
            Event = typed,
            Name = frame.Name,
            Raw = frame.Root,
            Id = frame.Id,
            TextSoFar = text?.SoFar,
            TextDelta = text?.Delta,
            IsRewritten = text?.IsRewritten ?? false,
        };
    }
}
