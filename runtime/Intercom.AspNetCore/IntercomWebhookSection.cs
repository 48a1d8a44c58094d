using Intercom.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Intercom.AspNetCore;

/// <summary>Reads the options of webhooks from a section of the configuration.</summary>
internal sealed class IntercomWebhookSection(IConfiguration configuration)
{
    private readonly OptionsSection _section = new(configuration, IntercomWebhookOptionsValidation.Owner, typeof(IntercomWebhookOptions));

    public void Apply(IntercomWebhookOptions options)
    {
        options.Section = _section.Path;
        Add(nameof(options.ClientSecrets), options.ClientSecrets);
        Add(nameof(options.FinSecrets), options.FinSecrets);
        options.MaxBodyBytes = _section.ReadCount(nameof(options.MaxBodyBytes), options.MaxBodyBytes);
        if (_section.Value(nameof(options.MaxAge)) is not null)
            options.MaxAge = _section.ReadTime(nameof(options.MaxAge), default);
        options.RunHandlers = _section.Read(
            nameof(options.RunHandlers),
            "BeforeAnswer, AfterAnswer or FromInbox",
            options.RunHandlers,
            TryRunHandlers);
        options.HandlerTimeout = _section.ReadTime(nameof(options.HandlerTimeout), options.HandlerTimeout);
        options.QueuedHandlerTimeout = _section.ReadTime(nameof(options.QueuedHandlerTimeout), options.QueuedHandlerTimeout);
        options.QueueCapacity = _section.ReadCount(nameof(options.QueueCapacity), options.QueueCapacity);
        options.QueueReaders = _section.ReadCount(nameof(options.QueueReaders), options.QueueReaders);
        options.DrainTimeout = _section.ReadTime(nameof(options.DrainTimeout), options.DrainTimeout);
    }

    private void Add(string name, IList<WebhookSecret> secrets)
    {
        foreach (var secret in _section.Values(name))
            secrets.Add(secret);
    }

    // The platform takes numbers and lists of names as well.
    private static bool TryRunHandlers(string text, out RunHandlers value) =>
        Enum.TryParse(text, ignoreCase: true, out value) && text.Equals(value.ToString(), StringComparison.OrdinalIgnoreCase);
}
