using Intercom;
using Intercom.Testing;

namespace Sync;

/// <summary>Stops a copy after its second page, as Ctrl+C would, and runs it again. Meanwhile a contact has moved in the list.</summary>
internal static class Demonstration
{
    private const string First = "page-1";

    private static readonly Dictionary<string, (string Contacts, string? Next)> Pages = new()
    {
        [First] = ("""{ "id": "1", "name": "Ada Byron" }, { "id": "2", "name": "Grace Hopper" }""", "page-2"),
        ["page-2"] = ("""{ "id": "3", "name": "Edsger Dijkstra" }, { "id": "4", "name": "Barbara Liskov" }""", "page-3"),
        ["page-3"] = ("""{ "id": "1", "name": "Ada Lovelace" }, { "id": "5", "name": "Alan Turing" }""", "page-4"),
        ["page-4"] = ("""{ "id": "6", "name": "Katherine Johnson" }""", null),
    };

    /// <summary>Plays it, and gives the program's exit code.</summary>
    public static async Task<int> PlayAsync()
    {
        await using var fake = await FakeIntercom.StartAsync();
        fake.On("GET /contacts").Returns(static call => Answer(Pages[call.Query.GetValueOrDefault("starting_after", First)]));
        var file = Path.GetTempFileName();
        try
        {
            return await CopyTwiceAsync(fake, file) ? 0 : 1;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<bool> CopyTwiceAsync(FakeIntercom fake, string file)
    {
        using var stop = new CancellationTokenSource();
        try
        {
            await new ContactCopy(new IntercomClient(fake.Options), file).RunAsync(TellTwoPages, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Console.WriteLine("Stopped.\n");
        }

        var again = new ContactCopy(new IntercomClient(fake.Options), file);
        await again.RunAsync(Console.WriteLine, CancellationToken.None);

        var rows = await again.ReadAsync();
        var asked = fake.Calls.Select(static call => call.Query.GetValueOrDefault("starting_after", First)).ToList();
        Console.WriteLine($"\n{rows.Count} contacts: {string.Join(", ", rows.Select(static row => row.Name))}.");
        Console.WriteLine($"Pages that Intercom was asked for: {string.Join(", ", asked)}.");
        return rows.Count == 6 && asked.SequenceEqual(Pages.Keys);

        void TellTwoPages(string text)
        {
            Console.WriteLine(text);
            if (fake.Calls.Count == 2)
                stop.Cancel();
        }
    }

    private static FakeAnswer Answer((string Contacts, string? Next) page)
    {
        var next = page.Next is null ? "null" : $$"""{ "starting_after": "{{page.Next}}" }""";
        return FakeAnswer.Json($$"""{ "type": "list", "data": [{{page.Contacts}}], "pages": { "next": {{next}} } }""");
    }
}
