using System.Globalization;
using Intercom;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Reads the options from a section of the configuration. They are few, and read by hand every fault of them can be told by its place.</summary>
internal sealed class IntercomSection(IConfiguration section)
{
    private readonly string? _path = (section as IConfigurationSection)?.Path;

    public void Apply(IntercomClientOptions options)
    {
        if (Value(nameof(options.AccessToken)) is { } token)
            options.Credential = Token(token);
        options.Region = Read(nameof(options.Region), "US, EU or AU", options.Region, IntercomRegions.TryParse);
        options.BaseAddress = Read(nameof(options.BaseAddress), "an absolute address", options.BaseAddress, static (string text, out Uri? address) => Uri.TryCreate(text, UriKind.Absolute, out address));
        options.ApiVersion = Value(nameof(options.ApiVersion)) ?? options.ApiVersion;
        options.Timeout = Read(nameof(options.Timeout), "a time as hh:mm:ss", options.Timeout, TryTime);
        options.AttemptTimeout = Read(nameof(options.AttemptTimeout), "a time as hh:mm:ss", options.AttemptTimeout, TryTime);
        options.MaxRetries = Read(nameof(options.MaxRetries), "a whole number", options.MaxRetries, TryCount);
        options.MaxRetryDelay = Read(nameof(options.MaxRetryDelay), "a time as hh:mm:ss", options.MaxRetryDelay, TryTime);
        options.LimitRate = Read(nameof(options.LimitRate), "true or false", options.LimitRate, bool.TryParse);
    }

    private delegate bool TryParse<T>(string text, out T value);

    private T Read<T>(string name, string expected, T otherwise, TryParse<T> parse)
    {
        if (Value(name) is not { } text)
            return otherwise;
        return parse(text, out var value) ? value : throw Invalid($"{name} is '{text}', which is not {expected}.");
    }

    private string? Value(string name) => section[name]?.Trim() is { Length: > 0 } value ? value : null;

    private IntercomCredential Token(string token)
    {
        try
        {
            return IntercomCredential.FromToken(token);
        }
        catch (ArgumentException)
        {
            throw Invalid("AccessToken has characters that no token has.");
        }
    }

    private static bool TryTime(string text, out TimeSpan time) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out time);

    private static bool TryCount(string text, out int count) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);

    private OptionsValidationException Invalid(string fault) =>
        new(_path ?? "Intercom", typeof(IntercomClientOptions), [$"Intercom client{(_path is null ? "" : $" (section {_path})")}: {fault}"]);
}
