namespace Intercom.Generator.SafeText;

/// <summary>A C# identifier. Naming chooses it; whatever it is given, what comes out is one.</summary>
internal readonly struct Name
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue",
        "decimal", "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally",
        "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long",
        "namespace", "new", "null", "object", "operator", "out", "override", "params", "private", "protected", "public",
        "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch",
        "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void",
        "volatile", "while",
    };

    private readonly string? _text;

    private Name(string text) => _text = text;

    public static bool IsKeyword(string word) => Keywords.Contains(word);

    public static Name Of(string identifier) => new(IsValid(identifier) ? identifier : Valid(identifier));

    /// <summary>A name of several parts with dots between them: a namespace.</summary>
    public static Name Dotted(string name) => new(name.IndexOf('.') < 0
        ? Of(name).ToString()
        : string.Join(".", name.Split('.').Select(static part => Of(part).ToString())));

    /// <summary>The field that holds what a property gives.</summary>
    public static Name Field(string property) => Of("_" + char.ToLowerInvariant(property[0]) + property.Substring(1));

    public override string ToString() => _text ?? "_";

    private static bool IsValid(string text)
    {
        var start = text.Length > 0 && text[0] == '@' ? 1 : 0;
        if (start == text.Length || text[start] is >= '0' and <= '9' || (start == 0 && Keywords.Contains(text)))
            return false;
        for (var i = start; i < text.Length; i++)
            if (!IsPart(text[i]))
                return false;
        return true;
    }

    private static string Valid(string text)
    {
        var word = string.Concat(text.Select(static c => IsPart(c) ? c : '_'));
        return Keywords.Contains(word) ? "@" + word : word.Length == 0 || word[0] is >= '0' and <= '9' ? "_" + word : word;
    }

    private static bool IsPart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';
}
