using Intercom.Reference.Site;
using Xunit;

namespace Intercom.Reference.Tests;

/// <summary>What is said of a link that leads nowhere.</summary>
public sealed class SiteLinkTests : IDisposable
{
    private readonly string _site = Directory.CreateTempSubdirectory("site-").FullName;

    public void Dispose() => Directory.Delete(_site, recursive: true);

    [Theory]
    [InlineData("sub/b.html", true)]
    [InlineData("sub/b.html#there", true)]
    [InlineData("#here", true)]
    [InlineData("sub/b.html#nowhere", false)]
    [InlineData("#nowhere", false)]
    [InlineData("b.html", false)]
    [InlineData("sub/c.png", false)]
    [InlineData("https://example.com/nothing", true)]
    public void A_link_leads_to_a_file_and_an_anchor_in_it(string link, bool leads)
    {
        Directory.CreateDirectory(Path.Combine(_site, "sub"));
        File.WriteAllText(Path.Combine(_site, "a.html"), $"""<h1 id="here"></h1><a class="x" href="{link}">a</a>""");
        File.WriteAllText(Path.Combine(_site, "sub", "b.html"), """<h1 id="there"></h1><a href="../a.html#here">b</a>""");
        var (pages, _, broken) = SiteLinks.Follow(_site);
        Assert.Equal(2, pages);
        Assert.Equal(leads ? [] : [$"a.html → {link}"], broken);
    }
}
