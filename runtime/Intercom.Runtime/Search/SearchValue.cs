using System.Diagnostics.CodeAnalysis;
using Intercom.Json;

namespace Intercom;

/// <summary>What a field is compared with, made from the C# value beside it; a time is sent in unix seconds.</summary>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "Of is the name of all of them.")]
public readonly struct SearchValue
{
    private readonly Action<JsonOutput>? _write;

    private SearchValue(Action<JsonOutput> write) => _write = write;

    /// <summary>A text; null stands for no value.</summary>
    /// <param name="value">The text.</param>
    public static implicit operator SearchValue(string? value) => new(json => json.Text(value));

    /// <summary>A whole number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator SearchValue(long value) => new(json => json.Integer(value));

    /// <summary>A number.</summary>
    /// <param name="value">The number, finite.</param>
    public static implicit operator SearchValue(double value) =>
        double.IsFinite(value)
            ? new(json => json.Number(value))
            : throw new ArgumentOutOfRangeException(nameof(value), value, "JSON has no such number.");

    /// <summary>Yes or no.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator SearchValue(bool value) => new(json => json.Boolean(value));

    /// <summary>A point in time.</summary>
    /// <param name="value">The time; Intercom compares seconds, what is finer is cut off.</param>
    public static implicit operator SearchValue(DateTimeOffset value) => new(json => json.UnixTime(value));

    /// <summary>A day, by its beginning in UTC, as attributes that hold dates are compared.</summary>
    /// <param name="value">The day.</param>
    public static implicit operator SearchValue(DateOnly value) => new DateTimeOffset(value, TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>Several values, for the operators that take a list.</summary>
    /// <param name="values">The values.</param>
    public static SearchValue Of(params SearchValue[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new SearchValue(json =>
        {
            json.Writer.WriteStartArray();
            foreach (var value in values)
                value.Write(json);
            json.Writer.WriteEndArray();
        });
    }

    internal static SearchValue Of<T>(T[] values, Func<T, SearchValue> value)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Of([.. values.Select(value)]);
    }

    internal void Write(JsonOutput json)
    {
        if (_write is null)
            json.Text(null);
        else
            _write(json);
    }
}
