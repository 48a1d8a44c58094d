using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Intercom;

/// <summary>What the stream has brought so far: enough to know a repetition, what a chunk adds, and whether Fin is done.</summary>
internal sealed class FinHistory(FinStreamOptions options)
{
    private const int MostKeys = 65536;
    private const int MostOpenReplies = 64;
    private readonly HashSet<UInt128> _keys = [];
    private readonly Queue<UInt128> _keysByAge = new();
    private readonly List<FinReplyText> _openReplies = [];
    private bool _awaitsCsat;
    private bool _hasCsat;
    private bool _isComplete;
    private bool _isUsersTurn;
    private bool _hasOutcome;

    /// <summary>Whether Fin has answered, so that the end of the stream is no failure.</summary>
    private bool IsAnswered => _isComplete || _isUsersTurn || _hasCsat;

    /// <summary>Whether a failure is no more than the end: Fin has answered, or has told how it ended and its token was then revoked, which
    /// is what a server does that has no more to say.</summary>
    public bool IsEndedBy(FinStreamFailure failure) => IsAnswered || (_hasOutcome && failure == FinStreamFailure.TokenRevoked);

    /// <summary>Whether nothing more is to come.</summary>
    public bool IsOver => _isUsersTurn || (_isComplete && (_hasCsat || !_awaitsCsat));

    /// <summary>Takes in an event.</summary>
    /// <param name="frame">The event.</param>
    /// <param name="text">The text of the reply that a chunk belongs to.</param>
    /// <returns>Why it is to be skipped; null where it is new.</returns>
    public FinSkipReason? Take(FinFrame frame, out FinReplyText? text)
    {
        text = null;
        if (frame.Name.Length == 0)
            return FinSkipReason.NotAnEvent;
        if (options.Since is { } since && FinTime.Of(frame.Root) is { } created && created < since)
            return FinSkipReason.Earlier;
        if (frame.Name == "fin_reply_chunk")
            return TakeChunk(frame, out text);
        if (IsRepeated(frame))
            return FinSkipReason.Repeated;
        if (frame.Name == "fin_replied")
            EndReply(frame);
        else if (frame.Name == "fin_status_updated")
            TakeStatus(frame);
        else if (frame.Name == "csat_requested")
            _hasCsat = true;
        return null;
    }

    private FinSkipReason? TakeChunk(FinFrame frame, out FinReplyText? text)
    {
        var stream = frame.Text("stream_id") ?? "";
        var index = frame.Integer("chunk_index");
        text = _openReplies.Find(reply => reply.Stream == stream);
        // Without a name of the stream, a first chunk can belong to the next reply.
        var isOfNext = stream.Length == 0 && (index ?? 0) == 0;
        if (text is null && !isOfNext && _keys.Contains(Key("ended", stream)))
            return FinSkipReason.Late;
        if (index is not null && index == text?.Index || (index is null || stream.Length == 0) && IsRepeated(frame))
            return FinSkipReason.Repeated;
        if (index < text?.Index)
            return FinSkipReason.Late;
        if (text is null)
            Open(text = new FinReplyText(stream));
        text.Set(index, frame.Text("chunk_text") ?? "");
        return null;
    }

    private void Open(FinReplyText reply)
    {
        if (_openReplies.Count == MostOpenReplies)
            _openReplies.RemoveAt(0);
        _openReplies.Add(reply);
    }

    private void EndReply(FinFrame frame)
    {
        var stream = frame.Text("stream_id") ?? "";
        _openReplies.RemoveAll(reply => reply.Stream == stream);
        Add(Key("ended", stream));

        // Before version 2.16, the reply itself says what a status event says since.
        TakeStatus(frame);
    }

    private void TakeStatus(FinFrame frame)
    {
        var status = frame.Text("status");
        _isUsersTurn |= status == "awaiting_user_reply";
        _hasOutcome |= status is "resolved" or "escalated";
        if (status != "complete")
            return;
        _isComplete = true;
        _awaitsCsat = options.WaitForCsat ?? frame.AnnouncesCsat;
    }

    private bool IsRepeated(FinFrame frame)
    {
        var isNew = true;
        if (frame.Id is { } id)
            isNew &= Add(Key("id", id));
        foreach (var envelope in frame.EnvelopeIds)
            if (envelope != frame.Id)
                isNew &= Add(Key("envelope", envelope));
        if (frame.MessageId is { } message)
            isNew &= Add(Key("message", $"{frame.Name}\n{frame.Text("status")}\n{message}"));
        else if (frame.Text("created_at_ms") is not null)
            isNew &= Add(Key("event", frame.Utf8));
        return !isNew;
    }

    private bool Add(UInt128 key)
    {
        if (!_keys.Add(key))
            return false;
        _keysByAge.Enqueue(key);
        if (_keysByAge.Count > MostKeys)
            _keys.Remove(_keysByAge.Dequeue());
        return true;
    }

    private static UInt128 Key(string kind, string value) => Key(kind, Encoding.UTF8.GetBytes(value));

    private static UInt128 Key(string kind, ReadOnlySpan<byte> value)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(kind + "\n"));
        hash.AppendData(value);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash.GetHashAndReset());
    }
}
