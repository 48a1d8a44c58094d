namespace Intercom.Package.Tests;

/// <summary>A copy of the sources in a repository of its own that has a public address, as the packages are made from.</summary>
internal static class PublicCopy
{
    public const string Address = "https://github.com/example/intercom-dotnet";

    // What a machine that builds may have in its address, and no package may tell.
    private const string Remote = "https://builder:credential@github.com/example/intercom-dotnet.git";

    /// <summary>Copies what the repository knows, with what was changed and not committed yet, and gives its revision.</summary>
    public static async Task<string> MakeAsync(string folder)
    {
        var files = (await DotNet.Start(Repository.Root, "git", "ls-files --cached --others --exclude-standard -z")).Succeeds().Output;
        foreach (var file in files.Split('\0').Where(static file => File.Exists(Path.Combine(Repository.Root, file))))
        {
            var copy = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(Repository.Root, file), copy);
        }
        await Git(folder, "init --quiet");
        await Git(folder, $"remote add origin {Remote}");
        await Git(folder, "add --all");
        await Git(folder, "-c user.name=test -c user.email=test@example.com commit --quiet --message copy");
        return (await Git(folder, "rev-parse HEAD")).Trim();
    }

    private static async Task<string> Git(string folder, string arguments) =>
        (await DotNet.Start(folder, "git", arguments)).Succeeds().Output;
}
