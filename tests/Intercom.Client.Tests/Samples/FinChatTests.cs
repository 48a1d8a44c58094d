using System.Text.Json;
using System.Text.RegularExpressions;

namespace Intercom.Client.Tests.Samples;

public sealed partial class FinChatTests
{
    private static readonly Task<SampleRun> Demonstrated = SampleRun.OfAsync("FinChat");

    [Fact]
    public async Task Fin_answers_and_a_human_is_asked_on_the_way()
    {
        var run = await Demonstrated;
        Assert.Equal((0, ""), (run.ExitCode, run.Error));

        var said = Space().Replace(run.Output, " ");
        string[] story =
        [
            "You I was charged twice for my May invoice.",
            "Fin I see two payments of $49 on 3 May for the same invoice. A colleague has to approve refunds of this size, so I am asking one right now.",
            "Human? Ada Lovelace paid $49 twice on 3 May. Refund one of the payments?",
            "Pay to (one of: Original card, Account credit)",
            "asked by the webhook procedure.hitl_notification.created, its signature valid",
            "Grace Approved, to the original card.",
            "Fin Good news: your refund of $49 is approved and on its way to your card.",
            "Fin: complete",
        ];
        var places = story.Select(part => said.IndexOf(part, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task What_the_human_answers_reaches_the_procedure()
    {
        var run = await Demonstrated;
        Assert.Contains("/procedures/215470/collect_agent_input", run.Output, StringComparison.Ordinal);
        using var received = JsonDocument.Parse(run.Output[run.Output.IndexOf('{', StringComparison.Ordinal)..]);
        Assert.Equal("step-approve-refund", received.RootElement.GetProperty("step_id").GetString());
        Assert.Equal(
            ["workflow_local_variables.approve = True", "workflow_local_variables.target = card", "workflow_local_variables.note = Sorry, Ada!"],
            received.RootElement.GetProperty("attribute_values").EnumerateArray().Select(static value => $"{value.GetProperty("identifier")} = {value.GetProperty("value")}"));
    }

    [Theory]
    [InlineData("EUR")]
    [InlineData("2")]
    public async Task A_region_that_there_is_not_ends_it_before_anything_is_sent(string region)
    {
        var run = await SampleRun.OfAsync("FinChat", ("INTERCOM_REGION", region));
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Equal($"INTERCOM_REGION is '{region}'. The regions are US, EU and AU. Nothing was sent.", run.Error.Trim());
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
