using System.Diagnostics;

namespace Intercom.Generator.Benchmarks;

/// <summary>What the client costs a build: a program with the whole Preview client and one without, built in turn as a developer does (<c>dotnet build -c Release</c>), the ratio of their medians.</summary>
internal static class BuildTime
{
    private const int Runs = 5;

    private const string Program = """
        var intercom = new Intercom.IntercomClient(new Intercom.IntercomClientOptions { AccessToken = "token" });
        Console.WriteLine(intercom.Contacts);
        """;

    public static void Measure()
    {
        var folder = Directory.CreateTempSubdirectory("intercom-build-").FullName;
        try
        {
            var empty = Create(Path.Combine(folder, "Empty"), "", "Console.WriteLine();");
            var client = Create(Path.Combine(folder, "Client"), Client(Repository.Root), Program);
            var times = Enumerable.Range(0, Runs).Select(_ => (Empty: Build(empty), Client: Build(client))).ToList();
            var (without, with) = (Median(times.Select(static t => t.Empty)), Median(times.Select(static t => t.Client)));
            Console.WriteLine($"empty   {string.Join(' ', times.Select(static t => $"{t.Empty.TotalSeconds:0.00}"))} s, median {without:0.00} s");
            Console.WriteLine($"client  {string.Join(' ', times.Select(static t => $"{t.Client.TotalSeconds:0.00}"))} s, median {with:0.00} s");
            Console.WriteLine($"ratio   {with / without:0.00}");
            Console.WriteLine($"DLL     {new FileInfo(Path.Combine(client, "bin", "Release", "net10.0", "Client.dll")).Length / 1000} kB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Create(string folder, string items, string program)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
        File.WriteAllText(Path.Combine(folder, Path.GetFileName(folder) + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings><GenerateDocumentationFile>true</GenerateDocumentationFile></PropertyGroup>
              {items}
            </Project>
            """);
        Run(folder, "restore");
        return folder;
    }

    // What the package does, from what lies beside this program.
    private static string Client(string repository) => $"""
          <PropertyGroup>
            <IntercomBundledDocument>{repository}/specs/intercom-preview.yaml</IntercomBundledDocument>
            <IntercomBundledOverlay>{repository}/specs/intercom.overlay.yaml;{repository}/specs/intercom.names.overlay.yaml;{repository}/specs/intercom.names.yaml;{repository}/specs/intercom.since.overlay.yaml</IntercomBundledOverlay>
          </PropertyGroup>
          <Import Project="{repository}/generator/build/Intercom.Generator.props" />
          <ItemGroup>
            <Reference Include="{AppContext.BaseDirectory}Intercom.Runtime.dll" />
            <Analyzer Include="{AppContext.BaseDirectory}Intercom.Generator.dll;{AppContext.BaseDirectory}YamlDotNet.dll;{AppContext.BaseDirectory}Microsoft.OpenApi.dll" />
          </ItemGroup>
          <Import Project="{repository}/generator/build/Intercom.Generator.targets" />
        """;

    private static TimeSpan Build(string folder) => Run(folder, "build -c Release --no-incremental");

    private static TimeSpan Run(string folder, string arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        // A compiler that stays in memory would be warm for one of them and cold for the other.
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? clock.Elapsed : throw new InvalidOperationException(output);
    }

    private static double Median(IEnumerable<TimeSpan> times) => times.Order().ElementAt(Runs / 2).TotalSeconds;
}
