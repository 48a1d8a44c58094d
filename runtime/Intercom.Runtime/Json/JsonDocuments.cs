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
    public static TResult With<T, TArgument, TResult>(T value, TArgument argument, Use<TArgument, TResult> use, SecretValues secrets = SecretValues.Written)
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

    public static JsonElement Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, JsonCursor.ReaderOptions);
        return JsonElement.ParseValue(ref reader);
    }

    public static byte[] Utf8(JsonElement value) => Encoding.UTF8.GetBytes(value.GetRawText());

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
