using Xunit;

namespace Intercom.Generator.Tests.Harness;

/// <summary>Compares a few lines with the output, white space included.</summary>
internal static class Excerpt
{
    public static void AssertIn(string expected, string output)
    {
        var wanted = expected.Trim('\n').Split('\n');
        var lines = output.Split('\n');
        var best = (Length: -1, At: 0);
        for (var at = 0; at < lines.Length; at++)
        {
            var indentation = lines[at].Length - lines[at].TrimStart(' ').Length - (wanted[0].Length - wanted[0].TrimStart(' ').Length);
            var same = indentation < 0 ? 0 : wanted.Zip(lines.Skip(at), (want, line) => line == (want.Length == 0 ? "" : new string(' ', indentation) + want)).TakeWhile(static equal => equal).Count();
            if (same == wanted.Length)
                return;
            if (same > best.Length)
                best = (same, at);
        }

        Assert.Fail(best.Length <= 0
            ? $"No emitted line is\n    {wanted[0]}\nThe nearest are\n{string.Join("\n", Nearest(wanted[0], lines))}"
            : $"The first {best.Length} lines are as expected, then\n    expected: {wanted[best.Length]}\n    emitted:  {lines.ElementAtOrDefault(best.At + best.Length)?.TrimStart()}\nThe output there:\n{string.Join("\n", lines.Skip(best.At).Take(wanted.Length + 3))}");
    }

    private static IEnumerable<string> Nearest(string wanted, string[] lines)
    {
        var words = wanted.Split([' ', '(', ')', '.', ',', ';', '<', '>', '"'], StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        return lines
            .Select(line => (Line: line, Shared: words.Count(word => line.Contains(word, StringComparison.Ordinal))))
            .OrderByDescending(static line => line.Shared)
            .Take(5)
            .Select(static line => "    " + line.Line.Trim());
    }
}
