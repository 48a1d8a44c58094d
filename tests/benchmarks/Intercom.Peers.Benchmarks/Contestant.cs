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

    public string Assembly => $"{Path.GetFileName(Folder)}.dll";

    /// <summary>The assembly that holds the client: the program's own, unless it is ready made.</summary>
    public string ClientAssembly => Name == Contestants.Ready ? "Intercom.Client.dll" : Assembly;

    public string Output => Path.Combine(Folder, "bin", "Release", "net10.0");

    public string ProgramFile => Path.Combine(Folder, "Program.cs");

    /// <summary>Writes the project, and restores it.</summary>
    public void Create()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(ProgramFile, Program);
        WriteProject("");
    }

    /// <summary>Puts the program in place that makes the calls.</summary>
    public void TakeCalls()
    {
        File.Delete(ProgramFile);
        WriteProject($"""
              <ItemGroup><Compile Include="{Programs}/Shared/*.cs;{Programs}/{Client}/*.cs" /></ItemGroup>
            """);
    }

    private void WriteProject(string more)
    {
        File.WriteAllText(Path.Combine(Folder, Path.GetFileName(Folder) + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <GenerateDocumentationFile>true</GenerateDocumentationFile>
                <InvariantGlobalization>true</InvariantGlobalization>
              </PropertyGroup>
            {Items}
            {more}
            </Project>
            """);
        Command.Run(Folder, "dotnet", "restore");
    }
}
