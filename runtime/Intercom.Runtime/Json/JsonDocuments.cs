using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Intercom.Json;

/// <summary>Whole JSON texts: written into pooled buffers, compared, hashed.</summary>
internal static class JsonDocuments
{
    [ThreadStatic]
    private static Pooled? t_pooled;

    public delegate TResult Use<T, TResult>(ReadOnlySpan<byte> utf8, T argument);

    /// <summary>Writes a value and hands its bytes on.</summary>
    public static TResult With<T, TArgument, TResult>(
        T value,
        TArgument argument,
        Use<TArgument, TResult> use,
        SecretValues secrets = SecretValues.Written)
        where T : IJson
    {
        var pooled = Pooled.Rent();
        try
        {
            value.Write(secrets == SecretValues.Written ? pooled.Output : new JsonOutput(pooled.Writer, secrets));
            pooled.Writer.Flush();
            return use(pooled.Buffer.WrittenSpan, argument);
        }
        finally
        {
            pooled.Return();
        }
    }

    public static byte[] Bytes<T>(T value)
        where T : IJson => With<T, object?, byte[]>(value, null, static (utf8, _) => utf8.ToArray());

    /// <summary>Whether two values write the same JSON.</summary>
    public static bool Same<T>(T left, T right)
        where T : IJson => With(left, Bytes(right), static (utf8, other) => utf8.SequenceEqual(other));

    /// <summary>A hash of the JSON that a value writes.</summary>
    public static int Hash<T>(T value)
        where T : IJson => With<T, object?, int>(value, null, static (utf8, _) =>
        {
            var hash = default(HashCode);
            hash.AddBytes(utf8);
            return hash.ToHashCode();
        });

    /// <summary>The JSON that a value writes, secrets left out.</summary>
    public static string Print<T>(T value)
        where T : IJson => With<T, object?, string>(value, null, static (utf8, _) => Encoding.UTF8.GetString(utf8), SecretValues.Masked);

    /// <summary>Makes an element. What is nested deeper than the platform's reader takes is a string that holds the JSON.</summary>
    /// <exception cref="JsonException">The text does not start with JSON.</exception>
    public static JsonElement Parse(ReadOnlySpan<byte> utf8)
    {
        if (TryParse(utf8, out var element))
            return element;
        var text = new JsonCursor(utf8);
        text.Skip();
        return ((IntercomValue)Encoding.UTF8.GetString(utf8)).Element;
    }

    /// <summary>Makes an element whose texts can all be read: the platform's reader takes no half of a surrogate pair.</summary>
    /// <returns>
    /// False where the text is no JSON, or nested too deeply: without a limit the platform's reader takes a time that grows with the
    /// depth.
    /// </returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out JsonElement element)
    {
        try
        {
            var reader = new Utf8JsonReader(WellFormedText.HoldsSurrogates(utf8) ? WellFormedText.Of(utf8.ToArray()) : utf8);
            element = JsonElement.ParseValue(ref reader);
            return true;
        }
        catch (JsonException)
        {
            element = default;
            return false;
        }
    }

    public static byte[] Utf8(JsonElement value) => Encoding.UTF8.GetBytes(value.GetRawText());

    /// <summary>The text of an element that was read by lenient options, without the comments and commas that are no JSON.</summary>
    public static byte[] Strict(JsonElement value)
    {
        var options = JsonCursor.ReaderOptions with { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
        var reader = new Utf8JsonReader(WellFormedText.Of(Utf8(value)), options);
        return Bytes(new IntercomValue(JsonElement.ParseValue(ref reader)));
    }

    public static bool Same<T, TCodec>(T left, T right)
        where TCodec : IJsonCodec<T> => Bytes<T, TCodec>(left).AsSpan().SequenceEqual(Bytes<T, TCodec>(right));

    /// <summary>Whether something of a value is not shown.</summary>
    public static bool HoldsSecrets<T, TCodec>(T value)
        where TCodec : IJsonCodec<T> => !Bytes<T, TCodec>(value).AsSpan().SequenceEqual(Bytes<T, TCodec>(value, SecretValues.LeftOut));

    public static byte[] Bytes<T, TCodec>(T value, SecretValues secrets = SecretValues.Written)
        where TCodec : IJsonCodec<T>
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, JsonOutput.Options);
        TCodec.Write(new JsonOutput(writer, secrets), value);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private sealed class Pooled
    {
        private const int LargestKept = 1 << 20;

        private Pooled()
        {
            Buffer = new ArrayBufferWriter<byte>(1024);
            Writer = new Utf8JsonWriter(Buffer, JsonOutput.Options);
            Output = new JsonOutput(Writer);
        }

        public ArrayBufferWriter<byte> Buffer { get; }

        public Utf8JsonWriter Writer { get; }

        public JsonOutput Output { get; }

        public static Pooled Rent()
        {
            var pooled = t_pooled ?? new Pooled();
            t_pooled = null;
            return pooled;
        }

        public void Return()
        {
            if (Buffer.Capacity > LargestKept)
                return;
            Buffer.ResetWrittenCount();
            Writer.Reset();
            t_pooled = this;
        }
    }
}
