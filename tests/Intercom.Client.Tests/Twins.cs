using System.Reflection;
using Xunit.Abstractions;

namespace Intercom.Client.Tests;

/// <summary>The methods that do what others do and more: stream the events that follow, or give the job. What a call does differently holds for all that they send.</summary>
public sealed class Twins(ITestOutputHelper output) : IDisposable
{
    private const string Answer = """{"id":"j1","job_identifier":"j1"}""";

    private readonly RecordingHandler _handler = new(Answer);
    private readonly List<string> _shown = [];

    private RequestOptions Different => new() { ApiVersion = "2.99", Headers = { ["X-Own"] = "1" }, Query = { ["extra"] = "e" }, OnResponse = response => _shown.Add(response.Operation) };

    private static IEnumerable<MethodInfo> Named(string ending) => ClientSurface.Ours.ResourceTypes
        .SelectMany(static client => client.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => method.Name.EndsWith(ending, StringComparison.Ordinal));

    public void Dispose() => _handler.Dispose();

    [Fact]
    public async Task A_streaming_method_asks_with_the_options()
    {
        var methods = Named("StreamingAsync").ToList();
        foreach (var method in methods)
        {
            var events = (IAsyncEnumerable<FinStreamEvent<Models.FinEvent>>)method.Invoke(Client(method), ArgumentsOf(method))!;
            // The answer names no address of a stream, which ends it after the call.
            await Assert.ThrowsAsync<FinStreamException>(async () => await events.GetAsyncEnumerator().MoveNextAsync());
        }

        Assert.Equal(methods.Count, _handler.Sent.Count);
        AssertDifferent();
        output.WriteLine($"{methods.Count} methods: {string.Join(", ", _shown)}");
    }

    [Fact]
    public async Task A_job_is_started_asked_for_and_downloaded_with_the_options()
    {
        var methods = Named("JobAsync").Where(static method => method.ReturnType is { IsGenericType: true } returned && returned.GetGenericArguments()[0].Name.StartsWith("IntercomJob`", StringComparison.Ordinal)).ToList();
        foreach (var method in methods)
        {
            dynamic job = await (dynamic)method.Invoke(Client(method), ArgumentsOf(method))!;
            await job.GetAsync();
            try
            {
                using IntercomDownload file = await job.DownloadAsync();
            }
            catch (InvalidOperationException)
            {
                // A job that changes things makes no file.
            }
        }

        Assert.True(_handler.Sent.Count >= 2 * methods.Count);
        AssertDifferent();
        output.WriteLine($"{methods.Count} methods: {string.Join(", ", _shown)}");
    }

    private object Client(MethodInfo method) => Activator.CreateInstance(method.DeclaringType!, new IntercomConnection(_handler.Options(), "Preview"))!;

    private object?[] ArgumentsOf(MethodInfo method) =>
        [.. method.GetParameters().Zip(Arguments.For(method, Different), static (parameter, value) => parameter.ParameterType == typeof(FinStreamOptions) ? null : value)];

    private void AssertDifferent()
    {
        Assert.NotEmpty(_handler.Sent);
        Assert.Equal(_handler.Sent.Count, _shown.Count);
        Assert.All(_handler.Sent, static sent => Assert.Equal(
            ("2.99", "1", "e"),
            (Assert.Single(sent.Headers.GetValues("Intercom-Version")), Assert.Single(sent.Headers.GetValues("X-Own")), sent.Query["extra"])));
    }
}
