using System.Diagnostics.CodeAnalysis;

namespace Intercom.Testing;

/// <summary>
/// Plays the steps of a script to one client after the other; a new one takes the place of the one before, which may not be known to have
/// left.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "Neither a semaphore nor a token source holds something to free as long as nobody asks for a wait handle.")]
internal sealed class FinStreamPlayer(List<FinStep> steps)
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly List<FinFrame> _sent = [];
    private FakeAnswer? _refusal;
    private CancellationTokenSource? _displaced;
    private int _next;
    private int _connections;

    public int Connections => _connections;

    public void Refuse(int code, string message) => _refusal = FinWire.Refusal(code, message);

    public FakeAnswer Open(FakeCall call)
    {
        Interlocked.Increment(ref _connections);
        if (_refusal is not null)
            return _refusal;
        var displaced = new CancellationTokenSource();
        Interlocked.Exchange(ref _displaced, displaced)?.Cancel();
        var isEventStream = call.Headers.GetValueOrDefault("Accept")?.Contains("text/event-stream", StringComparison.Ordinal) == true;
        var after = call.Headers.GetValueOrDefault("Last-Event-ID") ?? call.Query.GetValueOrDefault("lastEvent");
        var rewinds = call.Query.ContainsKey("rewind");
        return FakeAnswer.Streamed(
            isEventStream ? "text/event-stream" : "application/json",
            async (body, token) =>
            {
                using var ends = CancellationTokenSource.CreateLinkedTokenSource(token, displaced.Token);
                await PlayAsync(new FinListener(body, isEventStream, ends.Token), after, rewinds).ConfigureAwait(false);
            });
    }

    private async Task PlayAsync(FinListener listener, string? after, bool rewinds)
    {
        await _turn.WaitAsync(listener.Token).ConfigureAwait(false);
        try
        {
            foreach (var frame in Missed(after, rewinds))
                await listener.SendAsync(frame).ConfigureAwait(false);
            while (_next < steps.Count && steps[_next] != FinStep.End)
                await PlayAsync(steps[_next], listener).ConfigureAwait(false);
            _next = Math.Min(_next + 1, steps.Count);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task PlayAsync(FinStep step, FinListener listener)
    {
        _next++;
        if (step.Frame is { } frame)
        {
            _sent.Add(frame);
            await listener.SendAsync(frame).ConfigureAwait(false);
            return;
        }

        try
        {
            await step.Act!(listener.Body, listener.Token).ConfigureAwait(false);
            await listener.Body.FlushAsync(listener.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _next--;
            throw;
        }
    }

    private FinFrame[] Missed(string? after, bool rewinds)
    {
        var last = after is null ? -1 : _sent.FindLastIndex(frame => frame.Id == after);
        return last >= 0 || rewinds ? [.. _sent.Skip(last + 1)] : [];
    }
}
