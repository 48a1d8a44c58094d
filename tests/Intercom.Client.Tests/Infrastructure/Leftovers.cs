using System.Collections;
using System.Reflection;
using System.Text.Json;
using Intercom.Json;

namespace Intercom.Client.Tests;

/// <summary>A value that reached no typed property: where it was left, and what it is.</summary>
internal sealed record Leftover(string Path, JsonElement Value)
{
    /// <summary>How many values it holds that say something.</summary>
    public int Count => Leftovers.Count(Value);

    public override string ToString() => $"{Path}: {Value.GetRawText()}";
}

/// <summary>Finds what of a body reached no typed property of what it was read as.</summary>
internal static class Leftovers
{
    public static IEnumerable<Leftover> In(object? value, string path = "") => value switch
    {
        null or string => [],
        JsonProperties => [],
        JsonRecord record => (record.AdditionalProperties ?? []).Select(kept => new Leftover($"{path}.{kept.Key}", kept.Value))
            .Concat(Properties(record).SelectMany(property => In(property.GetValue(record), $"{path}.{property.Name}"))),
        IDictionary map => map.Keys.Cast<object>().SelectMany(key => In(map[key], $"{path}[{key}]")),
        IEnumerable list => list.Cast<object?>().SelectMany((item, i) => In(item, $"{path}[{i}]")),
        _ when IsUnion(value.GetType()) => Case(value) is JsonElement unknown ? [new Leftover(path, unknown)] : In(Case(value), path),
        _ => [],
    };

    /// <summary>How many values there are that say something: an empty object, an empty list and null say nothing.</summary>
    public static int Count(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().Sum(static property => Count(property.Value)),
        JsonValueKind.Array => json.EnumerateArray().Sum(Count),
        JsonValueKind.Null or JsonValueKind.Undefined => 0,
        _ => 1,
    };

    public static bool IsUnion(Type type) =>
        type.IsValueType && type != typeof(IntercomValue) && !Arguments.IsEnum(type) && typeof(IJson).IsAssignableFrom(type);

    /// <summary>The case of a union; what it does not know is JSON.</summary>
    public static object? Case(object union) => union.GetType().GetProperty("Value")!.GetValue(union);

    // What only gives what another property holds, as Items does, is no second place.
    private static IEnumerable<PropertyInfo> Properties(JsonRecord record) => record.GetType().GetProperties()
        .Where(static property => property.CanWrite && property.Name != nameof(JsonRecord.AdditionalProperties) && property.GetIndexParameters().Length == 0);
}

/// <summary>How many values of bodies there are, and how many of them a user reads from typed properties.</summary>
internal readonly record struct TypedShare(int Typed, int All)
{
    public double Percent => 100.0 * Typed / All;

    /// <summary>The share of a body.</summary>
    /// <param name="json">The body.</param>
    /// <param name="value">What it was read as.</param>
    public static TypedShare Of(string json, object? value)
    {
        using var body = JsonDocument.Parse(json);
        var all = Leftovers.Count(body.RootElement);
        return new(all - Leftovers.In(value).Sum(static left => left.Count), all);
    }

    public static TypedShare operator +(TypedShare left, TypedShare right) => new(left.Typed + right.Typed, left.All + right.All);

    public override string ToString() => FormattableString.Invariant($"{Typed} of {All} values are typed, {Percent:0.00} %");
}
