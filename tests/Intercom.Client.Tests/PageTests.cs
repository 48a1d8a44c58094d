using System.Text.RegularExpressions;
using System.Xml.Linq;
using Intercom.Docs.Tests;
using Xunit.Abstractions;

namespace Intercom.Client.Tests;

/// <summary>What the README and the pages beside the code show compiles as it stands there, and leads where it says.</summary>
public sealed partial class PageTests(ITestOutputHelper output)
{
    // What a web project has in scope, and the usings that the first snippet shows.
    private const string Usings = """
        using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Net.Http; using System.Threading; using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Http; using Microsoft.Extensions.Configuration; using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Logging;
        using Intercom; using Intercom.AspNetCore; using Intercom.Json; using Intercom.Models; using Intercom.Testing; using Intercom.Webhooks;

        """;

    // What these show stands on packages that this project does not reference; the packages' own tests compile it.
    private static readonly string[] Elsewhere = ["runtime/docs/ai.md", "runtime/docs/inbox.md"];

    public static TheoryData<string> Pages =>
        [.. Page.All.Where(static page => page.Snippets("csharp").Any()).Select(static page => page.Name).Except(Elsewhere)];

    public static TheoryData<string> AllPages => [.. Page.All.Select(static page => page.Name)];

    // What a snippet takes for granted. A field may be hidden by a local variable of the snippet; a parameter may not.
    private static string Around(string snippet) => $$"""
        internal sealed class Reader(
            IntercomClient intercom, WebApplicationBuilder builder, WebApplication app, WebhookNotification<ProcedureHitlRequest> notification,
            StartFinConversationRequest question, IServiceCollection services, IntercomWebhookBuilder webhooks, HttpRequest request, ILogger log)
        {
            private IntercomClient intercom = intercom;
            private string? savedCursor;
            private readonly string token = "", secret = "";
            private readonly byte[] body = [];
            private readonly DateTimeOffset from = default, to = default;
            private readonly CancellationToken ct = default;

            public async Task Snippet()
            {
                await Task.CompletedTask;
        {{snippet}}
            }

            private static Task SaveAsync(object? item, CancellationToken cancellation) => Task.CompletedTask;

            private static Task LogAsync(string? topic, CancellationToken cancellation) => Task.CompletedTask;
        }
        """;

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_snippet_of_code_compiles(string page)
    {
        var snippets = Page.Of(page).Snippets("csharp").ToList();
        foreach (var (title, code) in snippets)
        {
            var errors = Errors(code).ToList();
            Assert.True(errors.Count == 0, $"'{title}' of {page} does not compile:\n{string.Join('\n', errors)}\n{code}");
        }

        output.WriteLine($"{snippets.Count} snippets: {string.Join(", ", snippets.Select(static snippet => snippet.Title))}");
    }

    [Fact]
    public void The_readme_shows_each_part_of_the_client() => Assert.True(Page.Readme.Snippets("csharp").Count() >= 10);

    [Theory]
    [MemberData(nameof(AllPages))]
    public void Every_link_leads_to_a_page_and_a_heading_that_there_are(string name)
    {
        var page = Page.Of(name);
        foreach (var link in page.Links)
            Assert.True(page.Leads(link), $"{name} links to {link}, which is not there.");
    }

    [Fact]
    public void What_a_package_shows_of_itself_needs_no_file_beside_it()
    {
        var pages = Page.All.Where(static page => page.IsOfPackage).ToList();
        Assert.All(pages, static page => Assert.Empty(page.Links));
        Assert.Contains(pages, static page => page.Name == "generator/README.md");
    }

    [Fact]
    public void Every_page_is_linked_from_the_readme_or_from_a_page_that_is()
    {
        var seen = new HashSet<string>();
        Follow(Page.Readme);
        Assert.Equal(Page.All.Where(static page => !page.IsOfPackage).Select(static page => page.Name).Order(), seen.Order());

        void Follow(Page page)
        {
            if (seen.Add(page.Name))
                foreach (var next in page.Links.Select(page.Linked).OfType<Page>())
                    Follow(next);
        }
    }

    [Fact]
    public void Every_snippet_of_a_project_says_options_that_there_are()
    {
        var table = OptionRow().Matches(Page.Readme.Text)
            .SelectMany(static row => Name().Matches(row.Groups[1].Value))
            .Select(static name => name.Groups[1].Value)
            .ToHashSet();
        var shown = Page.All
            .SelectMany(static page => page.Snippets("xml"))
            .SelectMany(static snippet => XElement.Parse($"<Project>{snippet.Code}</Project>").Descendants("IntercomSpec"))
            .SelectMany(static item => item.Attributes())
            .Select(static option => option.Name.LocalName);
        Assert.Subset(table, shown.ToHashSet());
        Assert.Equal(
            ["Accessibility", "BundledOverlay", "ClientName", "Include", "Namespace", "Operations", "Overlay", "Tags"],
            table.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Two_commands_set_it_up() => Assert.Equal(
        ["dotnet run --project tests/samples/FinChat", "dotnet test Intercom.Generator.sln"],
        Page.Readme.Snippets("").Select(static snippet => snippet.Code.Trim()).Take(2));

    // A using that a snippet shows stands before everything.
    private static IEnumerable<string> Errors(string code)
    {
        var lines = code.Split('\n').ToLookup(static line =>
            line.StartsWith("using ", StringComparison.Ordinal) && !line.Contains('=', StringComparison.Ordinal));
        return DocSnippets.Errors(Usings + string.Join('\n', lines[true]) + "\n" + Around(string.Join('\n', lines[false])));
    }

    [GeneratedRegex("^\\| ((?:`\\w+`(?:, )?)+) \\| .* \\| .* \\|$", RegexOptions.Multiline)]
    private static partial Regex OptionRow();

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex Name();
}
