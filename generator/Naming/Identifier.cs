using System.Text;
using Intercom.Generator.SafeText;

namespace Intercom.Generator.Naming;

/// <summary>C# identifiers from whatever a document calls things.</summary>
internal static class Identifier
{
    // Metadata holds names of up to 1024 bytes, and file names are shorter; a document's names have up to 60 characters.
    private const int MaxLength = 100;

    private static readonly Dictionary<string, string> Symbols = new(StringComparer.Ordinal)
    {
        ["="] = "Equal",
        ["=="] = "Equal",
        ["!="] = "NotEqual",
        ["<"] = "LessThan",
        ["<="] = "LessThanOrEqual",
        [">"] = "GreaterThan",
        [">="] = "GreaterThanOrEqual",
        ["~"] = "Contains",
        ["!~"] = "DoesNotContain",
        ["^"] = "StartsWith",
        ["$"] = "EndsWith",
        ["*"] = "Any",
        ["IN"] = "In",
        ["NIN"] = "NotIn",
    };

    /// <summary>The name of a member or type.</summary>
    public static string Pascal(string name) => Valid(Words.Pascal(Ascii(name)));

    /// <summary>A name that an overlay gives, as it is where that is possible.</summary>
    public static string Given(string name) =>
        name.Length is > 0 and <= MaxLength && name[0] is >= 'A' and <= 'Z'
            && name.All(static c => IsAscii(c) || c == '_')
            ? name
            : Pascal(name);

    /// <summary>The name of an argument.</summary>
    public static string Camel(string name)
    {
        var camel = Words.Uncapitalise(Valid(Words.Pascal(Ascii(name))));
        return Name.IsKeyword(camel) ? "@" + camel : camel;
    }

    /// <summary>The name of an enum's value; operators have names of their own.</summary>
    public static string EnumValue(string value)
    {
        if (Symbols.TryGetValue(value, out var symbol))
            return symbol;
        if (value.Length > 0 && char.IsDigit(value[0]) && value.All(static c => char.IsDigit(c) || c == '.'))
            return "V" + value.Replace('.', '_');
        var name = Words.Pascal(Ascii(value));
        return name.Length == 0 ? "Value" + string.Concat(value.Take(MaxLength).Select(static c => ((int)c).ToString("X2"))) : Valid(name);
    }

    private static string Valid(string name) => name.Length == 0
        ? "Value"
        : (char.IsDigit(name[0]) ? "_" : "") + (name.Length > MaxLength ? name.Substring(0, MaxLength) : name);

    // Letters beyond ASCII would be valid, and look alike; a document's names are ASCII.
    private static string Ascii(string name)
    {
        if (name.Length <= MaxLength * 4 && IsAllAscii(name))
            return name;
        var text = new StringBuilder();
        foreach (var c in name.Take(MaxLength * 4))
            text.Append(IsAscii(c) ? c : ' ');
        return text.ToString();
    }

    // What is neither a letter nor a digit parts words, whichever it is.
    private static bool IsAllAscii(string name)
    {
        foreach (var c in name)
            if (c >= 128)
                return false;
        return true;
    }

    private static bool IsAscii(char c) => c < 128 && char.IsLetterOrDigit(c);
}
