using Intercom.Json;

namespace Intercom.Testing;

/// <summary>
/// An Intercom for tests: it answers what it is told to answer, records what it was asked, and plays Fin's event streams.
/// </summary>
/// <example>
/// <code>
/// await using var intercom = await FakeIntercom.StartAsync();
/// intercom.On("GET /contacts/{id}").Returns(200, """{ "type": "contact", "id": "42" }""");
///
/// var client = new IntercomClient(intercom.Options);
/// await client.Contacts.GetAsync("42");
///
/// Assert.Equal("42", intercom.Calls.Single("GET /contacts/{id}").PathValues["id"]);
/// </code>
/// </example>
public sealed class FakeIntercom : IAsyncDisposable
{
    /// <summary>The token of <see cref="Options"/>, for what is configured in another way. The fake takes any other as well.</summary>
    public const string AccessToken = "fake-access-token";

    private readonly FakeRouter _router = new();
    private readonly CancellationTokenSource _stopping = new();
    private LoopbackServer? _server;

    private FakeIntercom()
    {
        Options = new IntercomClientOptions { AccessToken = AccessToken };
        BaseAddress = new Uri("https://intercom.fake/");
        StreamOptions = new FinStreamOptions { ReconnectDelay = TimeSpan.Zero };
        HttpClient = null!;
    }

    /// <summary>The address under which the fake is reached.</summary>
    public Uri BaseAddress { get; private set; }

    /// <summary>Options with which a client calls the fake: its address, a token, and in memory the <see cref="HttpClient"/>.</summary>
    public IntercomClientOptions Options { get; }

    /// <summary>
    /// Options with which Fin's streams are read from the fake, in memory as well: through its <see cref="HttpClient"/>, reconnecting
    /// without a pause.
    /// </summary>
    public FinStreamOptions StreamOptions { get; }

    /// <summary>
    /// A client that reaches the fake, for what is not called through an Intercom client. It follows no redirects and has no timeout.
    /// </summary>
    public HttpClient HttpClient { get; private set; }

    /// <summary>The calls so far, in the order in which they came.</summary>
    public FakeCalls Calls => _router.Calls;

    /// <summary>Starts a fake on a free port of 127.0.0.1.</summary>
    /// <param name="cancellationToken">Ends the start.</param>
    public static Task<FakeIntercom> StartAsync(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<FakeIntercom>(cancellationToken);
        var fake = new FakeIntercom();
        fake._server = new LoopbackServer(fake._router, fake._stopping.Token);
        fake.Reached(fake._server.Start(), new SocketsHttpHandler { AllowAutoRedirect = false });
        return Task.FromResult(fake);
    }

    /// <summary>Makes a fake that is reached without a socket, through the <see cref="HttpClient"/> of its <see cref="Options"/>.</summary>
    public static FakeIntercom InMemory()
    {
        var fake = new FakeIntercom();
        fake.Reached(fake.BaseAddress, new MemoryHandler(fake._router, fake._stopping.Token));
        fake.Options.HttpClient = fake.HttpClient;
        return fake;
    }

    /// <summary>Sets up the answers of an operation. Setting up the same operation again replaces them.</summary>
    /// <param name="operation">The verb and the path; a name in braces stands for one segment: <c>GET /contacts/{id}</c>. Where several
    /// match a call, literal segments win.</param>
    /// <exception cref="ArgumentException"><paramref name="operation"/> is not a verb and a path.</exception>
    public FakeOperation On(string operation) => _router.Add(operation, this);

    /// <summary>
    /// Sets up an answer for each operation of the document that the library brings, Intercom's Preview, that has an example of a
    /// successful JSON response.
    /// </summary>
    /// <returns>How many operations were set up.</returns>
    public int AnswerFromExamples()
    {
        using var text = new StreamReader(typeof(FakeIntercom).Assembly.GetManifestResourceStream("intercom-preview.yaml")!);
        return AnswerFromExamples(text.ReadToEnd());
    }

    /// <summary>Sets up an answer for each operation of an OpenAPI document that has an example of a successful JSON response.</summary>
    /// <param name="document">The document, as YAML or JSON.</param>
    /// <returns>How many operations were set up.</returns>
    /// <exception cref="System.Text.Json.JsonException"><paramref name="document"/> is neither YAML nor JSON; the message says
    /// where.</exception>
    public int AnswerFromExamples(string document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var examples = DocumentExamples.Read(document);
        foreach (var (operation, answer) in examples)
            if (answer is not null)
                On(operation).Returns(answer);
            else
                // One that has no example is not another one, whose path has a name in braces there.
                _router.Name(operation, this);
        return examples.Count(static example => example.Answer is not null);
    }

    /// <summary>
    /// Makes a script of what Fin reports about one conversation, to be read at <see cref="FinStartUrl"/> or <see cref="FinReplyUrl"/>.
    /// </summary>
    /// <param name="conversationId">The conversation.</param>
    public FinScript FinStream(string conversationId) => _router.AddScript(conversationId);

    /// <summary>The address of a stream as starting a conversation gives it: two minutes of what was said before are repeated.</summary>
    /// <param name="script">A script of this fake.</param>
    public Uri FinStartUrl(FinScript script) => new(FinReplyUrl(script).OriginalString + "&rewind=2m");

    /// <summary>The address of a stream as replying in a conversation gives it.</summary>
    /// <param name="script">A script of this fake.</param>
    public Uri FinReplyUrl(FinScript script)
    {
        ArgumentNullException.ThrowIfNull(script);
        return new Uri(BaseAddress, $"event-stream?channels={Uri.EscapeDataString(script.Channel)}&accessToken={script.Token}");
    }

    /// <summary>Stops the fake; streams that are still open end.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        HttpClient.Dispose();
        if (_server is not null)
            await _server.DisposeAsync().ConfigureAwait(false);
        _stopping.Dispose();
    }

    internal DateTimeOffset Now() => Options.TimeProvider.GetUtcNow();

    private void Reached(Uri address, HttpMessageHandler handler)
    {
        BaseAddress = address;
        Options.BaseAddress = address;
        HttpClient = new HttpClient(handler) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
        StreamOptions.HttpClient = HttpClient;
    }
}
