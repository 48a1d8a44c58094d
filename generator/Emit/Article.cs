namespace Intercom.Generator.Emit;

/// <summary>The article that stands before a name in a sentence.</summary>
internal static class Article
{
    // What begins with these sounds like "you".
    private static readonly string[] Soft = ["User", "Uni", "Uri", "Usage", "Utm"];

    public static string Before(string name) => (IsVowel(name) ? "an " : "a ") + name;

    private static bool IsVowel(string name) => name.Length > 0 && "AEIOUaeiou".IndexOf(name[0]) >= 0
        && !Soft.Any(soft => name.StartsWith(soft, StringComparison.OrdinalIgnoreCase));
}
