namespace Intercom.Client.Tests.Samples;

public sealed class DriftReportTests
{
    private static readonly Task<SampleRun> Reported = SampleRun.OfAsync("DriftReport");

    [Fact]
    public async Task It_reads_a_workspace_and_tells_where_it_differs_from_the_types()
    {
        var run = await Reported;
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"^A fake Intercom: \d+ reads were answered, \d+ refused, \d+ had nothing to read\.", run.Output);
        Assert.Matches(@"(?m)^operation +path +expected +found +how often\r?$", run.Output);
        Assert.Matches(@"(?m)^GET /teams +\$\.teams\[\*\]\.admin_ids +array +string +2\r?$", run.Output);
        Assert.DoesNotContain("Support", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_prints_corrections_that_an_overlay_can_hold() => Assert.Contains(
        """
          - target: $.paths['/teams'].get.responses['200'].content['application/json'].schema.properties.teams.items.properties
            description: It came as string 2 times where it is declared as array.
            update: { admin_ids: { type: string } }
        """,
        (await Reported).Output.ReplaceLineEndings("\n"),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_region_that_there_is_not_ends_it_before_anything_is_sent()
    {
        var run = await SampleRun.OfAsync("DriftReport", ("INTERCOM_REGION", "EUR"));
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Equal("INTERCOM_REGION is 'EUR'. The regions are US, EU and AU. Nothing was sent.", run.Error.Trim());
    }
}
