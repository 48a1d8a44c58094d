using System.Text;

namespace Intercom.Generator.Options;

/// <summary>
/// What a project writes reaches the compiler as base64: of a text as it stands, everything after a semicolon or a number sign would be
/// taken for a comment.
/// </summary>
internal static class OptionText
{
    public static string Decode(string value)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(value)).Trim();
        }
        catch (FormatException)
        {
            return value;
        }
    }

    /// <summary>The values of a list, as MSBuild writes one.</summary>
    public static IEnumerable<string> Values(string list) =>
        list.Split(';').Select(static value => value.Trim()).Where(static value => value.Length > 0);
}
