using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Intercom.Json;

namespace Intercom.Client.Tests.Corpus;

/// <summary>
/// Reads what a user reads: <c>Item.Tags.Data[0].Name</c>, <c>CustomAttributes["plan"]</c>. A union is passed through to its case.
/// </summary>
internal static partial class TypedPath
{
    public static string? Text(object? root, string path) =>
        Text(Step().Matches(path).Aggregate(root, static (at, step) => Next(at, step.Value.TrimStart('.'))));

    private static object? Next(object? at, string step)
    {
        at = Unwrapped(at);
        if (at is null)
            return null;
        return step switch
        {
            "GetType" => at.GetType().Name,
            "Count" when at is IEnumerable list => (long)list.Cast<object?>().Count(),
            ['[', '"', .. var key, '"', ']'] => Entry(at, key),
            ['[', .. var index, ']'] => ((IEnumerable)at).Cast<object?>().ElementAt(int.Parse(index, CultureInfo.InvariantCulture)),
            _ => (at.GetType().GetProperty(step) ?? throw new MissingMemberException(at.GetType().Name, step)).GetValue(at),
        };
    }

    private static object? Entry(object map, string key) =>
        map is JsonProperties open ? open[key].Element : map.GetType().GetProperty("Item")!.GetValue(map, [key]);

    private static object? Unwrapped(object? value) => value is not null && Leftovers.IsUnion(value.GetType()) ? Leftovers.Case(value) : value;

    private static string? Text(object? value) => Unwrapped(value) switch
    {
        null => null,
        string text => text,
        bool yes => yes ? "true" : "false",
        DateTimeOffset time => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString(),
        JsonElement json => json.GetRawText(),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var other when Arguments.IsEnum(other.GetType()) => (string?)other.GetType().GetProperty("Value")!.GetValue(other),
        var other => throw new NotSupportedException($"A {other.GetType().Name} is no value to be compared."),
    };

    [GeneratedRegex("""\["[^"]*"\]|\[\d+\]|\.?\w+""")]
    private static partial Regex Step();
}
