using Xunit;

namespace Intercom.Generator.Tests;

/// <summary>What a diagnostic links to, by the address of the repository that the package was packed from.</summary>
public sealed class HelpLinkTests
{
    private const string Page = "https://example.com/team/intercom/blob/HEAD/generator/docs/diagnostics.md";

    [Theory]
    [InlineData("https://example.com/team/intercom", Page)]
    [InlineData("https://example.com/team/intercom/", Page)]
    [InlineData("https://example.com/team/intercom.git", Page)]
    [InlineData("https://builder:credential@example.com/team/intercom.git", null)]
    [InlineData("http://example.com/team/intercom", null)]
    [InlineData("git@example.com:team/intercom.git", null)]
    [InlineData("file:///home/team/intercom", null)]
    [InlineData("/home/team/intercom", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Only_a_repository_that_anybody_can_open_is_linked_to(string? repository, string? page) =>
        Assert.Equal(page, HelpLink.PageOf(repository));
}
