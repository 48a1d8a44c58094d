using Intercom.AspNetCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the inbox.</summary>
public static class IntercomWebhookInboxServiceCollectionExtensions
{
    /// <summary>
    /// Keeps webhooks in a database of the application: endpoints store what they get before they answer, and the handlers run from there,
    /// in this process or another one.
    /// </summary>
    /// <typeparam name="TDbContext">The context, whose model has the inbox (<c>UseIntercomWebhookInbox</c>). Handlers that take it from
    /// their services work in the transaction in which the delivery is noted as handled.</typeparam>
    /// <param name="services">The services, which have the context.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the options.</returns>
    /// <remarks>Makes <see cref="RunHandlers.FromInbox"/> the default of all endpoints; each can choose otherwise.</remarks>
    /// <exception cref="InvalidOperationException">There is an inbox already.</exception>
    public static OptionsBuilder<IntercomWebhookInboxOptions> AddIntercomWebhookInbox<TDbContext>(
        this IServiceCollection services,
        Action<IntercomWebhookInboxOptions>? configure = null)
        where TDbContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(static service => service.ServiceType == typeof(IWebhookInbox)))
            throw new InvalidOperationException("The services have an inbox already; there is one for all endpoints.");
        services.Configure<IntercomWebhookOptions>(static webhooks => webhooks.RunHandlers = RunHandlers.FromInbox);
        services.AddSingleton(static all => new InboxEndpoints(all.GetRequiredService<IOptions<IntercomWebhookInboxOptions>>().Value));
        services.AddSingleton<IWebhookInbox, InboxStore<TDbContext>>();
        services.AddSingleton<IIntercomWebhookInbox, InboxDesk<TDbContext>>();
        services.AddHostedService<InboxWorker<TDbContext>>();
        services.AddSingleton<IValidateOptions<IntercomWebhookInboxOptions>, InboxOptionsValidation>();
        return services.AddOptions<IntercomWebhookInboxOptions>().Configure(configure ?? (static _ => { })).ValidateOnStart();
    }

    private sealed class InboxOptionsValidation : IValidateOptions<IntercomWebhookInboxOptions>
    {
        public ValidateOptionsResult Validate(string? name, IntercomWebhookInboxOptions options) =>
            options.Faults().ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
