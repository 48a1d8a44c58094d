using Intercom.Tests;
using Xunit;

namespace Intercom.Reference.Tests;

/// <summary>A test over the site that was made, and maybe in a browser; skipped where one of them is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SiteFactAttribute : FactAttribute
{
    private bool _needsBrowser;

    public SiteFactAttribute() => Skip = IsMade ? null : "The site is not made: dotnet run --project tests/Intercom.Reference makes it.";

    /// <summary>Where the site lies.</summary>
    public static string Site => Path.Combine(Repository.Root, "artifacts", "site");

    /// <summary>Whether the test opens pages in a browser.</summary>
    public bool NeedsBrowser
    {
        get => _needsBrowser;
        set
        {
            _needsBrowser = value;
            Skip ??= value ? Chromium.Reason : null;
        }
    }

    private static bool IsMade => File.Exists(Path.Combine(Site, "index.html"));
}
