using Intercom.AspNetCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures how webhooks are received.</summary>
public static class IntercomWebhookServiceCollectionExtensions
{
    /// <summary>Takes the secrets and the other options of all endpoints from the configuration. They are validated when the host
    /// starts.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">
    /// The section: <c>ClientSecrets</c> and <c>FinSecrets</c>, each one secret or a list of them; <c>MaxBodyBytes</c>, <c>MaxAge</c>,
    /// <c>RunHandlers</c>, <c>HandlerTimeout</c>,
    /// <c>QueuedHandlerTimeout</c>, <c>QueueCapacity</c>, <c>QueueReaders</c>, <c>DrainTimeout</c>; the times as <c>hh:mm:ss</c>.
    /// </param>
    /// <returns>The builder of the options, for what no text can give: a deduplicator that is a service, for instance.</returns>
    /// <exception cref="OptionsValidationException">Thrown when the host starts, or an endpoint is mapped: an option cannot
    /// work.</exception>
    /// <remarks>An endpoint starts from these options and adds its own to them. When the configuration changes, the secrets are taken up,
    /// the other options are not.</remarks>
    public static OptionsBuilder<IntercomWebhookOptions> AddIntercomWebhooks(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton<IOptionsChangeTokenSource<IntercomWebhookOptions>>(
            new ConfigurationChangeTokenSource<IntercomWebhookOptions>(section));
        return services.AddIntercomWebhooks(new IntercomWebhookSection(section).Apply);
    }

    /// <summary>Sets the options of all endpoints. They are validated when the host starts.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the options, for what needs other services.</returns>
    /// <exception cref="OptionsValidationException">Thrown when the host starts, or an endpoint is mapped: an option cannot
    /// work.</exception>
    /// <remarks>An endpoint starts from these options and adds its own to them.</remarks>
    public static OptionsBuilder<IntercomWebhookOptions> AddIntercomWebhooks(
        this IServiceCollection services,
        Action<IntercomWebhookOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<IntercomWebhookOptions>, IntercomWebhookOptionsValidation>());
        return services.AddOptions<IntercomWebhookOptions>().Configure(configure).ValidateOnStart();
    }
}
