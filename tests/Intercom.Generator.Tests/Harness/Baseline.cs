using System.Text;
using Xunit;

namespace Intercom.Generator.Tests.Harness;

/// <summary>Files of expected output, under <c>Baselines</c>.</summary>
internal static class Baseline
{
    private const string Variable = "UPDATE_BASELINES";

    /// <summary>Compares a text with a baseline, or writes the baseline where the environment asks for it.</summary>
    public static void Matches(string name, string actual)
    {
        var path = Path.Combine(Repository.Tests, "Baselines", name);
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            File.WriteAllText(path, actual, new UTF8Encoding(false));
            return;
        }

        var expected = File.Exists(path) ? File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal) : "";
        if (expected != actual)
            Assert.Fail($"Baselines/{name} differs:\n{FirstDifference(expected, actual)}\nIf the new output is right: {Variable}=1 dotnet test tests/{Path.GetFileName(Repository.Tests)}");
    }

    public static string FirstDifference(string expected, string actual)
    {
        var old = expected.Split('\n');
        var now = actual.Split('\n');
        var at = old.Zip(now).TakeWhile(static lines => lines.First == lines.Second).Count();
        return $"  line {at + 1}\n  - {(at < old.Length ? old[at] : "(end)")}\n  + {(at < now.Length ? now[at] : "(end)")}\n  ({old.Length - 1} lines before, {now.Length - 1} now)";
    }
}
