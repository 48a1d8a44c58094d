using System.Text;
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
                    Quote(text, entry.Key);
                    text.Append(':');
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
                if (scalar.IsPlain && Literal().IsMatch(scalar.Text))
                    text.Append(scalar.Text);
                else
                    Quote(text, scalar.Text);
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

    // Escaped halves of a character, as System.Text.Json writes them, are none to readers of YAML.
    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
            if (c is '"' or '\\')
                text.Append('\\').Append(c);
            else if (c < ' ')
                text.Append($"\\u{(int)c:x4}");
            else
                text.Append(c);
        text.Append('"');
    }

    [GeneratedRegex(@"^(true|false|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?)$")]
    private static partial Regex Literal();
}
