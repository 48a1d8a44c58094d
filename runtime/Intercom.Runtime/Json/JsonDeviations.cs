using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Intercom.Json;

/// <summary>Collects the deviations of one body. Paths are worked out afterwards, from the offsets, so that a body without deviations pays nothing.</summary>
internal sealed class JsonDeviations(string operation, ReadOnlyMemory<byte> body)
{
    private readonly List<(long Offset, string Expected, string Found)> _found = [];

    public int Count => _found.Count;

    public void Add(long offset, string expected, string found) => _found.Add((offset, expected, found));

    public IEnumerable<JsonDeviation> All() => _found.Select(d => new JsonDeviation(operation, PathAt(d.Offset), d.Expected, d.Found));

    private string PathAt(long offset)
    {
        var json = new Utf8JsonReader(body.Span, JsonInput.ReaderOptions);
        var steps = new Stack<Step>();
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.PropertyName)
            {
                steps.Peek().Name = json.GetString();
                continue;
            }

            if (json.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                steps.Pop();
                continue;
            }

            if (steps.TryPeek(out var at))
                at.Index++;
            if (json.TokenStartIndex >= offset)
                break;
            if (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                steps.Push(new Step());
        }

        var path = new StringBuilder("$");
        foreach (var step in steps.Reverse())
            _ = step.Name is null
                ? path.Append(CultureInfo.InvariantCulture, $"[{step.Index}]")
                : IsPlain(step.Name) ? path.Append('.').Append(step.Name) : path.Append(CultureInfo.InvariantCulture, $"['{step.Name}']");
        return path.ToString();
    }

    private static bool IsPlain(string name) => name.Length > 0 && name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private sealed class Step
    {
        public string? Name;
        public int Index = -1;
    }
}
