using Intercom;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says what is missing or cannot work, and where it is set.</summary>
internal sealed class IntercomOptionsValidation(string key, string? path, string? name) : IValidateOptions<IntercomClientOptions>
{
    public ValidateOptionsResult Validate(string? name, IntercomClientOptions options)
    {
        if (name != key)
            return ValidateOptionsResult.Skip;
        var faults = options.Faults();
        if (options.Credential is null)
            faults = faults.Prepend(path is null
                ? "there is no access token. Set AccessToken, or Credential."
                : $"there is no access token. Set {path}:AccessToken in the configuration, best from a store of secrets.");
        var all = faults.Select(Describe).ToList();
        return all.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(all);
    }

    private string Describe(string fault) =>
        OptionsSection.Describe(name is null ? "Intercom client" : $"Intercom client '{name}'", path, fault);
}
