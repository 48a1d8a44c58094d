using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Intercom.Json;

namespace Intercom;

/// <summary>The value of a parameter of a path template.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage(
    "Usage",
    "CA2225:Operator overloads have named alternates",
    Justification = "Emitted code alone names the type; its users hand strings to methods.")]
[SuppressMessage(
    "Performance",
    "CA1815:Override equals and operator equals on value types",
    Justification = "Handed on, and never compared.")]
public readonly struct PathValue
{
    private PathValue(string? value, bool isEscaped, string? argument = null) =>
        (Value, IsEscaped, Argument) = (value, isEscaped, argument);

    internal string? Value { get; }

    /// <summary>What the caller calls it, where that is known.</summary>
    internal string? Argument { get; }

    /// <summary>Whether what must be percent-encoded is already.</summary>
    internal bool IsEscaped { get; }

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator PathValue(string? text) => new(text, isEscaped: false);

    /// <summary>A text that the caller calls otherwise than the path does.</summary>
    /// <param name="name">The parameter's name in the path.</param>
    /// <param name="text">The text.</param>
    /// <param name="argument">What the caller calls it, for the error where it is empty.</param>
    [SuppressMessage(
        "Style",
        "IDE0060:Remove unused parameter",
        Justification = "What is emitted says for every value which parameter it is.")]
    public static PathValue Text(string name, string? text, [CallerArgumentExpression(nameof(text))] string? argument = null) =>
        new(text, isEscaped: false, argument);

    /// <summary>Any value.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TCodec">How it is written.</typeparam>
    /// <param name="name">The parameter's name, which some styles write.</param>
    /// <param name="value">The value.</param>
    /// <param name="style">How several values are written.</param>
    /// <param name="argument">What the caller calls it, for the error where it is empty.</param>
    public static PathValue Of<T, TCodec>(
        string name,
        T value,
        ParameterStyle style = ParameterStyle.Simple,
        [CallerArgumentExpression(nameof(value))] string? argument = null)
        where TCodec : IJsonCodec<T> =>
        new(value is null ? null : Styled(name, PlainValue.Of<T, TCodec>(value), style), isEscaped: true, argument);

    /// <summary>A list.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <typeparam name="TCodec">How an item is written.</typeparam>
    /// <param name="name">The parameter's name, which some styles write.</param>
    /// <param name="values">The values.</param>
    /// <param name="style">How several values are written.</param>
    /// <param name="argument">What the caller calls it, for the error where it is empty.</param>
    public static PathValue Of<T, TCodec>(
        string name,
        IEnumerable<T>? values,
        ParameterStyle style = ParameterStyle.Simple,
        [CallerArgumentExpression(nameof(values))] string? argument = null)
        where TCodec : IJsonCodec<T> =>
        new(values is null ? null : Styled(name, PlainValue.OfAll<T, TCodec>(values), style), isEscaped: true, argument);

    private static string Styled(string name, JsonElement value, ParameterStyle style)
    {
        var text = style switch
        {
            ParameterStyle.Json => Uri.EscapeDataString(value.GetRawText()),
            ParameterStyle.LabelExploded => PlainValue.Joined(value, Uri.EscapeDataString, ".", "="),
            ParameterStyle.MatrixExploded =>
                PlainValue.Joined(value, Uri.EscapeDataString, value.ValueKind == JsonValueKind.Array ? $";{name}=" : ";", "="),
            ParameterStyle.SimpleExploded => PlainValue.Joined(value, Uri.EscapeDataString, ",", "="),
            _ => PlainValue.Joined(value, Uri.EscapeDataString, ",", ","),
        };
        return text.Length == 0 ? "" : style switch
        {
            ParameterStyle.Label or ParameterStyle.LabelExploded => "." + text,
            ParameterStyle.MatrixExploded when value.ValueKind == JsonValueKind.Object => ";" + text,
            ParameterStyle.Matrix or ParameterStyle.MatrixExploded => $";{name}={text}",
            _ => text,
        };
    }
}
