using Xunit;
using Xunit.Abstractions;

namespace Intercom.Package.Tests;

/// <summary>A new document is a reviewed change.</summary>
[Collection(nameof(Feed))]
public sealed class ListingTests(Feed feed, ITestOutputHelper output)
{
    private const string Document = """
        openapi: 3.0.1
        info: { title: Small, version: '1' }
        paths:
          /things/{id}:
            get: { operationId: getThing, tags: [Things], responses: { '204': { description: Done } } }
        """;

    [Fact]
    public async Task The_listing_is_written_once_then_held_against_the_api_then_updated()
    {
        var consumer = new Consumer(feed)
            .Project("net10.0", "<IntercomApiListing>true</IntercomApiListing>", """<IntercomSpec Include="document.yaml" Namespace="Acme.Intercom" />""", isLibrary: true)
            .With("document.yaml", Document);
        (await consumer.Builds()).Says("Acme.Intercom.api.txt is written");
        var first = consumer.Text("Acme.Intercom.api.txt");
        Assert.Contains("class Acme.Intercom.ThingsClient\n  Task GetAsync(string thingId)\n", first, StringComparison.Ordinal);
        Assert.Contains("'GET /things/{}': { name: Things.Get", consumer.Text("Acme.Intercom.names.yaml"), StringComparison.Ordinal);
        (await consumer.Builds("--no-restore")).DoesNotSay("is written");

        consumer.With("document.yaml", Document.Replace("getThing", "fetchThing", StringComparison.Ordinal).Replace("/things/{id}", "/things/{id}/parts/{part}", StringComparison.Ordinal));
        (await consumer.Build("--no-restore")).Succeeds()
            .Says("Acme.Intercom.api.txt(1,1): warning IC4001: Acme.Intercom.api.txt is out of date: 0 types came, 0 types went, 1 type changed.")
            .Says("warning IC4002: class Acme.Intercom.ThingsClient: Task GetAsync(string thingId) is");
        Assert.Equal(first, consumer.Text("Acme.Intercom.api.txt"));

        (await consumer.Builds("--no-restore -p:IntercomApiListing=update")).Says("Acme.Intercom.api.txt is written");
        Assert.NotEqual(first, consumer.Text("Acme.Intercom.api.txt"));
        await consumer.Builds("--no-restore");
    }

    [SpecsFact]
    public async Task Going_from_Preview_to_2_14_is_told_type_by_type()
    {
        var consumer = new Consumer(feed)
            .Project("net10.0", "<IntercomApiListing>true</IntercomApiListing>", """<IntercomSpec Include="intercom.yaml" />""", isLibrary: true)
            .With("intercom.yaml", SpecsFactAttribute.Read("preview.yaml"));
        await consumer.Builds();
        consumer.With("intercom.yaml", SpecsFactAttribute.Read("2.14.yaml"));
        var build = (await consumer.Build("--no-restore")).Succeeds().Says("warning IC4001").Says("class Intercom.AudiencesClient is gone");
        foreach (var line in build.Output.Split('\n').Where(static line => line.Contains("IC400", StringComparison.Ordinal)).Distinct().Take(25))
            output.WriteLine(line.Trim());
    }
}
