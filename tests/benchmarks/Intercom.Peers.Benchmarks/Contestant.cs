namespace Intercom.Peers.Benchmarks;

/// <summary>A console project that is measured.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Folder">Where it lies.</param>
/// <param name="Items">What its project file holds besides what everyone's does.</param>
/// <param name="Program">The user's own file.</param>
/// <param name="Client">The folder of its client in <c>Programs</c>; null where it has no calls to measure.</param>
internal sealed record Contestant(string Name, string Folder, string Items, string Program, string? Client)
{
    private static readonly string Programs = Path.Combine(
        Repository.Root, "tests", "benchmarks", "Intercom.Peers.Benchmarks", "Programs");

    /// <summary>What the project of its client holds, where that is a library beside the program; null where it is not.</summary>
    public string? Library { get; init; }

    public string Assembly => Named(Folder) + ".dll";

    /// <summary>The assembly that holds the client: the program's own, unless it stands apart or is ready made.</summary>
    public string ClientAssembly =>
        Name == Contestants.Ready ? "Intercom.Client.dll" : Library is null ? Assembly : Named(LibraryFolder) + ".dll";

    public string Output => Path.Combine(Folder, "bin", "Release", "net10.0");

    public string ProgramFile => Path.Combine(Folder, "Program.cs");

    private string LibraryFolder => Folder + "Library";

    /// <summary>Writes the project, and restores it.</summary>
    public void Create()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(ProgramFile, Program);
        if (Library is not null)
            WriteProject(LibraryFolder, "Library", Library);
        var client = Library is null ? "" : $"""  <ItemGroup><ProjectReference Include="{ProjectIn(LibraryFolder)}" /></ItemGroup>""";
        WriteProject(Folder, "Exe", $"{Items}\n{client}");
    }

    /// <summary>Puts the program in place that makes the calls.</summary>
    public void TakeCalls()
    {
        File.Delete(ProgramFile);
        WriteProject(Folder, "Exe", $"""
            {Items}
              <ItemGroup><Compile Include="{Programs}/Shared/*.cs;{Programs}/{Client}/*.cs" /></ItemGroup>
            """);
    }

    private static string Named(string folder) => Path.GetFileName(folder);

    private static string ProjectIn(string folder) => Path.Combine(folder, Named(folder) + ".csproj");

    private static void WriteProject(string folder, string outputType, string items)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(ProjectIn(folder), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>{outputType}</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <GenerateDocumentationFile>true</GenerateDocumentationFile>
                <InvariantGlobalization>true</InvariantGlobalization>
              </PropertyGroup>
            {items}
            </Project>
            """);
        Command.Run(folder, "dotnet", "restore");
    }
}
