using System.Text;
using System.Text.Json;
using Intercom.Json;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Runtime.Tests.Json;

/// <summary>Random and mutated texts, given to our reader and to the platform's: both take the same ones, and what they take is written back with the same value.</summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private const int Seed = 20260301;

    private static readonly string[] Places = ["#", """{"new":#}""", """{"extra":#}""", """{"id":#}""", """{"friends":[#]}""", """{"tags":[1,#]}""", """{"best":#,"score":1}""", """{"scores":{"a":#}}"""];

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", " ", "\n", "0", "1", "-", "+", ".", "e", "E", "null", "true", "false", "nul", "\"a\"", "\"id\":", "\"age\":", "\"new\":", "{}", "[]",
        "\"\\u00e9\"", "\"\\ud83d\"", "\"\\x\"", "é", "\u0001", "\0", "1e400", "12345678901234567890", "1772366400", "\"2026-03-01T12:00:00Z\"", "\"type\":\"x\"", "/", "'",
    ];

    private static readonly string[] Documents =
    [
        """{"id":"1","age":3,"score":1.5,"active":true,"created_at":1772366400,"signed_at":"2026-03-01T12:00:00Z","role":"admin","tags":["a",null],"friends":[{"id":2}],"extra":{"x":[1,{}]},"best":{"new":"\u00e9\n"},"scores":{"a":1}}""",
        """[ {"type":"x", "data":[1,-2.5e+3,"a\\b\"c"]}, null , "é€😀" ]""",
        """{"created_at":1772366400000,"signed_at":17,"age":"7","id":7.50,"role":3,"new":{"a":{"b":[[],[[]]]}},"friends":[7,{"age":1e2}]}""",
    ];

    [Fact]
    public void Both_readers_take_the_same_texts()
    {
        var times = int.Parse(Environment.GetEnvironmentVariable("INTERCOM_FUZZ") ?? "20000", System.Globalization.CultureInfo.InvariantCulture);
        var random = new Random(Seed);
        var (taken, failures) = (0, new List<string>());
        for (var i = 0; i < times && failures.Count < 20; i++)
        {
            var place = Places[random.Next(Places.Length)];
            var text = Text(random);
            var parts = place.Split('#');
            byte[] body = [.. Encoding.UTF8.GetBytes(parts[0]), .. text, .. Encoding.UTF8.GetBytes(parts[1])];
            var (isTaken, failure) = Compare(body, place == "#");
            taken += isTaken ? 1 : 0;
            if (failure is not null)
                failures.Add($"{failure}: {Encoding.UTF8.GetString(body)}");
        }

        output.WriteLine($"{times} texts, {taken} of them JSON, {failures.Count} read or written differently");
        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.InRange(taken, times / 20, times);
    }

    private static (bool IsTaken, string? Failure) Compare(byte[] body, bool isAnyRoot)
    {
        var isJson = IsJson(body);
        try
        {
            var written = isAnyRoot ? Written<IntercomValue>(body) : Written<Person>(body);
            return isJson ? (true, Same(body, written) ? null : $"written as {Encoding.UTF8.GetString(written)}") : (true, "taken");
        }
        catch (JsonException e)
        {
            return (false, isJson ? $"refused ({e.Message})" : null);
        }
    }

    private static byte[] Written<T>(byte[] body)
        where T : IJson<T>
    {
        var deviations = new JsonDeviations("", body, measures: true);
        var value = IntercomJson.Parse<T>(body, deviations);
        Assert.True(deviations.All().Count() == deviations.Count && deviations.Coverage.Typed >= 0);
        Assert.Equal(value.GetHashCode(), IntercomJson.Parse<T>(body).GetHashCode());
        Assert.NotNull(value.ToString());
        return IntercomJson.ToUtf8Json(value);
    }

    private static bool IsJson(byte[] body)
    {
        try
        {
            var json = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = int.MaxValue });
            while (json.Read())
                if (json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !System.Text.Unicode.Utf8.IsValid(json.ValueSpan))
                    return false;
            return body.Length > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // The last of equal names counts; numbers are compared by value where both are numbers; half of a character is as good as U+FFFD.
    private static bool Same(byte[] read, byte[] written) => Normal(JsonDocuments.Parse(read)) == Normal(JsonDocuments.Parse(written));

    private static string Normal(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', Last(value).OrderBy(static p => p.Key, StringComparer.Ordinal).Select(static p => $"{p.Key.Length}:{p.Key}={Normal(p.Value)}")) + "}",
        JsonValueKind.Array => "[" + string.Join(',', value.EnumerateArray().Select(Normal)) + "]",
        JsonValueKind.String => $"\"{value.GetString()}\"",
        JsonValueKind.Number => value.TryGetDecimal(out var number) ? (number / 1.000000000000000000000000000000m).ToString(System.Globalization.CultureInfo.InvariantCulture) : value.GetRawText(),
        _ => value.GetRawText(),
    };

    private static Dictionary<string, JsonElement> Last(JsonElement value)
    {
        var last = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
            last[property.Name == "created" ? "created_at" : property.Name] = property.Value;
        return last;
    }

    private static byte[] Text(Random random) => random.Next(4) switch
    {
        0 => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Pieces[random.Next(Pieces.Length)]))),
        1 => Value(random, 4),
        _ => Mutated(random, random.Next(2) == 0 ? Encoding.UTF8.GetBytes(Documents[random.Next(Documents.Length)]) : Value(random, 5)),
    };

    private static byte[] Mutated(Random random, byte[] text)
    {
        var bytes = new List<byte>(text);
        for (var times = random.Next(3); times > 0 && bytes.Count > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveAt(at); break;
                case 2: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)])); break;
                default: bytes.RemoveRange(at, random.Next(Math.Min(8, bytes.Count - at))); break;
            }
        }

        return [.. bytes];
    }

    private static byte[] Value(Random random, int depth)
    {
        string[] names = ["id", "age", "score", "active", "created_at", "created", "signed_at", "role", "tags", "friends", "extra", "best", "scores", "new", "type", "\\u0069d"];
        string[] scalars = ["null", "true", "false", "0", "-1", "2.50", "1e400", "1772366400", "1772366400000", "\"\"", "\"7\"", "\"a\\u0041\"", "\"é\"", "\"2026-03-01\"", "123456789012345678901"];
        return Encoding.UTF8.GetBytes(Make(depth));

        string Make(int room) => random.Next(room > 0 ? 3 : 1) switch
        {
            0 => scalars[random.Next(scalars.Length)],
            1 => "[" + string.Join(random.Next(9) == 0 ? " , " : ",", Enumerable.Range(0, random.Next(4)).Select(_ => Make(room - 1))) + "]",
            _ => "{" + string.Join(",", Enumerable.Range(0, random.Next(5)).Select(_ => $"\"{names[random.Next(names.Length)]}\":{Make(room - 1)}")) + "}",
        };
    }
}
