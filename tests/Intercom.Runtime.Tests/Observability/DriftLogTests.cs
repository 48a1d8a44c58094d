using Intercom.Json;
using Xunit;

namespace Intercom.Runtime.Tests.Observability;

public class DriftLogTests
{
    [Fact]
    public void A_place_is_kept_once_with_how_often_it_was_seen()
    {
        var log = new DriftLog();
        log.Add(new JsonDeviation("GET /contacts", "$.data[0].avatar", "object", "string"));
        log.Add(new JsonDeviation("GET /contacts", "$.data[17].avatar", "object", "string"));
        log.Add(new JsonDeviation("GET /contacts", "$.data[2].avatar", "object", "number"));
        Assert.Equal(
            [
                new Drift("GET /contacts", "$.data[*].avatar", JsonDeviationKind.Value, "object", "number", 1),
                new Drift("GET /contacts", "$.data[*].avatar", JsonDeviationKind.Value, "object", "string", 2),
            ],
            log.Drifts);
        Assert.Equal(
            """
            operation      path              expected  found   how often
            GET /contacts  $.data[*].avatar  object    number  1
            GET /contacts  $.data[*].avatar  object    string  2

            """,
            log.ToString(),
            ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData("$.custom['mira@example.com']", "$.custom.*")]
    [InlineData("$.custom[\"a.b[0]\"].x", "$.custom.*.x")]
    [InlineData("$.mira@example", "$.*")]
    [InlineData("$[3].id", "$[*].id")]
    [InlineData("$", "$")]
    [InlineData("", "$")]
    [InlineData("$[", "$[*]")]
    [InlineData("$.a['", "$.a.*")]
    public void What_could_be_somebodys_is_not_repeated(string path, string kept)
    {
        var log = new DriftLog();
        log.Add(new JsonDeviation("GET /x", path, "string", "object"));
        Assert.Equal(kept, Assert.Single(log.Drifts).Path);
        Assert.DoesNotContain("mira", log.ToString() + log.ToOverlay(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_bounded()
    {
        var log = new DriftLog(capacity: 2);
        for (var i = 0; i < 10; i++)
            log.Add(new JsonDeviation("GET /x", $"$.a{i}", "string", "object"));
        log.Add(new JsonDeviation("GET /x", "$.a0", "string", "object"));
        log.Add(new JsonDeviation("GET /y", "$" + string.Concat(Enumerable.Repeat(".abcdefgh", 100)), "string", "object"));
        Assert.Equal([2L, 1L], log.Drifts.Select(static drift => drift.Count));
        Assert.Equal(9, log.Dropped);
        Assert.EndsWith("and 9 more, for which there was no room", log.ToString().TrimEnd(), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(static () => new DriftLog(0));
    }

    [Fact]
    public void It_is_filled_by_several_threads()
    {
        var log = new DriftLog();
        Parallel.For(0, 1000, i => log.Add(new JsonDeviation("GET /x", $"$.data[{i}].id", "string", "object")));
        Assert.Equal(1000, Assert.Single(log.Drifts).Count);
    }

    [Fact]
    public void What_was_seen_becomes_actions_of_an_overlay()
    {
        var log = new DriftLog();
        log.Add(new JsonDeviation("GET /contacts", "$.data[0].avatar", "object", "string"));
        log.Add(new JsonDeviation("GET /contacts/{id}", "$.score", "no property", "number") { Kind = JsonDeviationKind.UndeclaredProperty });
        log.Add(new JsonDeviation("GET /contacts/{id}", "$.seen", "unix time", "string"));
        log.Add(new JsonDeviation("fin_replied", "$.mood", "no property", "boolean") { Kind = JsonDeviationKind.UndeclaredProperty });
        log.Add(new JsonDeviation("ticket.closed", "$.mood", "no property", "object") { Kind = JsonDeviationKind.UndeclaredProperty });
        log.Add(new JsonDeviation("ticket.closed", "$.other", "Ticket", "object") { Kind = JsonDeviationKind.UnknownType });
        log.Add(new JsonDeviation("GET /tags", "$", "object", "array"));
        log.Add(new JsonDeviation("GET /x", "$.map['k'].y", "object", "array"));
        Assert.Equal(
            """
            overlay: 1.0.0
            info: { title: What the server sends and the document does not say, version: 1.0.0 }
            actions:
              - target: $.paths['/contacts'].get.responses['200'].content['application/json'].schema.properties.data.items.properties.avatar
                description: It came as string once where it is declared as object.
                remove: true
              - target: $.paths['/contacts'].get.responses['200'].content['application/json'].schema.properties.data.items.properties
                description: It came as string once where it is declared as object.
                update: { avatar: { type: string } }
              - target: $.paths['/contacts/{id}'].get.responses['200'].content['application/json'].schema.properties
                description: It came as number once.
                update: { score: { type: number } }
              - target: $.paths['/contacts/{id}'].get.responses['200'].content['application/json'].schema.properties.seen
                description: It came as string once where it is declared as unix time.
                remove: true
              - target: $.paths['/contacts/{id}'].get.responses['200'].content['application/json'].schema.properties
                description: It came as string once where it is declared as unix time.
                update: { seen: { oneOf: [ { type: integer, format: date-time }, { type: string, format: date-time } ] } }
              # GET /tags $: array once where it is declared as object
              # GET /x $.map.*.y: array once where it is declared as object
              - target: $.webhooks['fin_replied'].post.requestBody.content['application/json'].schema.properties
                description: It came as boolean once.
                update: { mood: { type: boolean } }
              - target: $.webhooks['ticket.closed'].post.requestBody.content['application/json'].schema.properties.data.properties.item.properties
                description: It came as object once.
                update: { mood: { type: object, additionalProperties: {} } }
              # ticket.closed $.other: object once where it is declared as Ticket

            """,
            log.ToOverlay(),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Two_kinds_at_one_place_are_both_allowed()
    {
        var log = new DriftLog();
        log.Add(new JsonDeviation("GET /x", "$.a", "boolean", "array"));
        log.Add(new JsonDeviation("GET /x", "$.a", "boolean", "string"));
        Assert.Contains("update: { a: { oneOf: [ { type: array, items: {} }, { type: string } ] } }", log.ToOverlay(), StringComparison.Ordinal);
        Assert.EndsWith("actions: []\n", new DriftLog().ToOverlay(), StringComparison.Ordinal);
    }
}
