using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Intercom.Json;

namespace Intercom;

public sealed partial class ApiRequest
{
    /// <summary>Adds a query parameter; null adds none.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    public ApiRequest Query(string name, string? value)
    {
        if (value is not null)
            (_query ??= []).Add((name, Uri.EscapeDataString(value)));
        return this;
    }

    /// <inheritdoc cref="Query(string, string?)"/>
    public ApiRequest Query(string name, bool? value) => Query(name, value switch { true => "true", false => "false", null => null });

    /// <inheritdoc cref="Query(string, string?)"/>
    public ApiRequest Query(string name, long? value) => Query(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Query(string, string?)"/>
    public ApiRequest Query(string name, double? value) => Query(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a point in time in unix seconds; null adds none.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    public ApiRequest Query(string name, DateTimeOffset? value) => Query(name, value?.ToUnixTimeSeconds());

    /// <summary>Adds the value of an enum; null adds none.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    public ApiRequest Query<T>(string name, T? value)
        where T : struct, IOpenEnum<T> => Query(name, value?.Value);

    /// <summary>Adds any value; null adds none.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TCodec">How it is written.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="style">How several values are written.</param>
    public ApiRequest Query<T, TCodec>(string name, [AllowNull] T value, ParameterStyle style = ParameterStyle.FormExploded)
        where TCodec : IJsonCodec<T> => value is null ? this : Query(name, PlainValue.Of<T, TCodec>(value), style);

    /// <inheritdoc cref="Query{T, TCodec}(string, T, ParameterStyle)"/>
    public ApiRequest Query<T, TCodec>(string name, T? value, ParameterStyle style = ParameterStyle.FormExploded)
        where T : struct
        where TCodec : IJsonCodec<T> => value is { } given ? Query(name, PlainValue.Of<T, TCodec>(given), style) : this;

    /// <summary>Adds a list; null and an empty one add nothing.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <typeparam name="TCodec">How an item is written.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="values">The values.</param>
    /// <param name="style">How several values are written.</param>
    public ApiRequest Query<T, TCodec>(string name, IEnumerable<T>? values, ParameterStyle style = ParameterStyle.FormExploded)
        where TCodec : IJsonCodec<T> => values is null ? this : Query(name, PlainValue.OfAll<T, TCodec>(values), style);

    /// <summary>Adds a header.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value; null adds none.</param>
    /// <exception cref="ArgumentException">The value has characters that cannot stand in a header.</exception>
    public ApiRequest Header(string name, string? value)
    {
        if (value is null)
            return this;
        if (value.Any(RequestOptions.NotInValue))
            throw new ArgumentException(
                $"The header '{name}' has a value with characters that cannot stand in one: printable ASCII can.",
                name);
        (Headers ??= [])[name] = value;
        return this;
    }

    /// <summary>Adds a header of any value; null adds none.</summary>
    /// <inheritdoc cref="Query{T, TCodec}(string, T, ParameterStyle)"/>
    /// <exception cref="ArgumentException">The value has characters that cannot stand in a header.</exception>
    public ApiRequest Header<T, TCodec>(string name, [AllowNull] T value, ParameterStyle style = ParameterStyle.Simple)
        where TCodec : IJsonCodec<T> => value is null ? this : Header(name, PlainValue.Of<T, TCodec>(value), style);

    /// <inheritdoc cref="Header{T, TCodec}(string, T, ParameterStyle)"/>
    public ApiRequest Header<T, TCodec>(string name, T? value, ParameterStyle style = ParameterStyle.Simple)
        where T : struct
        where TCodec : IJsonCodec<T> => value is { } given ? Header(name, PlainValue.Of<T, TCodec>(given), style) : this;

    /// <summary>Adds a header of a list; null and an empty one add none.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <typeparam name="TCodec">How an item is written.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="values">The values.</param>
    /// <param name="style">How several values are written.</param>
    public ApiRequest Header<T, TCodec>(string name, IEnumerable<T>? values, ParameterStyle style = ParameterStyle.Simple)
        where TCodec : IJsonCodec<T> => values is null ? this : Header(name, PlainValue.OfAll<T, TCodec>(values), style);

    /// <summary>Adds a cookie of any value, percent-encoded; null adds none.</summary>
    /// <inheritdoc cref="Query{T, TCodec}(string, T, ParameterStyle)"/>
    public ApiRequest Cookie<T, TCodec>(string name, [AllowNull] T value, ParameterStyle style = ParameterStyle.FormExploded)
        where TCodec : IJsonCodec<T> => value is null ? this : Cookie(name, PlainValue.Of<T, TCodec>(value), style);

    /// <inheritdoc cref="Cookie{T, TCodec}(string, T, ParameterStyle)"/>
    public ApiRequest Cookie<T, TCodec>(string name, T? value, ParameterStyle style = ParameterStyle.FormExploded)
        where T : struct
        where TCodec : IJsonCodec<T> => value is { } given ? Cookie(name, PlainValue.Of<T, TCodec>(given), style) : this;

    /// <summary>Adds a cookie of a list; null and an empty one add none.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <typeparam name="TCodec">How an item is written.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="values">The values.</param>
    /// <param name="style">How several values are written.</param>
    public ApiRequest Cookie<T, TCodec>(string name, IEnumerable<T>? values, ParameterStyle style = ParameterStyle.FormExploded)
        where TCodec : IJsonCodec<T> => values is null ? this : Cookie(name, PlainValue.OfAll<T, TCodec>(values), style);

    private ApiRequest Query(string name, JsonElement value, ParameterStyle style)
    {
        (_query ??= []).AddRange(StyledPairs.Of(name, value, style));
        return this;
    }

    private ApiRequest Header(string name, JsonElement value, ParameterStyle style)
    {
        var text = style == ParameterStyle.Json
            ? value.GetRawText()
            : PlainValue.Joined(value, static text => text, ",", style == ParameterStyle.SimpleExploded ? "=" : ",");
        return text.Length == 0 ? this : Header(name, text);
    }

    private ApiRequest Cookie(string name, JsonElement value, ParameterStyle style)
    {
        foreach (var (pair, text) in StyledPairs.Of(name, value, style))
        {
            var earlier = Headers?.TryGetValue("Cookie", out var before) == true ? before + "; " : "";
            Header("Cookie", earlier + $"{Uri.EscapeDataString(pair)}={text}");
        }
        return this;
    }
}
