using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Intercom.AspNetCore;

/// <summary>Says which options cannot work, and where they are set. Whether there is a secret shows at each endpoint, which may have its
/// own.</summary>
internal sealed class IntercomWebhookOptionsValidation : IValidateOptions<IntercomWebhookOptions>
{
    public const string Owner = "Intercom webhooks";

    public ValidateOptionsResult Validate(string? name, IntercomWebhookOptions options)
    {
        var faults = options.Faults().Select(fault => OptionsSection.Describe(Owner, options.Section, fault.Fault)).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
