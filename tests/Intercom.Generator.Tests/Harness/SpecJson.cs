using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Intercom.Generator.Spec;

namespace Intercom.Generator.Tests.Harness;

/// <summary>A tree as the JSON that it stands for, examples and all.</summary>
internal static partial class SpecJson
{
    public static void Append(StringBuilder text, SpecNode node)
    {
        switch (node)
        {
            case SpecMap map:
                Append(text, '{', map.Entries, '}', static (text, entry) =>
                {
                    text.Append(JsonSerializer.Serialize(entry.Key)).Append(':');
                    Append(text, entry.Value);
                });
                break;
            case SpecList list:
                Append(text, '[', list.Items, ']', Append);
                break;
            case SpecScalar { IsNull: true }:
                text.Append("null");
                break;
            case SpecScalar scalar:
                text.Append(scalar.IsPlain && Literal().IsMatch(scalar.Text) ? scalar.Text : JsonSerializer.Serialize(scalar.Text));
                break;
        }
    }

    private static void Append<T>(StringBuilder text, char open, List<T> items, char close, Action<StringBuilder, T> append)
    {
        text.Append(open);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                text.Append(",\n");
            append(text, items[i]);
        }

        text.Append(close);
    }

    [GeneratedRegex(@"^(true|false|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?)$")]
    private static partial Regex Literal();
}
