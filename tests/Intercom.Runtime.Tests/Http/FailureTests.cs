using System.Net.Sockets;
using System.Security.Authentication;
using Xunit;
using static Intercom.Runtime.Tests.Http.Script;

namespace Intercom.Runtime.Tests.Http;

/// <summary>Whatever is thrown while a call is under way reaches the caller as an exception of this library, and only the caller's own cancellation as one.</summary>
public sealed class FailureTests
{
    public static TheoryData<string, bool> Thrown() => new()
    {
        { "socket", true },
        { "authentication", true },
        { "aggregate", true },
        { "io", true },
        { "invalid data", true },
        { "its own cancellation", true },
        { "request", true },
        { "timeout", true },
        { "aggregate of timeouts", true },
        { "the client's timeout", true },
        { "disposed", false },
        { "invalid operation", false },
        { "not supported", false },
        { "format", false },
        { "aggregate of faults", false },
    };

    [Theory]
    [MemberData(nameof(Thrown))]
    public async Task What_a_handler_throws_is_typed_and_repeated_where_it_is_safe_and_may_help(string what, bool isRepeated)
    {
        var server = new Script(Fail(Exception(what)));
        var get = await Record.ExceptionAsync(() => server.Connect().SendAsync(new ApiRequest("GET /me"), null, default));
        Assert.Equal(isRepeated ? 3 : 1, server.Sent.Count);
        var post = await Record.ExceptionAsync(() => server.Connect().SendAsync(new ApiRequest("POST /contacts").RawBody("x"), null, default));
        Assert.Equal(isRepeated ? 4 : 2, server.Sent.Count);
        var expected = what.Contains("timeout", StringComparison.Ordinal) ? typeof(IntercomTimeoutException) : typeof(IntercomConnectionException);
        foreach (var failure in new[] { get, post })
        {
            Assert.IsType(expected, failure);
            Assert.NotNull(failure.InnerException);
            Assert.StartsWith(((IntercomException)failure).Operation, failure.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Thrown))]
    public async Task Whatever_a_handler_makes_of_a_cancellation_it_is_the_callers(string what, bool isRepeated)
    {
        using var stop = new CancellationTokenSource();
        var server = new Script((_, _) =>
        {
            stop.Cancel();
            throw Exception(what);
        });
        var ended = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Connect().SendAsync(new ApiRequest("GET /me"), null, stop.Token));
        Assert.Equal(stop.Token, ended.CancellationToken);
        Assert.True(server.Sent.Count == 1, $"{what} {isRepeated}");
    }

    [Fact]
    public async Task A_client_that_was_disposed_is_not_a_time_that_ran_out()
    {
        var server = new Script(Answer(200, "{}"));
        var http = new HttpClient(server);
        var connection = server.Connect(null, o => o.HttpClient = http);
        http.Dispose();
        var failure = await Assert.ThrowsAsync<IntercomConnectionException>(() => connection.SendAsync(new ApiRequest("GET /me"), null, default));
        Assert.IsType<ObjectDisposedException>(failure.InnerException);
    }

    [Fact]
    public async Task A_client_that_is_disposed_while_a_call_is_under_way_is_not_a_time_that_ran_out()
    {
        HttpClient? http = null;
        var server = new Script(Hang(() => http!.Dispose()));
        http = new HttpClient(server);
        await Assert.ThrowsAsync<IntercomConnectionException>(() => server.Connect(null, o => o.HttpClient = http).SendAsync(new ApiRequest("GET /me"), null, default));
    }

    public static TheoryData<string> Providers() => ["key not found", "its own cancellation", "request", "timeout", "nothing", "a token that no header can hold"];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_provider_that_fails_is_told_from_a_server_that_does(string what)
    {
        var server = new Script(Answer(200, "{}"));
        var connection = server.Connect(null, o => o.Credential = IntercomCredential.FromProvider(_ => what switch
        {
            "nothing" => new ValueTask<string>(""),
            "a token that no header can hold" => new ValueTask<string>("hidden\nx y"),
            _ => throw Exception(what),
        }));
        var failure = await Assert.ThrowsAsync<IntercomCredentialException>(() => connection.SendAsync(new ApiRequest("GET /me"), null, default));
        Assert.Equal("GET /me", failure.Operation);
        Assert.NotNull(failure.InnerException);
        Assert.DoesNotContain("hidden", failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(server.Sent);
    }

    [Fact]
    public async Task A_provider_that_hangs_ends_with_the_time_of_the_call_and_with_the_callers_token()
    {
        var time = new FakeTime();
        var never = new TaskCompletionSource<string>();
        var started = new TaskCompletionSource();
        var connection = new Script(Answer(200, "{}")).Connect(time, o => o.Credential = IntercomCredential.FromProvider(_ =>
        {
            started.TrySetResult();
            return new ValueTask<string>(never.Task);
        }));
        var call = connection.SendAsync(new ApiRequest("GET /me"), null, default);
        await started.Task;
        time.Advance(TimeSpan.FromSeconds(100));
        await Assert.ThrowsAsync<IntercomTimeoutException>(() => call);
        using var stop = new CancellationTokenSource();
        call = connection.SendAsync(new ApiRequest("GET /me"), null, stop.Token);
        await stop.CancelAsync();
        Assert.Equal(stop.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
    }

    [Fact]
    public async Task What_the_user_hands_over_wrongly_is_no_failure_of_the_call()
    {
        var server = new Script(Answer(200, "{}"));
        await Assert.ThrowsAsync<NotSupportedException>(() => server.Connect().SendAsync(new ApiRequest("POST /x").Body(new Unwritable()), null, default));
        Assert.Empty(server.Sent);
    }

    private static Exception Exception(string what) => what switch
    {
        "socket" => new SocketException((int)SocketError.ConnectionReset),
        "authentication" => new AuthenticationException("the certificate"),
        "aggregate" => new AggregateException(new IOException("first"), new IOException("second")),
        "aggregate of timeouts" => new AggregateException(new TimeoutException()),
        "aggregate of faults" => new AggregateException(new InvalidOperationException()),
        "io" => new IOException("broken"),
        "invalid data" => new InvalidDataException("bad header"),
        "its own cancellation" => new TaskCanceledException(),
        "request" => new HttpRequestException("broken"),
        "timeout" => new TimeoutException(),
        "the client's timeout" => new TaskCanceledException("", new TimeoutException()),
        "disposed" => new ObjectDisposedException("HttpClient"),
        "not supported" => new NotSupportedException(),
        "format" => new FormatException(),
        "key not found" => new KeyNotFoundException("vault"),
        _ => new InvalidOperationException(),
    };

    private sealed class Unwritable : Intercom.Json.IJson<Unwritable>
    {
        public static Unwritable Read(ref Intercom.Json.JsonCursor json) => new();

        public void Write(Intercom.Json.JsonOutput json) => throw new NotSupportedException();
    }
}
