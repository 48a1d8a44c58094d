using Intercom;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Intercom clients.</summary>
public static class IntercomServiceCollectionExtensions
{
    /// <summary>Registers a client whose options stand in the configuration. They are validated when the host starts.</summary>
    /// <typeparam name="TClient">The client that was generated.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="section">The section: <c>AccessToken</c>, <c>Region</c> (US, EU, AU), <c>BaseAddress</c>, <c>ApiVersion</c>,
    /// <c>WorkspaceName</c>, <c>ApplicationName</c>, <c>DefaultHeaders</c> (a section of names and values), <c>Timeout</c>,
    /// <c>AttemptTimeout</c>, <c>MaxRetries</c>, <c>MaxRetryDelay</c>, <c>MaxResponseBytes</c>, <c>DownloadIdleTimeout</c>,
    /// <c>LimitRate</c>; the times as <c>hh:mm:ss</c>.</param>
    /// <param name="name">The name of the workspace where there are several; the client is then a keyed service of that key.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, to which handlers can be added.</returns>
    /// <exception cref="OptionsValidationException">Thrown when the host starts, or the client is first asked for: an option is missing or
    /// cannot work.</exception>
    /// <remarks>
    /// The client is a singleton. An access token that changes in the configuration is taken up with the next call, other options are not;
    /// where the configuration becomes one that cannot work, the last token stays in use. Resilience handlers that the application
    /// gives to all its clients are taken out of this one, since they repeat calls that are not safe to repeat; one that is added to the
    /// returned builder stays.
    /// </remarks>
    public static IHttpClientBuilder AddIntercom<TClient>(this IServiceCollection services, IConfiguration section, string? name = null)
        where TClient : class, IIntercomClient<TClient>
    {
        ArgumentNullException.ThrowIfNull(section);
        var read = new IntercomSection(section);
        services.AddSingleton<IOptionsChangeTokenSource<IntercomClientOptions>>(
            new ConfigurationChangeTokenSource<IntercomClientOptions>(Key<TClient>(name), section));
        return Add<TClient>(services, (options, _) => read.Apply(options), (section as IConfigurationSection)?.Path, name);
    }

    /// <summary>Registers a client. Its options are validated when the host starts.</summary>
    /// <typeparam name="TClient">The client that was generated.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <param name="name">The name of the workspace where there are several; the client is then a keyed service of that key.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, to which handlers can be added.</returns>
    /// <exception cref="OptionsValidationException">Thrown when the host starts, or the client is first asked for: an option is missing or
    /// cannot work.</exception>
    /// <remarks>
    /// Resilience handlers that the application gives to all its clients are taken out of this one, since they repeat calls that are not
    /// safe to repeat; one that is added to the returned builder stays.
    /// </remarks>
    public static IHttpClientBuilder AddIntercom<TClient>(
        this IServiceCollection services, Action<IntercomClientOptions> configure, string? name = null)
        where TClient : class, IIntercomClient<TClient>
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add<TClient>(services, (options, _) => configure(options), null, name);
    }

    /// <summary>Registers a client whose options need other services, for instance a store of secrets.</summary>
    /// <inheritdoc cref="AddIntercom{TClient}(IServiceCollection, Action{IntercomClientOptions}, string?)"/>
    public static IHttpClientBuilder AddIntercom<TClient>(
        this IServiceCollection services, Action<IntercomClientOptions, IServiceProvider> configure, string? name = null)
        where TClient : class, IIntercomClient<TClient>
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add<TClient>(services, configure, null, name);
    }

    private static IHttpClientBuilder Add<TClient>(
        IServiceCollection services, Action<IntercomClientOptions, IServiceProvider> configure, string? path, string? name)
        where TClient : class, IIntercomClient<TClient>
    {
        ArgumentNullException.ThrowIfNull(services);
        var key = Key<TClient>(name);
        services.AddOptions<IntercomClientOptions>(key).Configure(configure).ValidateOnStart();
        services.AddSingleton<IValidateOptions<IntercomClientOptions>>(new IntercomOptionsValidation(key, path, name));
        if (name is null)
            services.TryAddSingleton(provider => Create<TClient>(provider, key, name));
        else
            services.TryAddKeyedSingleton(name, (provider, _) => Create<TClient>(provider, key, name));
        return services.AddHttpClient(key, static http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(static () => UnpackingHandler.Create())
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => RemoveRepeaters(handlers))
            // They would write addresses with their queries, and in traces the token. The client writes its own log.
            .RemoveAllLoggers()
            .RedactLoggedHeaders(["Authorization"]);
    }

    // Two clients without a name may be made from two documents; their options are not shared.
    private static string Key<TClient>(string? name) => name is null ? typeof(TClient).FullName! : $"{typeof(TClient).FullName}:{name}";

    // An application gives them to all its clients, and they repeat whatever failed: a message would be sent twice.
    private static void RemoveRepeaters(IList<DelegatingHandler> handlers)
    {
        for (var at = handlers.Count - 1; at >= 0; at--)
            if (handlers[at].GetType().FullName is "Microsoft.Extensions.Http.Resilience.ResilienceHandler"
                or "Microsoft.Extensions.Http.PolicyHttpMessageHandler")
                handlers.RemoveAt(at);
    }

    private static TClient Create<TClient>(IServiceProvider provider, string key, string? name)
        where TClient : class, IIntercomClient<TClient>
    {
        var monitor = provider.GetRequiredService<IOptionsMonitor<IntercomClientOptions>>();
        var options = monitor.Get(key).Copy();
        options.WorkspaceName ??= name;
        options.HttpClient ??= provider.GetRequiredService<IHttpClientFactory>().CreateClient(key);
        // A category of its own for each workspace; filters for "Intercom" hold for all of them.
        var category = options.WorkspaceName is null ? "Intercom" : $"Intercom.{options.WorkspaceName}";
        var logger = (provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger(category);
        if (options.Credential != IntercomCredential.None)
            options.Credential = IntercomCredential.FromProvider(
                new ReloadedCredential(monitor, key, options.Credential!, logger).GetTokenAsync);
        options.Observer = new CallLog(logger, options.Observer);
        return TClient.Create(new IntercomConnection(options, TClient.ApiVersion));
    }
}
