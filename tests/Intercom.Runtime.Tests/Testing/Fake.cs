namespace Intercom.Testing.Tests;

/// <summary>The two ways in which a fake is reached; every test of its behaviour runs over both.</summary>
public enum Fake
{
    OverSockets,
    InMemory,
}

internal static class Fakes
{
    public static Task<FakeIntercom> StartAsync(this Fake fake) =>
        fake == Fake.OverSockets ? FakeIntercom.StartAsync() : Task.FromResult(FakeIntercom.InMemory());

    public static IntercomConnection Connect(this FakeIntercom intercom) => new(intercom.Options, "Preview");

    public static async Task<string> CallAsync(this FakeIntercom intercom, string operation, params string[] path) =>
        (await intercom.Connect().SendElementAsync(new ApiRequest(operation, [.. path.Select(static value => (PathValue)value)]), null, CancellationToken.None)).GetRawText();

    public static async Task<HttpResponseMessage> GetAsync(this FakeIntercom intercom, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Authorization", "Bearer any" } } };
        return await intercom.HttpClient.SendAsync(request);
    }
}
