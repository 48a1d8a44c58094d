using System.Diagnostics;

namespace Intercom.Tests;

/// <summary>The browser that tests open pages in.</summary>
internal static class Chromium
{
    /// <summary>Why there is none; null where there is.</summary>
    public static string? Reason => Path is null ? "Chromium is not installed; it is Debian's package chromium." : null;

    /// <summary>Where it lies; null where it is not installed.</summary>
    private static string? Path => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .Select(static folder => System.IO.Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists);

    /// <summary>Starts it without a window.</summary>
    public static Process Start(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Path!) { RedirectStandardError = true };
        foreach (var argument in (string[])["--headless=new", "--no-sandbox", "--disable-gpu", .. arguments])
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
