using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Intercom.Json;

public ref partial struct JsonCursor
{
    private const uint NullWord = 0x6C6C756E;

    /// <summary>Reads the properties of an object into a record that was just made.</summary>
    /// <typeparam name="T">The type of the record.</typeparam>
    /// <param name="record">The record.</param>
    /// <returns>The record.</returns>
    public T Fill<T>(T record)
        where T : JsonRecord
    {
        Read(record);
        return record;
    }

    // One method for all records, so that the compiler has the measure of all of them when it optimises it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Read(JsonRecord record)
    {
        var (names, index, hasScratch) = (_names, _index, _hasScratch);
        _names = record.NamesOfProperties;
        _hasScratch = false;
        var request = record as JsonRequest;
        var entry = -1;
        for (var isInside = EnterObject(); isInside; isInside = NextInObject())
        {
            var start = _at;
            if (!TryName(_names, ref entry))
            {
                Scratch().Add(_utf8[start.._at]);
                continue;
            }

            if (!SkippedNull())
                ReadProperty(record, entry);
            request?.AssignedAsRead(_names.IndexOf(entry));
        }

        if (_hasScratch)
            EndScratch(record);
        if (_depth == 0)
            _scratch?.Return();
        (_names, _index, _hasScratch) = (names, index, hasScratch);
    }

    private void ReadProperty(JsonRecord record, int entry)
    {
        _index = entry;
        if (entry >= _names.Count)
        {
            _index = _names.IndexOf(entry);
            Scratch().AddVerbatim(new(_index, entry, null));
        }

        record.VisitProperty(ref this, _index);
        if (_kept != Kept.Nothing)
            TakeKept(entry);
    }

    private void TakeKept(int entry)
    {
        var value = _utf8[_keptStart.._keptEnd];
        if (_kept == Kept.Misfit)
            Scratch().AddMisfit(_names, _index, value);
        else
            Scratch().AddVerbatim(new(_index, entry, value.ToArray()));
        _kept = Kept.Nothing;
    }

    /// <summary>The scratch, in which the object that is being read has its part.</summary>
    private JsonScratch Scratch()
    {
        _scratch ??= JsonScratch.Rent();
        if (!_hasScratch)
            _scratch.Begin();
        _hasScratch = true;
        return _scratch;
    }

    private void EndScratch(JsonRecord record)
    {
        var end = _at;
        _isDeferred = true;
        while (_scratch!.TryTakeDeferred(out var deferred))
        {
            _at = deferred.At;
            ReadProperty(record, deferred.Index);
        }

        _isDeferred = false;
        _at = end;
        record.Keep(_scratch.End());
    }

    /// <summary>Passes over a null: what was just made is null already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool SkippedNull()
    {
        if (_utf8.Length - _at < sizeof(uint) || BinaryPrimitives.ReadUInt32LittleEndian(_utf8[_at..]) != NullWord)
            return false;
        _at += sizeof(uint);
        return true;
    }

    /// <summary>Steps into the object at which the cursor stands.</summary>
    /// <returns>False where it is empty.</returns>
    /// <exception cref="JsonException">There is no object.</exception>
    private bool EnterObject() => Current == '{' ? Enter((byte)'}') : throw Invalid();

    /// <summary>Goes on to the next property, or behind the object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool NextInObject()
    {
        var next = _at + 1;
        if ((uint)next >= (uint)_utf8.Length || _utf8[_at] != ',' || _utf8[next] != '"')
            return More((byte)'}');
        _at = next;
        return true;
    }

    /// <summary>Reads the name of a property and goes to its value.</summary>
    /// <param name="names">The declared names.</param>
    /// <param name="entry">The entry of the declared name before, -1 at the start; and then of this one.</param>
    /// <returns>Whether the property is declared; where it is not, the cursor has passed over it.</returns>
    private bool TryName(JsonNames names, ref int entry)
    {
        var follower = names.Follower(entry);
        if (!names.StandsIn(_utf8, _at, follower, out var length))
            return TryOtherName(names, ref entry);
        _at += length;
        entry = follower;
        SkipBlank();
        return true;
    }

    private bool TryOtherName(JsonNames names, ref int entry)
    {
        var name = Name(out var isEscaped);
        var found = isEscaped ? names.Find(JsonEscapes.Unescape(name)) : names.Find(name);
        if (found < 0)
        {
            Take();
            return false;
        }

        names.Follows(entry, found);
        entry = found;
        return true;
    }

    /// <summary>Goes to the next of some properties of the object at which the cursor stands, passing over the others.</summary>
    /// <param name="names">Their names.</param>
    /// <param name="at">The property before, -1 at the start; and then this one.</param>
    /// <returns>False at the end of the object.</returns>
    internal bool NextDeclared(JsonNames names, ref int at)
    {
        _kept = Kept.Nothing;
        for (var isInside = at < 0 ? EnterObject() : NextInObject(); isInside; isInside = NextInObject())
            if (TryName(names, ref at))
                return true;
        return false;
    }

    /// <summary>Takes apart properties that stand in a text, separated by commas.</summary>
    internal static List<JsonProperties.Entry> Entries(ReadOnlySpan<byte> text)
    {
        var entries = new List<JsonProperties.Entry>();
        var json = new JsonCursor(text);
        while (json.Current != 0)
        {
            var name = json.Name(out var isEscaped);
            entries.Add(new(isEscaped ? JsonEscapes.Unescape(name) : Encoding.UTF8.GetString(name), json.Take().ToArray()));
            json.SkipBlank();
            if (json.Current == ',')
                json._at++;
            json.SkipBlank();
        }

        return entries;
    }
}
