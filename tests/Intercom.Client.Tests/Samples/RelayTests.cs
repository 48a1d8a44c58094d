namespace Intercom.Client.Tests.Samples;

public sealed class RelayTests
{
    [Fact]
    public async Task An_answer_is_relayed_as_it_is_written_and_written_anew_where_Fin_thinks_again()
    {
        var run = await SampleRun.OfAsync("Relay");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            [
                "text     Your order",
                "text      is lost.",
                "rewrite  Your order left us",
                "text      on Monday",
                "text     , by rail.",
                "reply    <p>Your order left us on Monday, by rail.</p>",
                "status   complete",
                "end",
                "The browser shows: Your order left us on Monday, by rail.",
            ],
            run.Lines);
    }
}
