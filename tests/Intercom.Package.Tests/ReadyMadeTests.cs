using Xunit;
using Xunit.Abstractions;

namespace Intercom.Package.Tests;

/// <summary>Fresh projects that use the client that is ready made.</summary>
[Collection(nameof(Feed))]
public sealed class ReadyMadeTests(Feed feed, ITestOutputHelper output)
{
    internal static readonly string Client = Package("Intercom.Client");

    [Theory]
    [InlineData("net8.0", "Intercom.Client", "Preview")]
    [InlineData("net10.0", "Intercom.Client", "Preview")]
    [InlineData("net10.0", "Intercom.Client.Stable", "2.16")]
    public async Task A_program_for_the_generator_runs_unchanged(string framework, string package, string version)
    {
        var consumer = new Consumer(feed, $"{version}{framework}".Replace(".", "", StringComparison.Ordinal))
            .Project(framework, package: Package(package))
            .With("Program.cs", Consumer.Program.Replace(
                "\ninternal sealed class Canned",
                "\nConsole.WriteLine($\"Speaks {IntercomClient.ApiVersion}\");\n\ninternal sealed class Canned",
                StringComparison.Ordinal));
        var build = await consumer.Builds();
        (await consumer.Runs()).Says(Consumer.Sent).Says(Consumer.Received).Says($"Speaks {version}");
        output.WriteLine($"{package}, {framework}: built in {build.Time.TotalSeconds:0.0} s");
    }

    [Fact]
    public async Task A_call_that_an_older_version_does_not_know_is_a_warning_at_its_line()
    {
        var consumer = new Consumer(feed).Project("net10.0", package: Client).With("Program.cs", """
            using Intercom;

            var intercom = new IntercomClient(new IntercomClientOptions { AccessToken = "token", ApiVersion = "2.11" });
            await intercom.Contacts.GetAsync("42");
            await intercom.Brands.GetAsync("42");
            """);
        var build = (await consumer.Build()).Succeeds().Says("Program.cs(5,").Says("warning IC5001").DoesNotSay("Program.cs(4,");
        output.WriteLine(build.Output.Split('\n').First(static line => line.Contains("IC5001", StringComparison.Ordinal)).Trim());
    }

    [Fact]
    public async Task An_fsharp_program_calls_lists_and_reads_the_events_of_fin()
    {
        var consumer = new Consumer(feed)
            .Project(
                "net10.0",
                package: Client + Package("Intercom.Testing"),
                properties: "<Nullable>disable</Nullable>",
                items: """<Compile Include="Program.fs" />""",
                extension: "fsproj")
            .With("Program.fs", """
                open Intercom
                open Intercom.Models
                open Intercom.Testing

                let run () = task {
                    use fake = FakeIntercom.InMemory()
                    fake.On("GET /contacts/{contact_id}").Returns(200, "{ \"type\": \"contact\", \"id\": \"42\", \"name\": \"Ada\" }") |> ignore
                    fake.On("GET /contacts").Returns(200, "{ \"type\": \"list\", \"data\": [ { \"id\": \"1\" }, { \"id\": \"2\" } ] }") |> ignore
                    fake.On("POST /fin/start").Streams(fake.FinStream("c1").Chunks("Hello").Status("awaiting_user_reply")) |> ignore
                    let intercom = IntercomClient(fake.Options)

                    let! ada = intercom.Contacts.GetAsync("42")
                    printfn "called %s" ada.Name

                    let contacts = intercom.Contacts.ListAsync().GetAsyncEnumerator()
                    while! contacts.MoveNextAsync() do
                        printfn "listed %s" contacts.Current.Id

                    let question =
                        StartFinConversationRequest(
                            ConversationId = "c1",
                            Message = FinAgentMessage(Author = FinMessageAuthor.User, Body = "Hi"),
                            User = FinAgentUser(Id = "42"))
                    let events = intercom.FinAgent.StartStreamingAsync(question, fake.StreamOptions).GetAsyncEnumerator()
                    while! events.MoveNextAsync() do
                        printfn "told %s" (events.Current.Event.Value.GetType().Name)
                }

                run().GetAwaiter().GetResult()
                """);
        await consumer.Builds();
        Says(await consumer.Runs());
    }

    [Fact]
    public async Task A_visual_basic_program_calls_lists_and_reads_the_events_of_fin()
    {
        var consumer = new Consumer(feed).Project("net10.0", package: Client + Package("Intercom.Testing"), extension: "vbproj")
            .With("Program.vb", """
                Imports System
                Imports System.Threading.Tasks
                Imports Intercom
                Imports Intercom.Models
                Imports Intercom.Testing

                Module Program
                    Sub Main()
                        Run().GetAwaiter().GetResult()
                    End Sub

                    Async Function Run() As Task
                        Dim fake = FakeIntercom.InMemory()
                        fake.On("GET /contacts/{contact_id}").Returns(200, "{ ""type"": ""contact"", ""id"": ""42"", ""name"": ""Ada"" }")
                        fake.On("GET /contacts").Returns(200, "{ ""type"": ""list"", ""data"": [ { ""id"": ""1"" }, { ""id"": ""2"" } ] }")
                        fake.On("POST /fin/start").Streams(fake.FinStream("c1").Chunks("Hello").Status("awaiting_user_reply"))
                        Dim intercom = New IntercomClient(fake.Options)

                        Dim ada = Await intercom.Contacts.GetAsync("42")
                        Console.WriteLine($"called {ada.Name}")

                        Dim contacts = intercom.Contacts.ListAsync().GetAsyncEnumerator()
                        While Await contacts.MoveNextAsync()
                            Console.WriteLine($"listed {contacts.Current.Id}")
                        End While

                        Dim question = New StartFinConversationRequest With {
                            .ConversationId = "c1",
                            .Message = New FinAgentMessage With {.Author = FinMessageAuthor.User, .Body = "Hi"},
                            .User = New FinAgentUser With {.Id = "42"}}
                        Dim events = intercom.FinAgent.StartStreamingAsync(question, fake.StreamOptions).GetAsyncEnumerator()
                        While Await events.MoveNextAsync()
                            Console.WriteLine($"told {events.Current.Event.Value.GetType().Name}")
                        End While
                    End Function
                End Module
                """);
        await consumer.Builds();
        Says(await consumer.Runs());
    }

    private static void Says(CommandResult run) =>
        run.Says("called Ada").Says("listed 1").Says("listed 2").Says("told FinReplyChunk").Says("told FinStatusUpdated");

    private static string Package(string name) => $"""<PackageReference Include="{name}" Version="{Feed.Version}" />""";
}
