using System.Text;

namespace Intercom.Testing;

/// <summary>What Fin reports about one conversation, step by step, and what goes wrong on the way.</summary>
/// <remarks>
/// The stream runs while a client reads it; a second client takes the place of the first. A client that comes back with
/// <c>Last-Event-ID</c> gets what came after that event;
/// one that comes with <c>rewind</c> gets everything again; any other goes on where the stream was left.
/// After the last step the stream ends without an error.
/// </remarks>
public sealed class FinScript
{
    internal const string Path = "/event-stream";

    private readonly List<FinStep> _steps = [];
    private readonly FinPayload _payload;
    private readonly FinStreamPlayer _player;
    private readonly int _number;
    private bool _isDirect;

    internal FinScript(string conversationId, int number)
    {
        ConversationId = conversationId;
        _number = number;
        Token = $"fake-stream-token-{number}";
        Channel = $"fin_agent_api:fake-app:{conversationId}";
        _payload = new FinPayload(conversationId);
        _player = new FinStreamPlayer(_steps);
    }

    /// <summary>The conversation.</summary>
    public string ConversationId { get; }

    /// <summary>How often the stream was opened.</summary>
    public int Connections => _player.Connections;

    internal string Channel { get; }

    internal string Token { get; }

    /// <summary>From here on events come as they are, without the envelope of the realtime service.</summary>
    public FinScript Direct()
    {
        _isDirect = true;
        return this;
    }

    /// <summary>Fin's state changes.</summary>
    /// <param name="status">The state: <c>awaiting_user_reply</c>, <c>escalated</c>, <c>resolved</c>, <c>complete</c>.</param>
    /// <param name="reason">Why; null says nothing.</param>
    public FinScript Status(string status, string? reason = null) => Event(_payload.Status(status, reason));

    /// <summary>A piece of the reply that is being written, for each text. <see cref="Replied"/> ends the reply.</summary>
    /// <param name="textsSoFar">The whole text up to there, each time: <c>"He", "Hello"</c>.</param>
    public FinScript Chunks(params string[] textsSoFar)
    {
        ArgumentNullException.ThrowIfNull(textsSoFar);
        foreach (var text in textsSoFar)
            Event(_payload.Chunk(text));
        return this;
    }

    /// <summary>The reply is complete.</summary>
    /// <param name="html">The reply, as HTML.</param>
    /// <param name="status">What Fin does next: <c>replying</c>, or <c>awaiting_user_reply</c> as older versions say here already.</param>
    public FinScript Replied(string html, string status = "replying") => Event(_payload.Replied(html, status));

    /// <summary>Fin asks how it did; this comes after <c>complete</c>.</summary>
    public FinScript CsatRequested() => Event(_payload.CsatRequested());

    /// <summary>Any other event.</summary>
    /// <param name="json">The event as JSON text.</param>
    public FinScript Event(string json)
    {
        var id = $"fake-stream-{_number}:{_steps.Count + 1}-0";
        return Add(new FinStep(_isDirect ? new FinFrame(id, "message", json) : FinFrame.Enveloped(id, Channel, json)));
    }

    /// <summary>Sends the latest event a second time, with the same id.</summary>
    /// <exception cref="InvalidOperationException">There is no event yet.</exception>
    public FinScript Again() => Add(_steps.FindLast(static step => step.Frame is not null)
        ?? throw new InvalidOperationException("There is no event yet that could be sent again."));

    /// <summary>A comment, which tells the client that the connection lives.</summary>
    /// <param name="text">The comment.</param>
    public FinScript Comment(string text = "keepalive") => Garbage(Encoding.UTF8.GetBytes($":{text}\n\n"));

    /// <summary>Bytes that are sent as they are.</summary>
    /// <param name="bytes">The bytes.</param>
    public FinScript Garbage(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return Add(new FinStep((body, token) => body.WriteAsync(bytes, token).AsTask()));
    }

    /// <summary>Goes on only when a task is done.</summary>
    /// <param name="gate">The task, for instance the one of a <see cref="TaskCompletionSource"/>.</param>
    public FinScript Until(Task gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return Do(token => gate.WaitAsync(token));
    }

    /// <summary>Goes on after a time.</summary>
    /// <param name="time">The time.</param>
    /// <param name="clock">The clock; the system's by default.</param>
    public FinScript Delay(TimeSpan time, TimeProvider? clock = null) => Do(token => Task.Delay(time, clock ?? TimeProvider.System, token));

    /// <summary>Does something at this place of the stream, for instance sends a webhook; goes on when it is done.</summary>
    /// <param name="action">What to do. The token is cancelled when the client leaves; then it is done again for the next client.</param>
    public FinScript Do(Func<CancellationToken, Task> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return Add(new FinStep((_, token) => action(token)));
    }

    /// <summary>Says nothing more, and does not end either.</summary>
    public FinScript Hangs() => Do(static token => Task.Delay(Timeout.Infinite, token));

    /// <summary>Cuts the connection. The next client gets what follows.</summary>
    public FinScript Drop() => Add(new FinStep(static (_, _) => throw new ConnectionCutException()));

    /// <summary>Ends the stream as if it had nothing more to say. The next client gets what follows.</summary>
    public FinScript End() => Add(FinStep.End);

    /// <summary>
    /// Reports that the token of the address has expired, and ends the stream; opening it again is refused with status 401.
    /// </summary>
    public FinScript TokenExpired() => Refuses(40142, "Token expired. (The token's time is over.)", announced: true);

    /// <summary>Ends the stream; opening it again is refused with status 401, as after the end of an answer.</summary>
    public FinScript TokenRevoked() => Refuses(40141, "Token revoked.", announced: false);

    internal FakeAnswer Open(FakeCall call) => _player.Open(call);

    private FinScript Refuses(int code, string message, bool announced)
    {
        if (announced)
            Add(new FinStep(new FinFrame(null, "error", FinWire.Error(code, message))));
        return Add(new FinStep((_, _) =>
        {
            _player.Refuse(code, message);
            return Task.CompletedTask;
        })).End();
    }

    private FinScript Add(FinStep step)
    {
        _steps.Add(step);
        return this;
    }
}
