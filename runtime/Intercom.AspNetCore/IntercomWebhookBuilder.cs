using Intercom.Json;
using Intercom.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Intercom.AspNetCore;

/// <summary>Says what handles what at an endpoint. Handlers of the same topic run one after the other, in the order in which they were
/// added.</summary>
/// <remarks>
/// Where handlers take services, each delivery has a scope of its own, which lives until they are done, after the answer as well.
/// A failure of one fails the delivery as a whole: when it is repeated, all handlers of the topic run again.
/// </remarks>
public sealed class IntercomWebhookBuilder
{
    private readonly WebhookHandlers _handlers;

    internal IntercomWebhookBuilder(IntercomWebhookOptions options, WebhookHandlers handlers)
    {
        Options = options;
        _handlers = handlers;
    }

    /// <summary>How webhooks are received at this endpoint.</summary>
    public IntercomWebhookOptions Options { get; }

    /// <summary>Handles a topic, what it is about typed.</summary>
    /// <typeparam name="T">The type of what the topic is about.</typeparam>
    /// <param name="topic">The topic, from the emitted <c>WebhookTopics</c>.</param>
    /// <param name="handler">The handler.</param>
    /// <returns>This builder.</returns>
    public IntercomWebhookBuilder On<T>(WebhookTopic<T> topic, Func<WebhookNotification<T>, CancellationToken, Task> handler)
        where T : IJson<T> => On([topic], handler);

    /// <inheritdoc cref="On{T}(WebhookTopic{T}, Func{WebhookNotification{T}, CancellationToken, Task})"/>
    public IntercomWebhookBuilder On<T>(
        WebhookTopic<T> topic,
        Func<WebhookNotification<T>, IServiceProvider, CancellationToken, Task> handler)
        where T : IJson<T> => On([topic], handler);

    /// <summary>Handles several topics that are about the same.</summary>
    /// <typeparam name="T">The type of what the topics are about.</typeparam>
    /// <param name="topics">The topics, from the emitted <c>WebhookTopics</c>.</param>
    /// <param name="handler">The handler.</param>
    /// <returns>This builder.</returns>
    public IntercomWebhookBuilder On<T>(IEnumerable<WebhookTopic<T>> topics, Func<WebhookNotification<T>, CancellationToken, Task> handler)
        where T : IJson<T> => On(topics, (notification, _, token) => handler(notification, token));

    /// <inheritdoc cref="On{T}(IEnumerable{WebhookTopic{T}}, Func{WebhookNotification{T}, CancellationToken, Task})"/>
    public IntercomWebhookBuilder On<T>(
        IEnumerable<WebhookTopic<T>> topics,
        Func<WebhookNotification<T>, IServiceProvider, CancellationToken, Task> handler)
        where T : IJson<T>
    {
        ArgumentNullException.ThrowIfNull(topics);
        foreach (var name in topics.SelectMany(static topic => topic.SentAs is { } sent ? new[] { topic.Name, sent } : [topic.Name]))
            On(name, (notification, services, token) => handler(notification.About<T>(Options.OnDeviation), services, token));
        return this;
    }

    /// <summary>Handles a topic by its name, its notification as it came.</summary>
    /// <param name="topic">The topic, such as <c>contact.user.created</c>.</param>
    /// <param name="handler">The handler.</param>
    /// <returns>This builder.</returns>
    public IntercomWebhookBuilder On(string topic, Func<WebhookNotification, CancellationToken, Task> handler) =>
        On(topic, (notification, _, token) => handler(notification, token));

    /// <inheritdoc cref="On(string, Func{WebhookNotification, CancellationToken, Task})"/>
    public IntercomWebhookBuilder On(string topic, Func<WebhookNotification, IServiceProvider, CancellationToken, Task> handler)
    {
        ArgumentException.ThrowIfNullOrEmpty(topic);
        _handlers.OnNotification(topic, (body, services, token) => handler((WebhookNotification)body, services, token));
        return this;
    }

    /// <summary>Handles all events of Fin, read as a type.</summary>
    /// <typeparam name="T">The emitted type of an event, with a case for each kind.</typeparam>
    /// <param name="handler">The handler.</param>
    /// <returns>This builder.</returns>
    public IntercomWebhookBuilder OnFin<T>(Func<T, CancellationToken, Task> handler)
        where T : IJson<T> => OnFin((e, _, token) => handler(e.As<T>(Options.OnDeviation), token));

    /// <inheritdoc cref="OnFin{T}(Func{T, CancellationToken, Task})"/>
    public IntercomWebhookBuilder OnFin<T>(Func<T, IServiceProvider, CancellationToken, Task> handler)
        where T : IJson<T> => OnFin((e, services, token) => handler(e.As<T>(Options.OnDeviation), services, token));

    /// <summary>Handles all events of Fin as they came.</summary>
    /// <param name="handler">The handler.</param>
    /// <returns>This builder.</returns>
    public IntercomWebhookBuilder OnFin(Func<FinWebhookEvent, CancellationToken, Task> handler) =>
        OnFin((e, _, token) => handler(e, token));

    /// <inheritdoc cref="OnFin(Func{FinWebhookEvent, CancellationToken, Task})"/>
    public IntercomWebhookBuilder OnFin(Func<FinWebhookEvent, IServiceProvider, CancellationToken, Task> handler)
    {
        _handlers.OnAnyEvent((body, services, token) => handler((FinWebhookEvent)body, services, token));
        return this;
    }

    /// <summary>Answers calls about the app itself, which are signed in <c>X-Body-Signature</c>: an uninstallation, a health check, a
    /// request of Canvas Kit.</summary>
    /// <param name="handler">The handler. What it gives is the answer: <c>Results.Ok()</c>, <c>Results.Json(…)</c>.</param>
    /// <returns>This builder.</returns>
    /// <remarks>
    /// It always runs before the answer, within <see cref="IntercomWebhookOptions.HandlerTimeout"/>, and for each call: a health check
    /// looks the same each time.
    /// Without a handler, such calls are accepted and dropped.
    /// </remarks>
    /// <exception cref="InvalidOperationException">There is a handler already.</exception>
    public IntercomWebhookBuilder OnAppCall(Func<AppCall, CancellationToken, Task<IResult>> handler) =>
        OnAppCall((call, _, token) => handler(call, token));

    /// <inheritdoc cref="OnAppCall(Func{AppCall, CancellationToken, Task{IResult}})"/>
    public IntercomWebhookBuilder OnAppCall(Func<AppCall, IServiceProvider, CancellationToken, Task<IResult>> handler)
    {
        _handlers.OnAppCall((call, services, token) => handler(call, services, token));
        return this;
    }

    /// <summary>Handles what no other handler takes: topics that are not known, or not of interest. Without it they are accepted and
    /// dropped.</summary>
    /// <param name="handler">The handler.</param>
    /// <returns>This builder.</returns>
    public IntercomWebhookBuilder OnUnknown(Func<WebhookBody, CancellationToken, Task> handler) =>
        OnUnknown((body, _, token) => handler(body, token));

    /// <inheritdoc cref="OnUnknown(Func{WebhookBody, CancellationToken, Task})"/>
    public IntercomWebhookBuilder OnUnknown(Func<WebhookBody, IServiceProvider, CancellationToken, Task> handler)
    {
        _handlers.OnUnknown((body, services, token) => handler(body, services, token));
        return this;
    }
}
