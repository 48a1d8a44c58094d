using Intercom.AspNetCore;
using Intercom.Json;
using Intercom.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Endpoints to which Intercom posts.</summary>
public static class IntercomWebhookEndpoints
{
    /// <summary>Receives notifications, calls about the app itself, and events of Fin where <see cref="IntercomWebhookOptions.FinSecrets"/>
    /// are given.</summary>
    /// <param name="endpoints">The application's routes.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="configure">Says what handles what, and gives the secrets unless the services' <see cref="IntercomWebhookOptions"/> have
    /// them.</param>
    /// <remarks>
    /// Answers 200 to HEAD, to what was handled or has no handler, and to what was handled before; 401 without a valid signature; 400 to a
    /// body of another kind than its signature, or older than <see cref="IntercomWebhookOptions.MaxAge"/>; 413 to one that is too large,
    /// 408 to one that takes
    /// 10 seconds to come in; 500 when a handler fails; 503 when it is too slow or the queue is full.
    /// What is delivered again while it is still being tried waits for that, and is answered as it ends: with 503 where it does not end in
    /// time.
    /// Intercom waits 5 seconds, repeats once after a minute, and drops notifications for 15 minutes after many failures.
    /// The signature is all that Intercom proves itself with: an application that asks everybody to sign in lets it through by
    /// <c>AllowAnonymous()</c>.
    /// </remarks>
    /// <exception cref="InvalidOperationException">There is no secret, or none of a kind that has handlers; or handlers are to run from an
    /// inbox that the services do not have.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option cannot work, or a secret is null.</exception>
    public static IEndpointConventionBuilder MapIntercomWebhooks(
        this IEndpointRouteBuilder endpoints,
        string pattern,
        Action<IntercomWebhookBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(configure);
        var services = endpoints.ServiceProvider;
        var shared = services.GetService<IOptions<IntercomWebhookOptions>>()?.Value ?? new IntercomWebhookOptions();
        var options = shared.Copy();
        var handlers = new WebhookHandlers();
        configure(new IntercomWebhookBuilder(options, handlers));
        options.Check(handlers);

        var log = (services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger("Intercom.Webhooks");
        var secrets = new WebhookSecrets(shared, options, services.GetService<IOptionsMonitor<IntercomWebhookOptions>>(), log);
        var appCalls = new WebhookAppCalls(handlers, options, services.GetRequiredService<IServiceScopeFactory>(), log);
        var answer = options.RunHandlers == RunHandlers.FromInbox
            ? Inbox(services, pattern, options, handlers, log)
            : Memory(services, options, handlers, log);
        RequestDelegate endpoint = new WebhookEndpoint(options, secrets, answer, appCalls, log).HandleAsync;
        return endpoints.MapMethods(pattern, [HttpMethods.Head, HttpMethods.Post], endpoint)
            .WithDisplayName($"Intercom webhooks at {pattern}");
    }

    /// <summary>Receives events of Fin, and the notification that Fin's settings page sends to test the address where
    /// <see cref="IntercomWebhookOptions.ClientSecrets"/> are given.</summary>
    /// <typeparam name="T">The emitted type of an event, with a case for each kind.</typeparam>
    /// <param name="endpoints">The application's routes.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="handler">Handles all events.</param>
    /// <param name="configure">Gives the secrets unless the services' <see cref="IntercomWebhookOptions"/> have them.</param>
    /// <remarks>Answers as <see cref="MapIntercomWebhooks"/> does.</remarks>
    /// <exception cref="InvalidOperationException">There is no secret of Fin.</exception>
    public static IEndpointConventionBuilder MapFinWebhooks<T>(
        this IEndpointRouteBuilder endpoints,
        string pattern,
        Func<T, CancellationToken, Task> handler,
        Action<IntercomWebhookOptions>? configure = null)
        where T : IJson<T>
    {
        ArgumentNullException.ThrowIfNull(handler);
        return endpoints.MapFinWebhooks<T>(pattern, (e, _, token) => handler(e, token), configure);
    }

    /// <inheritdoc
    /// cref="MapFinWebhooks{T}(IEndpointRouteBuilder, string, Func{T, CancellationToken, Task}, Action{IntercomWebhookOptions}?)"/>
    public static IEndpointConventionBuilder MapFinWebhooks<T>(
        this IEndpointRouteBuilder endpoints,
        string pattern,
        Func<T, IServiceProvider, CancellationToken, Task> handler,
        Action<IntercomWebhookOptions>? configure = null)
        where T : IJson<T>
    {
        ArgumentNullException.ThrowIfNull(handler);
        return endpoints.MapIntercomWebhooks(pattern, webhooks =>
        {
            configure?.Invoke(webhooks.Options);
            webhooks.OnFin(handler);
        });
    }

    private static Func<WebhookBody, CancellationToken, Task<int>> Memory(
        IServiceProvider services,
        IntercomWebhookOptions options,
        WebhookHandlers handlers,
        ILogger log)
    {
        var deduplicator = options.Deduplicator ?? new WebhookWindow(time: options.TimeProvider);
        var runner = new WebhookRunner(handlers, deduplicator, services.GetRequiredService<IServiceScopeFactory>(), log);
        var lifetime = services.GetService<IHostApplicationLifetime>();
        var queue = options.RunHandlers == RunHandlers.AfterAnswer ? new WebhookQueue(options, runner, lifetime, log) : null;
        return new WebhookDeliveries(options, runner, queue, log).AnswerAsync;
    }

    private static Func<WebhookBody, CancellationToken, Task<int>> Inbox(
        IServiceProvider services,
        string pattern,
        IntercomWebhookOptions options,
        WebhookHandlers handlers,
        ILogger log)
    {
        var inbox = services.GetService<IWebhookInbox>() ?? throw new InvalidOperationException(
            "RunHandlers is FromInbox, and the services have no inbox: AddIntercomWebhookInbox of "
            + "Intercom.AspNetCore.EntityFrameworkCore adds one.");
        var endpoint = new WebhookInboxEndpoint(pattern, handlers, log);
        inbox.Add(endpoint);
        return new WebhookStoring(inbox, endpoint, options, log).AnswerAsync;
    }
}
