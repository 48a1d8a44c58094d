namespace Intercom.Client.Tests.Samples;

public sealed class SyncTests
{
    [Fact]
    public async Task A_copy_that_was_stopped_goes_on_and_has_each_contact_once()
    {
        var run = await SampleRun.OfAsync("Sync");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            [
                "Starts at the first page.",
                "Saved a page: 2 new, 0 known.",
                "Saved a page: 2 new, 0 known.",
                "Stopped.",
                "Goes on at starting_after:page-3.",
                "Saved a page: 1 new, 1 known.",
                "Saved a page: 1 new, 0 known.",
                "6 contacts: Ada Lovelace, Alan Turing, Barbara Liskov, Edsger Dijkstra, Grace Hopper, Katherine Johnson.",
                "Pages that Intercom was asked for: page-1, page-2, page-3, page-4.",
            ],
            run.Lines);
    }

    [Fact]
    public async Task A_region_that_there_is_not_ends_it_before_anything_is_sent()
    {
        var run = await SampleRun.OfAsync("Sync", ("INTERCOM_REGION", "EUR"));
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Equal("INTERCOM_REGION is 'EUR'. The regions are US, EU and AU. Nothing was sent.", run.Error.Trim());
    }
}
