namespace Intercom.Testing;

/// <summary>A client that reads a stream.</summary>
internal sealed record FinListener(Stream Body, bool IsEventStream, CancellationToken Token)
{
    public async Task SendAsync(FinFrame frame)
    {
        await Body.WriteAsync(IsEventStream ? frame.ToServerSentEvent() : frame.ToJsonLine(), Token).ConfigureAwait(false);
        await Body.FlushAsync(Token).ConfigureAwait(false);
    }
}
