using Xunit;

namespace Intercom.Package.Tests;

/// <summary>What a project file can say, as MSBuild hands it over.</summary>
[Collection(nameof(Feed))]
public sealed class ProjectTests(Feed feed)
{
    private const string Document =
        """
        openapi: 3.0.1
        info: { title: Small, version: '1.0' }
        paths:
          /orders: { get: { tags: ['A; B #1 | C %', Orders], operationId: getOrder, responses: { '204': { description: Done } } } }
          /others: { get: { tags: ["Company's (x)"], operationId: getOther, responses: { '204': { description: Done } } } }
          /more: { get: { tags: [More], operationId: getMore, responses: { '204': { description: Done } } } }
        """;

    private const string Odd = """Tags="A; B #1 | C %; Company's (x)" Overlay="specs\ours #2.yaml;specs/ours %231%3B a.yaml" """;

    [Fact]
    public async Task Every_character_reaches_the_generator()
    {
        var consumer = Odds("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        await consumer.Builds();
        (await consumer.Runs()).Says("CompanySX, Orders").Says("Second, then third.");
    }

    [Fact]
    public async Task Emitted_files_can_be_written_into_the_folder_of_the_project()
    {
        var consumer = Odds("<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles><CompilerGeneratedFilesOutputPath>Generated</CompilerGeneratedFilesOutputPath>");
        await consumer.Builds();
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(consumer.Folder, "Generated"), "OrdersClient.g.cs", SearchOption.AllDirectories));
        await consumer.With("New.cs", "internal class New;").Builds();
    }

    [Fact]
    public async Task Documents_and_overlays_are_watched()
    {
        var consumer = Odds("");
        await consumer.Build();
        (await DotNet.Run(consumer.Folder, "watch --list")).Succeeds().Says("specs/d.yaml").Says("specs/ours #2.yaml").Says("specs/ours #1; a.yaml");
    }

    private Consumer Odds(string properties, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var consumer = new Consumer(feed, test: test).Project("net10.0", properties, $"<IntercomSpec Include=\"specs/d.yaml\" {Odd}/>");
        Directory.CreateDirectory(Path.Combine(consumer.Folder, "specs"));
        return consumer.With("specs/d.yaml", Document)
            .With("specs/ours #1; a.yaml", Overlay("Second, then third."))
            .With("specs/ours #2.yaml", Overlay("First."))
            .With("Program.cs",
                """
                using Intercom;

                Console.WriteLine(string.Join(", ", typeof(IntercomClient).GetProperties().Select(p => p.Name).Where(name => name is not ("Connection" or "ApiVersion")).Order()));
                Console.WriteLine(IntercomClient.ApiVersion);
                """);
    }

    private static string Overlay(string text) =>
        $"overlay: 1.0.0\ninfo: {{ title: Ours, version: '1' }}\nactions: [ {{ target: $.info, update: {{ version: '{text}' }} }} ]\n";
}
