using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Intercom.Json;

public ref partial struct JsonCursor
{
    /// <summary>The JSON path to the value that begins at an offset.</summary>
    internal string PathTo(int offset)
    {
        var path = new StringBuilder("$");
        while (_at < offset && (Token == JsonTokenType.StartObject ? StepIntoObject(offset, path) : StepIntoArray(offset, path)))
        {
        }

        return path.ToString();
    }

    private bool StepIntoObject(int offset, StringBuilder path)
    {
        for (var isInside = Enter((byte)'}'); isInside; isInside = More((byte)'}'))
        {
            var raw = Name(out _);
            var value = this;
            Skip();
            if (_at <= offset)
                continue;
            this = value;
            var name = JsonEscapes.Unescape(raw);
            _ = IsPlain(name) ? path.Append('.').Append(name) : path.Append(CultureInfo.InvariantCulture, $"['{name}']");
            return true;
        }

        return false;
    }

    private bool StepIntoArray(int offset, StringBuilder path)
    {
        var index = 0;
        for (var isInside = Token == JsonTokenType.StartArray && Enter((byte)']'); isInside; isInside = More((byte)']'), index++)
        {
            var item = this;
            Skip();
            if (_at <= offset)
                continue;
            this = item;
            path.Append(CultureInfo.InvariantCulture, $"[{index}]");
            return true;
        }

        return false;
    }

    private static bool IsPlain(string name) => name.Length > 0 && name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
