using Intercom.Reference.Site;
using Intercom.Tests;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Reference.Tests;

/// <summary>The site, where it was made: its links lead somewhere, and it works in a browser.</summary>
public sealed class SiteTests(ITestOutputHelper output)
{
    // Types what is looked for into the page, as a reader does, until something is found.
    private const string Search =
        """
        (() => {
          const query = document.getElementById("search-query");
          if (!query || query.disabled) return false;
          if (query.value === "") query.value = "CollectAgentInput";
          query.dispatchEvent(new Event("input", { bubbles: true }));
          return document.querySelectorAll("#search-results .sr-item").length > 0;
        })()
        """;

    private const string Found = """[...document.querySelectorAll("#search-results .sr-item")].map(item => item.textContent).join("\n")""";

    [SiteFact]
    public void Every_link_leads_to_a_page_and_its_anchor()
    {
        var (pages, links, broken) = SiteLinks.Follow(SiteFactAttribute.Site);
        output.WriteLine($"{pages} pages, {links} links");
        Assert.Empty(broken);
        Assert.True(pages > 500 && links > 10_000, $"{pages} pages, {links} links");
    }

    [SiteFact]
    public void Each_operation_has_its_sample_on_the_page_of_its_area()
    {
        foreach (var area in CompiledSamples.Of("Preview").Document.Areas)
        {
            var page = File.ReadAllText(Path.Combine(SiteFactAttribute.Site, "operations", area.Name + ".html"));
            Assert.All(area.Operations, operation => Assert.Contains($"<code>{operation.Id}</code>", page, StringComparison.Ordinal));
            Assert.Equal(area.Operations.Count, page.Split("<code class=\"lang-csharp\">").Length - 1);
        }
    }

    [SiteFact(NeedsBrowser = true)]
    public async Task Search_finds_an_operation()
    {
        using var server = new SiteServer(SiteFactAttribute.Site);
        await using var page = await BrowserPage.OpenAsync();
        await page.GoToAsync(new Uri(server.Address + "index.html"));
        await page.UntilAsync(Search);
        var found = await page.EvaluateAsync(Found);
        output.WriteLine(found);
        Assert.Contains("CollectAgentInput", found, StringComparison.Ordinal);
    }

    [SiteFact(NeedsBrowser = true)]
    public async Task A_page_is_shown_wide_narrow_and_dark()
    {
        using var server = new SiteServer(SiteFactAttribute.Site);
        var shots = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots")).FullName;
        foreach (var (name, options) in new[]
        {
            ("wide", new[] { "--window-size=1280,1400" }),
            ("narrow", ["--window-size=500,1400"]),
            ("dark", ["--window-size=1280,1400", "--blink-settings=preferredColorScheme=0"]),
        })
        {
            var shot = Path.Combine(shots, $"procedures-{name}.png");
            File.Delete(shot);
            var address = server.Address + "operations/Procedures.html";
            await BrowseAsync([$"--screenshot={shot}", "--hide-scrollbars", "--virtual-time-budget=8000", .. options, address]);
            Assert.True(new FileInfo(shot).Length > 20_000, shot);
            output.WriteLine(shot);
        }
    }

    private static async Task BrowseAsync(params string[] arguments)
    {
        using var browser = Chromium.Start(arguments);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var said = browser.StandardError.ReadToEndAsync(patience.Token);
        await browser.WaitForExitAsync(patience.Token);
        Assert.True(browser.ExitCode == 0, await said);
    }
}
