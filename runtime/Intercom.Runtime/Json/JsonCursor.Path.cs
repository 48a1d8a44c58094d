using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Intercom.Json;

public ref partial struct JsonCursor
{
    /// <summary>The JSON paths to the values that begin at some offsets, found in one pass.</summary>
    internal Dictionary<int, string> PathsTo(IEnumerable<int> offsets)
    {
        var wanted = new HashSet<int>(offsets);
        var paths = new Dictionary<int, string>(wanted.Count);
        var steps = new List<Step>();
        do
        {
            if (wanted.Contains(_at))
                paths[_at] = Path(steps);
            if (Current is (byte)'{' or (byte)'[')
            {
                var step = new Step(Current == '{');
                if (Enter(step.Close))
                {
                    steps.Add(First(step));
                    continue;
                }
            }
            else
            {
                TakeScalar();
            }

            Advance(steps);
        }
        while (steps.Count > 0 && paths.Count < wanted.Count);
        return paths;
    }

    /// <summary>How many strings, numbers, booleans and nulls stand in a value, or in properties that are separated by commas.</summary>
    internal long CountValues()
    {
        var count = 0L;
        while (_at < _utf8.Length)
        {
            var first = Current;
            if (first is (byte)'{' or (byte)'}' or (byte)'[' or (byte)']' or (byte)',' or (byte)':')
            {
                _at++;
            }
            else
            {
                TakeScalar();
                SkipBlank();
                count += first == '"' && Current == ':' ? 0 : 1;
            }

            SkipBlank();
        }

        return count;
    }

    private Step First(Step step) => step.IsObject ? step with { Name = Text(Name(out var form), form) } : step;

    private void Advance(List<Step> steps)
    {
        while (steps.Count > 0)
        {
            var step = steps[^1];
            steps.RemoveAt(steps.Count - 1);
            if (!More(step.Close))
                continue;
            steps.Add(step.IsObject ? First(step) : step with { Index = step.Index + 1 });
            return;
        }
    }

    private static string Path(List<Step> steps)
    {
        var path = new StringBuilder("$");
        foreach (var step in steps)
            path.Append(step.IsObject ? PathStep(step.Name) : string.Create(CultureInfo.InvariantCulture, $"[{step.Index}]"));
        return path.ToString();
    }

    /// <summary>A property as a step of a JSON path.</summary>
    internal static string PathStep(string name) =>
        name.Length > 0 && name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_') ? $".{name}" : $"['{name}']";

    /// <summary>A container around a place, and which of its values holds the place.</summary>
    private readonly record struct Step(bool IsObject)
    {
        public string Name { get; init; } = "";

        public int Index { get; init; }

        public byte Close => IsObject ? (byte)'}' : (byte)']';
    }
}
