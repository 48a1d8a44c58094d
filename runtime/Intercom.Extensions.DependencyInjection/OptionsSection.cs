using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// A section of the configuration that options are read from. They are few, and read by hand every fault of them can be told by its place.
/// </summary>
/// <param name="section">The section.</param>
/// <param name="owner">Whose options they are, as faults say it.</param>
/// <param name="type">The type of the options.</param>
internal sealed class OptionsSection(IConfiguration section, string owner, Type type)
{
    public delegate bool TryParse<T>(string text, out T value);

    /// <summary>Where the section stands; null where it is the whole configuration.</summary>
    public string? Path { get; } = section is IConfigurationSection { Path: var path } ? path : null;

    /// <summary>A value; null where it is not set, or blank.</summary>
    public string? Value(string name) => Text(section[name]);

    /// <summary>
    /// The values of a list, for which one value may stand as well. One that is there and blank is a fault: whoever set it meant something
    /// by it.
    /// </summary>
    public IEnumerable<string> Values(string name)
    {
        var list = section.GetSection(name);
        var items = list.GetChildren().ToList();
        if (items.Count > 0)
            return items.Select(item => Text(item.Value) ?? throw Invalid($"{name}:{item.Key} is blank; leave it out, or give its value."));
        if (list.Value is null)
            return [];
        return [Text(list.Value) ?? throw Invalid($"{name} is blank; leave it out, or give its value.")];
    }

    /// <summary>The values of a list that has names; none where it is not set.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs(string name) =>
        section.GetSection(name).GetChildren().Select(static item => KeyValuePair.Create(item.Key, Text(item.Value) ?? ""));

    public T Read<T>(string name, string expected, T otherwise, TryParse<T> parse)
    {
        if (Value(name) is not { } text)
            return otherwise;
        return parse(text, out var value) ? value : throw Invalid($"{name} is '{text}', which is not {expected}.");
    }

    public TimeSpan ReadTime(string name, TimeSpan otherwise) => Read(
        name,
        "a time as hh:mm:ss",
        otherwise,
        static (string text, out TimeSpan time) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out time));

    public int ReadCount(string name, int otherwise) => Read(
        name,
        "a whole number",
        otherwise,
        static (string text, out int count) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count));

    public OptionsValidationException Invalid(string fault) => new(Path ?? "Intercom", type, [Describe(owner, Path, fault)]);

    /// <summary>A fault with whose it is and where it stands.</summary>
    public static string Describe(string owner, string? path, string fault) =>
        $"{owner}{(path is null ? "" : $" (section {path})")}: {fault}";

    private static string? Text(string? value) => value?.Trim() is { Length: > 0 } text ? text : null;
}
