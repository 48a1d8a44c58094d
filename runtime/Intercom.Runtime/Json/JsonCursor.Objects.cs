using System.Buffers.Binary;
using System.Numerics;
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
        var (names, outer, hasScratch) = (_names, _index, _hasScratch);
        _names = record.NamesOfProperties;
        _hasScratch = false;
        var request = record as JsonRequest;
        var (begin, name) = (_at, _names.Start);
        var seen = 0UL;
        for (var isInside = EnterObject(); isInside; isInside = NextInObject())
        {
            var start = _at;
            if (!TryName(_names, ref name))
            {
                Scratch().Add(_utf8[start.._at]);
                continue;
            }

            // The last of several equal names counts. From index 64 on one is taken for another, which costs a null its short cut.
            var isRepeated = (seen >> name.Index & 1) != 0;
            seen |= 1UL << name.Index;
            if (isRepeated)
                Forget(name.Index);
            if (isRepeated || !SkippedNull())
                ReadProperty(record, name);
            request?.AssignedAsRead(name.Index);
        }

        ReportMissing(begin, _names.Always & ~seen);
        if (_hasScratch)
        {
            if (_deviations is not null)
                ReportUnknown(record, begin, seen);
            EndScratch(record);
        }

        if (_depth == 0)
            _scratch?.Return();
        (_names, _index, _hasScratch) = (names, outer, hasScratch);
    }

    private void ReadProperty(JsonRecord record, JsonName name)
    {
        _index = name.Index;
        if (name.IsAlias)
            Scratch().AddVerbatim(new(_names[_index], name, null));
        record.VisitProperty(ref this, _index);
        if (_kept != Kept.Nothing)
            TakeKept(name);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void ReportMissing(int begin, ulong missing)
    {
        if (missing == 0 || _deviations is null)
            return;
        for (; missing != 0; missing &= missing - 1)
            _deviations.Lack(begin, _names[BitOperations.TrailingZeroCount(missing)]);
    }

    // What every object says, its type, does not make it one of a type.
    private readonly void ReportUnknown(JsonRecord record, int begin, ulong seen)
    {
        if (_names.Find("type"u8) is { } type)
            seen &= ~(1UL << type.Index);
        if (seen == 0 && _names.Count > 0 && !_names.IsOpen)
            ReportAt(begin, record.GetType().Name, JsonDeviationKind.UnknownType);
    }

    private readonly void Forget(int index)
    {
        if (_hasScratch)
            _scratch!.Forget(index);
    }

    private void TakeKept(JsonName name)
    {
        var value = _utf8[_keptStart.._keptEnd];
        if (_kept == Kept.Misfit)
        {
            _deviations?.Untyped(value);
            Scratch().AddMisfit(_names, _index, value);
        }
        else
        {
            Scratch().AddVerbatim(new(_names[_index], name, value.ToArray()));
        }

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
            ReadProperty(record, _names.Name(deferred.Index));
        }

        _isDeferred = false;
        _at = end;
        record.Keep(_scratch.End());
    }

    /// <summary>Passes over a null: what was just made is null already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool SkippedNull()
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
    /// <param name="name">The declared name before, and then this one.</param>
    /// <returns>Whether the property is declared; where it is not, the cursor has passed over it.</returns>
    private bool TryName(JsonNames names, ref JsonName name)
    {
        var follower = name.Follower;
        if (!follower.StandsIn(_utf8, _at, out var length))
            return TryOtherName(names, ref name);
        _at += length;
        name = follower;
        SkipBlank();
        return true;
    }

    private bool TryOtherName(JsonNames names, ref JsonName name)
    {
        var found = names.Find(NameUtf8());
        if (found is null)
        {
            Undeclared(names);
            return false;
        }

        name.Follower = found;
        name = found;
        return true;
    }

    // The name as it is meant: few are written with escapes.
    private ReadOnlySpan<byte> NameUtf8()
    {
        var text = Name(out var form);
        return form == JsonStringForm.Escaped ? Encoding.UTF8.GetBytes(JsonEscapes.Unescape(text)) : text;
    }

    private void Undeclared(JsonNames names)
    {
        if (_deviations is null)
        {
            Take();
            return;
        }

        if (!names.IsOpen)
            Report("no property", JsonDeviationKind.UndeclaredProperty);
        _deviations.Untyped(Take());
    }

    /// <summary>Goes to the next of some properties of the object at which the cursor stands, passing over the others.</summary>
    /// <param name="names">Their names.</param>
    /// <param name="at">The property before, -1 at the start; and then this one.</param>
    /// <returns>False at the end of the object.</returns>
    internal bool NextDeclared(JsonNames names, ref int at)
    {
        _kept = Kept.Nothing;
        var name = at < 0 ? names.Start : names.Name(at);
        for (var isInside = at < 0 ? EnterObject() : NextInObject(); isInside; isInside = NextInObject())
        {
            if (!TryName(names, ref name))
                continue;
            at = name.Index;
            return true;
        }

        return false;
    }

    /// <summary>Takes apart properties that stand in a text, separated by commas.</summary>
    internal static List<JsonProperties.Entry> Entries(ReadOnlySpan<byte> text)
    {
        var entries = new List<JsonProperties.Entry>();
        var json = new JsonCursor(text);
        while (json.Current != 0)
        {
            var name = json.Name(out var form);
            entries.Add(new(Text(name, form), json.Take().ToArray()));
            json.SkipBlank();
            if (json.Current == ',')
                json._at++;
            json.SkipBlank();
        }

        return entries;
    }
}
