using Intercom.Analyzers;
using Intercom.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Intercom.Generator.Tests;

/// <summary>What is said at compile time of a call whose version lacks its operation: where it is seen, and nowhere else.</summary>
public sealed class OlderVersionTests
{
    private const string Document =
        """
        /brands:
          get: { tags: [ Brands ], operationId: listBrands, responses: { '200': { description: Brands., content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } } } }
        /me:
          get: { tags: [ Admins ], operationId: getMe, responses: { '200': { description: Me., content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } } } }
        """;

    private const string Since =
        """
        overlay: 1.0.0
        actions: [ { target: $, update: { x-intercom-since: [ { version: '2.16', after: '2.14', operations: [ 'GET /brands' ] } ] } } ]
        """;

    [Theory]
    [InlineData("client.Brands.ListAsync(options: new RequestOptions { ApiVersion = \"2.14\" })")]
    [InlineData("client.Brands.ListAsync(new() { Timeout = TimeSpan.Zero, ApiVersion = \"2.11\" })")]
    [InlineData("client.Brands.ListAsync(new() { ApiVersion = Old })")]
    public async Task A_call_that_says_an_older_version_itself_is_warned_of(string call) =>
        Assert.Equal("IC5001", Assert.Single(await SaidAsync(Program("IntercomClient client", call))).Id);

    [Fact]
    public async Task It_is_said_at_the_call_with_both_versions()
    {
        var said = Assert.Single(await SaidAsync(Program("IntercomClient client", "client.Brands.ListAsync(new() { ApiVersion = \"2.14\" })")));
        Assert.Equal("'ListAsync' is there since 2.16, and this call speaks 2.14", said.GetMessage());
        Assert.Equal(DiagnosticSeverity.Warning, said.DefaultSeverity);
        var (text, place) = (said.Location.SourceTree!.ToString(), said.Location.SourceSpan);
        Assert.Equal("client.Brands.ListAsync(new() { ApiVersion = \"2.14\" })", text[place.Start..place.End]);
    }

    [Theory]
    [InlineData("client.Brands.ListAsync(new() { ApiVersion = \"2.15\" })")]
    [InlineData("client.Brands.ListAsync(new() { ApiVersion = \"2.16\" })")]
    [InlineData("client.Brands.ListAsync(new() { ApiVersion = \"Preview\" })")]
    [InlineData("client.Brands.ListAsync(new() { ApiVersion = null })")]
    [InlineData("client.Brands.ListAsync(new() { ApiVersion = Environment.NewLine })")]
    [InlineData("client.Brands.ListAsync(new() { ApiVersion = \"2.14\", Headers = { [\"Intercom-Version\"] = \"2.16\" } })")]
    [InlineData("client.Brands.ListAsync(new RequestOptions())")]
    [InlineData("client.Brands.ListAsync(default(CancellationToken))")]
    [InlineData("client.Brands.ListAsync(null)")]
    [InlineData("client.Brands.ListAsync()")]
    [InlineData("client.Admins.GetMeAsync(new() { ApiVersion = \"2.14\" })")]
    public async Task One_that_may_have_it_is_not(string call) => Assert.Empty(await SaidAsync(Program("IntercomClient client", call)));

    [Theory]
    [InlineData("new IntercomClientOptions { AccessToken = \"t\", ApiVersion = \"2.14\" }", "")]
    [InlineData("new IntercomClientOptions { ApiVersion = \"2.14\" }", "default(CancellationToken)")]
    [InlineData("new IntercomClientOptions { ApiVersion = \"2.14\" }", "new() { Timeout = TimeSpan.Zero }")]
    [InlineData("new IntercomClientOptions { ApiVersion = \"2.14\" }", "options: null")]
    [InlineData("Environment.NewLine == \"\" ? new IntercomClientOptions { ApiVersion = \"2.14\" } : new() { ApiVersion = \"2.11\" }", "")]
    public async Task Where_every_client_speaks_an_older_version_each_call_is_warned_of(string options, string arguments) =>
        Assert.Equal("IC5001", Assert.Single(await SaidAsync(Program("", $"new IntercomClient({options}).Brands.ListAsync({arguments})"))).Id);

    [Theory]
    [InlineData("new IntercomClientOptions { ApiVersion = \"2.14\" }", "new() { ApiVersion = \"2.16\" }", "")]
    [InlineData("new IntercomClientOptions { ApiVersion = \"2.14\" }", "new() { ApiVersion = Environment.NewLine }", "")]
    [InlineData("new IntercomClientOptions { AccessToken = \"t\" }", "", "")]
    [InlineData("new IntercomClientOptions { ApiVersion = Environment.NewLine }", "", "")]
    [InlineData("new IntercomClientOptions { ApiVersion = \"2.14\" }", "", "new IntercomClient(new IntercomClientOptions { ApiVersion = \"2.16\" })")]
    [InlineData("new IntercomClientOptions { ApiVersion = \"2.14\" }", "", "new IntercomClient(new IntercomClientOptions())")]
    [InlineData("new IntercomClientOptions { ApiVersion = \"2.14\" }", "", "new IntercomClientOptions { ApiVersion = \"2.14\" }.ApiVersion ??= \"2.16\"")]
    [InlineData("new IntercomClientOptions { ApiVersion = \"2.14\" }", "", "Array.Empty<IntercomClient>()")]
    [InlineData("new IntercomClientOptions { ApiVersion = \"2.14\" }", "", "Activator.CreateInstance<IntercomClientOptions>()")]
    public async Task Where_one_may_speak_another_nothing_is(string options, string arguments, string besides) =>
        Assert.Empty(await SaidAsync(Program("", $"new IntercomClient({options}).Brands.ListAsync({arguments})", besides)));

    [Fact]
    public async Task Clients_that_others_bring_may_speak_what_they_will()
    {
        const string Call = "new IntercomClient(new IntercomClientOptions { ApiVersion = \"2.14\" }).Brands.ListAsync()";
        const string Ours = "internal class Ours(IntercomClient client) { public object Client => client; }";
        Assert.Single(await SaidAsync(Program("", Call) + Ours));
        const string Undocumented = "#pragma warning disable CS1591 // A program need not be documented.\n";
        const string Theirs = "public class Theirs(IntercomClient client) { public object Client => client; }";
        Assert.Empty(await SaidAsync(Undocumented + Program("", Call) + Theirs));
    }

    [Fact]
    public void Its_family_has_a_page() => Assert.All(new OlderVersionAnalyzer().SupportedDiagnostics, static rule =>
        Assert.Contains($"### {rule.Id} {rule.Title}\n", Repository.Read("generator", "docs", "diagnostics.md"), StringComparison.Ordinal));

    private static string Program(string parameters, string call, string besides = "") => $$"""
        using System; using System.Threading; using System.Threading.Tasks; using Intercom;
        internal static class Program
        {
            private const string Old = "2.14";
            public static async Task CallAsync({{parameters}})
            {
                _ = Old;
                {{(besides.Length == 0 ? "" : $"_ = {besides};")}}
                await {{call}};
            }
        }

        """;

    private static async Task<IReadOnlyList<Diagnostic>> SaidAsync(string program)
    {
        var input = SpecInput.Paths(Document)
            .Edit(static text => text.Replace("version: '1.0'", "version: Preview", StringComparison.Ordinal))
            .Bundled(Since);
        var compilation = Generation.Of(input, program).Compiles().Compilation;
        var said = await compilation.WithAnalyzers([new OlderVersionAnalyzer()]).GetAllDiagnosticsAsync();
        Assert.DoesNotContain(said, static one => one.Id == "AD0001");
        return [.. said.Where(static one => one.Id.StartsWith("IC5", StringComparison.Ordinal))];
    }
}
