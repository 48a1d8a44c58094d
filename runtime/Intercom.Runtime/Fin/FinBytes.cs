namespace Intercom;

/// <summary>The bytes of a connection: each is a sign of life, and too many for one event end the stream before they fill the memory. Every
/// line ends with a line feed.</summary>
internal sealed class FinBytes(Stream inner, FinDeadlines deadlines, int maxEventBytes, bool lineIsEvent) : Stream
{
    private long _event;
    private long _line;
    private bool _isComment;
    private bool _isAfterReturn;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            deadlines.AwaitSignOfLife();
            var count = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            deadlines.SignOfLife();
            var length = EndLines(buffer.Span[..count]);
            Measure(buffer.Span[..length]);
            if (length > 0 || count == 0)
                return length;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // Whoever reads lines cannot tell whether a carriage return ends one before the next byte has come, which may be never.
    private int EndLines(Span<byte> bytes)
    {
        if (!_isAfterReturn && !bytes.Contains((byte)'\r'))
            return bytes.Length;
        var length = 0;
        foreach (var value in bytes)
        {
            if (!(_isAfterReturn && value == '\n'))
                bytes[length++] = value == '\r' ? (byte)'\n' : value;
            _isAfterReturn = value == '\r';
        }

        return length;
    }

    private void Measure(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_line == 0)
                _isComment = bytes[0] == ':';
            var end = bytes.IndexOf((byte)'\n');
            _line += end < 0 ? bytes.Length : end;
            if (_event + _line > maxEventBytes)
                throw new FinStreamException(FinStreamFailure.EventTooLarge, $"an event is larger than {maxEventBytes} bytes.");
            if (end < 0)
                return;
            EndLine();
            bytes = bytes[(end + 1)..];
        }
    }

    private void EndLine()
    {
        if (_line == 0 || lineIsEvent)
            _event = 0;
        else if (!_isComment)
            _event += _line;
        _line = 0;
    }
}
