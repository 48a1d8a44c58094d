using System.Text.RegularExpressions;

namespace Intercom.Client.Tests.Samples;

public sealed class WebhooksTests
{
    private static readonly Task<SampleRun> Demonstrated = SampleRun.OfAsync("Webhooks");

    [Fact]
    public async Task Webhooks_are_handled_once_and_only_if_they_are_signed()
    {
        var run = await Demonstrated;
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            [
                "posts conversation.user.created to /intercom",
                "Ada Lovelace writes: My order came nine days late.",
                "is answered 200 OK",
                "posts the same once more to /intercom",
                "conversation.user.created (id) was delivered before.",
                "is answered 200 OK",
                "posts a forged one to /intercom",
                "A webhook was refused (X-Hub-Signature: Mismatch).",
                "is answered 401 Unauthorized",
            ],
            Lines(run).Skip(1).Take(9).Select(static line => Regex.Replace(line, @"\(notification:[^)]+\)", "(id)")));
    }

    [Fact]
    public async Task A_procedures_question_is_answered_through_the_client()
    {
        var run = await Demonstrated;
        Assert.Contains("The procedure \"Goodwill credit\" asks: Ada's order came nine days late. Give her a credit, and how much?", Lines(run));
        Assert.Contains("Fin writes: You have a credit of $10.00. Sorry for the wait!", Lines(run));
        Assert.Equal(
            "was called: POST /procedures/215471/collect_agent_input "
            + """{"step_id":"step-approve-credit","attribute_values":[{"identifier":"workflow_local_variables.approve","value":true},"""
            + """{"identifier":"workflow_local_variables.amount","value":10.00},{"identifier":"workflow_local_variables.paid_as","value":"credit"}]}""",
            Lines(run).Last());
    }

    [Fact]
    public async Task A_server_without_its_client_secret_does_not_start()
    {
        var run = await SampleRun.OfAsync("Webhooks", ("Intercom__AccessToken", "a-token"), ("Intercom__BaseAddress", "http://127.0.0.1:9"), ("ASPNETCORE_URLS", "http://127.0.0.1:0"));
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("add one to Intercom:Webhooks:ClientSecrets for notifications", run.Error, StringComparison.Ordinal);
    }

    /// <summary>What was said, without who said it.</summary>
    private static IEnumerable<string> Lines(SampleRun run) => run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line[21..].TrimEnd('\r'));
}
