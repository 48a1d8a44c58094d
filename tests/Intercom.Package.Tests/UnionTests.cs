using System.Runtime.CompilerServices;
using Xunit;

namespace Intercom.Package.Tests;

/// <summary>Emitted unions, as a compiler sees them that knows what a union is.</summary>
[Collection(nameof(Feed))]
public sealed class UnionTests(Feed feed)
{
    private const string Compiler =
        """<PackageReference Include="Microsoft.Net.Compilers.Toolset" Version="5.9.0" PrivateAssets="all" />""";
    private const string Part = """<IntercomSpec Include="Preview" Tags="Fin Agent" />""";

    [Fact]
    public async Task A_switch_over_all_cases_needs_no_default_arm()
    {
        var consumer = Switching("FinCsatRequested => \"a question\",");
        await consumer.Builds();
        (await consumer.Runs()).Says("a chunk").Says("new: [1]");
    }

    [Fact]
    public async Task A_switch_that_leaves_a_case_out_is_seen() =>
        (await Switching("").Build()).Fails().Says("error CS8509").Says("FinCsatRequested");

    // The compiler that stays in memory for the other projects is another one.
    private Consumer Switching(string last, [CallerMemberName] string test = "") => new Consumer(feed, test: test)
        .Project(
            "net10.0",
            "<LangVersion>preview</LangVersion><TreatWarningsAsErrors>true</TreatWarningsAsErrors>"
                + "<UseSharedCompilation>false</UseSharedCompilation>",
            Compiler + Part)
        .With("Program.cs",
            $$"""
            using System.Text.Json;
            using Intercom.Models;

            Console.WriteLine(Say(new FinReplyChunk()));
            Console.WriteLine(Say(JsonSerializer.Deserialize<FinEvent>("[1]")));

            static string Say(FinEvent happened) => happened switch
            {
                FinReplyChunk => "a chunk",
                FinReplied => "a reply",
                FinStatusUpdated => "a status",
                JsonElement other => $"new: {other}",
                {{last}}
            };
            """);
}
