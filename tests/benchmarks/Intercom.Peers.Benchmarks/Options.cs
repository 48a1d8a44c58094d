using System.Globalization;

namespace Intercom.Peers.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    /// <summary>How often everything is measured, in turns.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>The parts to measure: <c>generate</c>, <c>build</c>, <c>calls</c>, <c>native</c>.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>Whether only what this repository makes is measured, which needs no tool to be installed.</summary>
    public bool OursOnly { get; init; }

    /// <summary>Whether the table and the plot are written beside this program's sources.</summary>
    public bool Writes { get; init; }

    /// <summary>The document that all clients are made of.</summary>
    public string Document { get; init; } = Path.Combine(Repository.Root, "specs", "intercom-preview.yaml");

    private static readonly string[] AllParts = ["generate", "build", "calls", "native"];

    public bool Measures(string part) => Parts.Count == 0 || Parts.Contains(part);

    public static Options Of(string[] arguments)
    {
        var options = new Options();
        for (var i = 0; i < arguments.Length; i++)
            options = arguments[i] switch
            {
                "--rounds" when i + 1 < arguments.Length =>
                    options with { Rounds = int.Parse(arguments[++i], CultureInfo.InvariantCulture) },
                "--published" => options with { Document = Published() },
                "--ours" => options with { OursOnly = true },
                "--write" => options with { Writes = true },
                var part when AllParts.Contains(part) => options with { Parts = [.. options.Parts, part] },
                var other => throw new ArgumentException(
                    $"'{other}' is none of generate, build, calls, native, --ours, --published, --rounds <number>, --write."),
            };
        return options;
    }

    private static string Published() => Environment.GetEnvironmentVariable("INTERCOM_SPECS_DIR") is { Length: > 0 } folder
        ? Path.Combine(folder, "preview.yaml")
        : throw new ArgumentException("--published needs INTERCOM_SPECS_DIR, the folder of the published documents.");
}
