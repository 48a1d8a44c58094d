using System.Text;

namespace Peers;

/// <summary>What the server answers: the same bodies for everyone, in this process or over loopback.</summary>
public sealed class Answers(byte[] contact, byte[] page)
{
    /// <summary>How many pages a search has.</summary>
    public const int Pages = 20;

    private const string CursorOfTheFile = "WzE3MzUxMDAwMDAsIjUwIl0=";

    private readonly List<byte[]> _pages = [.. Enumerable.Range(1, Pages).Select(number => Numbered(page, number))];

    /// <summary>The answers whose bodies lie in a folder.</summary>
    public static Answers From(string folder) =>
        new(File.ReadAllBytes(Path.Combine(folder, "contact.json")), File.ReadAllBytes(Path.Combine(folder, "page.json")));

    /// <summary>One contact.</summary>
    public byte[] Contact => contact;

    /// <summary>A page of fifty.</summary>
    public byte[] Page => page;

    /// <summary>The body for a request.</summary>
    public byte[] To(string method, string path, ReadOnlySpan<byte> sent) => (method, path) switch
    {
        ("GET", "/contacts") => page,
        ("POST", "/contacts/search") => _pages[NumberIn(sent)],
        _ => contact,
    };

    // Each page has a cursor of its own, and the last has none.
    private static byte[] Numbered(byte[] page, int number)
    {
        var text = Encoding.UTF8.GetString(page);
        var next = $$"""{"per_page":50,"starting_after":"{{CursorOfTheFile}}"}""";
        if (!text.Contains(next, StringComparison.Ordinal))
            throw new InvalidOperationException("The page has not the cursor that it is expected to have.");
        return Encoding.UTF8.GetBytes(text.Replace(
            next, number == Pages ? "null" : $$"""{"per_page":50,"starting_after":"page-{{number:00}}"}""", StringComparison.Ordinal));
    }

    private static int NumberIn(ReadOnlySpan<byte> sent)
    {
        var at = sent.IndexOf("page-"u8);
        return at < 0 ? 0 : ((sent[at + 5] - '0') * 10) + sent[at + 6] - '0';
    }
}
