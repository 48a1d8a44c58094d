using System.Net;
using Intercom.AspNetCore;
using Intercom.Runtime.Tests.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Intercom.Runtime.Tests.AspNetCore;

/// <summary>The services that handlers get.</summary>
public sealed class WebhookScopeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TaskCompletionSource<Session> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Session> _sessions = [];

    [Fact]
    public async Task An_event_of_Fin_is_handled_with_the_services_of_a_scope_of_its_own()
    {
        await using var server = await WebhookServer.StartAsync(
            static services =>
                services.AddScoped<Session>().AddIntercomWebhooks(static options => options.FinSecrets.Add(WebhookServer.FinSecret)),
            app => app.MapFinWebhooks<Thing>("/intercom", (e, services, _) =>
            {
                var session = services.GetRequiredService<Session>();
                Assert.Same(session, services.GetRequiredService<Session>());
                Assert.False(session.IsOver.Task.IsCompleted);
                _sessions.Add(session);
                return Task.CompletedTask;
            }));
        Assert.Equal(HttpStatusCode.OK, await server.FinAsync(Replied(1)));
        Assert.Equal(HttpStatusCode.OK, await server.FinAsync(Replied(2)));
        Assert.Equal(2, _sessions.Distinct().Count());
        Assert.All(_sessions, static session => Assert.True(session.IsOver.Task.IsCompleted));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_the_answer_the_scope_lives_until_the_handler_is_done(bool isFin)
    {
        await using var server = await WebhookServer.StartAsync(
            static services => services.AddScoped<Session>().AddIntercomWebhooks(static options =>
            {
                options.ClientSecrets.Add(WebhookServer.ClientSecret);
                options.FinSecrets.Add(WebhookServer.FinSecret);
                options.RunHandlers = RunHandlers.AfterAnswer;
            }),
            app =>
            {
                if (isFin)
                    app.MapFinWebhooks<Thing>("/intercom", (_, services, _) => WorkAsync(services));
                else
                    app.MapIntercomWebhooks("/intercom", webhooks => webhooks.On("ping", (_, services, _) => WorkAsync(services)));
            });
        Assert.Equal(HttpStatusCode.OK, await (isFin ? server.FinAsync(Replied(1)) : server.NotifyAsync("""{"topic":"ping"}""")));
        var session = await _started.Task.WaitAsync(Patience);
        Assert.False(session.IsOver.Task.IsCompleted);
        _released.SetResult();
        await session.IsOver.Task.WaitAsync(Patience);
        Assert.True(session.IsWorkDone);
    }

    private static string Replied(int id) => $$"""{"event_name":"fin_replied","message":{"id":"m{{id}}"} }""";

    private async Task WorkAsync(IServiceProvider services)
    {
        var session = services.GetRequiredService<Session>();
        _started.SetResult(session);
        await _released.Task;
        session.IsWorkDone = services.GetRequiredService<Session>() == session && !session.IsOver.Task.IsCompleted;
    }

    /// <summary>A service of a scope, such as a connection to a database.</summary>
    private sealed class Session : IAsyncDisposable
    {
        public TaskCompletionSource IsOver { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsWorkDone { get; set; }

        public ValueTask DisposeAsync()
        {
            IsOver.SetResult();
            return ValueTask.CompletedTask;
        }
    }
}
