namespace Intercom.Testing;

/// <summary>One step of a script: a frame to send, or something to do.</summary>
internal sealed class FinStep
{
    public FinStep(FinFrame frame) => Frame = frame;

    public FinStep(Func<Stream, CancellationToken, Task>? act) => Act = act;

    /// <summary>The step that ends the response.</summary>
    public static FinStep End { get; } = new(act: null);

    public FinFrame? Frame { get; }

    public Func<Stream, CancellationToken, Task>? Act { get; }
}
