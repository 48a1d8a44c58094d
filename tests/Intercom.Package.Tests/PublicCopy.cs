using Xunit;

namespace Intercom.Package.Tests;

/// <summary>A copy of the sources in a repository of its own that has a public address, as the packages are made from.</summary>
internal static class PublicCopy
{
    public const string Address = "https://github.com/example/intercom-dotnet";

    /// <summary>What a machine that builds may have in its address, and no package may tell.</summary>
    public const string Credential = "builder:credential";

    /// <summary>Why there can be none here; null where there can.</summary>
    public static string? Reason { get; } =
        !Path.Exists(Path.Combine(Repository.Root, ".git")) ? "These sources are no checkout of a repository."
        : !HasGit ? "There is no git."
        : null;

    private static bool HasGit => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(static folder => File.Exists(Path.Combine(folder, "git")) || File.Exists(Path.Combine(folder, "git.exe")));

    /// <summary>Copies what the repository knows, with what was changed and not committed yet, and gives its revision.</summary>
    public static async Task<string> MakeAsync(string folder)
    {
        var files = await Git(Repository.Root, "ls-files --cached --others --exclude-standard -z");
        foreach (var file in files.Split('\0').Where(static file => File.Exists(Path.Combine(Repository.Root, file))))
        {
            var copy = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(Repository.Root, file), copy);
        }

        await Git(folder, "init --quiet --template=");
        await SetRemote(folder, Address.Replace("//", $"//{Credential}@", StringComparison.Ordinal) + ".git");
        await Git(folder, "add --all");
        await Git(folder, "-c user.name=test -c user.email=test@example.com commit --quiet --message copy");
        return (await Git(folder, "rev-parse HEAD")).Trim();
    }

    /// <summary>Gives a copy another address, or none.</summary>
    public static Task SetRemote(string folder, string? address) =>
        Git(folder, address is null ? "config --remove-section remote.origin" : $"config remote.origin.url {address}");

    // What the user has told git to do with every commit is meant for others than this one.
    private static async Task<string> Git(string folder, string arguments) => (await DotNet.Start(folder, "git", arguments, environment =>
    {
        foreach (var name in environment.Keys.Where(static name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToList())
            environment.Remove(name);
        if (folder == Repository.Root)
            return;
        environment["GIT_CONFIG_GLOBAL"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";
        environment["GIT_CONFIG_NOSYSTEM"] = "1";
    })).Succeeds().Output;
}

/// <summary>A test of packages that were made from a repository with an address.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PublicFactAttribute : FactAttribute
{
    public PublicFactAttribute() => Skip = PublicCopy.Reason;
}
