namespace Intercom.Client.Tests.Samples;

public sealed class InboxTests
{
    [Fact]
    public async Task What_died_is_put_back_and_handled_with_its_change_once()
    {
        var run = await SampleRun.OfAsync("Inbox");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var told = run.Output.ReplaceLineEndings("\n").Split("\n\n");
        Assert.Equal(3, told.Length);
        Assert.Equal(3, told[0].Split("answered 200").Length - 1);
        Assert.Contains("Dead  attempts: 3  System.InvalidOperationException: The mail server refuses the address.", told[1], StringComparison.Ordinal);
        Assert.EndsWith("customers: ada@example.com", told[1], StringComparison.Ordinal);
        Assert.EndsWith("customers: ada@example.com, grace@example.com", told[2].TrimEnd(), StringComparison.Ordinal);
    }
}
