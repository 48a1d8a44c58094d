using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Intercom.Testing;

namespace FinChat;

/// <summary>Lays the conversation out in two columns: who speaks, and what is said.</summary>
internal sealed partial class Screen
{
    private const int Margin = 8;
    private const int Width = 84;

    private readonly bool _hasColour = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
    private int _column;
    private bool _isWriting;

    public Screen() => Console.OutputEncoding = Encoding.UTF8;

    public void Title(string name, string where) => Console.WriteLine($"\n{Paint(name, "1")}  {Paint(where, "2")}\n");

    public void Hint(string text) => Block("", text, "2");

    public string Ask(string prompt)
    {
        Console.Write(Paint($"{prompt}: ", "1"));
        return Console.ReadLine() is { Length: > 0 } text ? text : "What can you help me with?";
    }

    public void Says(string who, string text) => Block(who, text, "");

    /// <summary>Shows what is added to a message that is being written.</summary>
    public void Writes(string who, string? added)
    {
        if (!_isWriting)
            Begin(who);
        _isWriting = true;
        Flow(added ?? "", "");
    }

    /// <summary>Shows a message anew that turned out differently from what was shown, which stands above and no longer holds.</summary>
    public void Rewrites(string who, string? text)
    {
        Note("Fin writes that anew:");
        Writes(who, text);
    }

    /// <summary>Ends a message; shows it where none of it was shown while it was written.</summary>
    public void Said(string who, string? html)
    {
        if (!_isWriting)
            Begin(who);
        if (!_isWriting)
            Flow(WebUtility.HtmlDecode(Tag().Replace(html ?? "", "")), "");
        End();
    }

    public void Note(string text)
    {
        End();
        Console.WriteLine(new string(' ', Margin) + Paint("· " + text, "2"));
    }

    public void Asks(string? question, IReadOnlyList<string> notes)
    {
        Block("Human?", question ?? "", "33");
        foreach (var note in notes)
            Note(note);
        Console.WriteLine();
    }

    /// <summary>Says what went wrong, and gives the program's exit code.</summary>
    public int Failure(string message)
    {
        End();
        Console.Error.WriteLine(Paint(message, "31"));
        return 1;
    }

    public void Summary(Dictionary<string, int> events, FakeCalls? calls, string? answer)
    {
        Console.WriteLine();
        Block("Events", string.Join(", ", events.Select(pair => $"{pair.Value} × {pair.Key}")), "2");
        if (calls is not null)
            Block("Calls", string.Join(", ", calls), "2");
        if (answer is not null)
            Block("Answer", answer.Replace("{\"identifier", "\n{\"identifier", StringComparison.Ordinal), "2");
    }

    private void Block(string who, string text, string colour)
    {
        End();
        Begin(who);
        Flow(text, colour);
        Console.WriteLine("\n");
    }

    private void Begin(string who)
    {
        Console.Write(Paint(who.PadRight(Margin), who == "Fin" ? "1;36" : "1"));
        _column = Margin;
    }

    private void End()
    {
        if (_isWriting)
            Console.WriteLine("\n");
        _isWriting = false;
    }

    private void Flow(string text, string colour)
    {
        foreach (var word in Word().Matches(text).Select(match => match.Value))
        {
            var fits = !word.Contains('\n', StringComparison.Ordinal) && _column + word.TrimEnd().Length <= Width;
            var shown = fits ? word : word.TrimStart();
            if (!fits)
                Console.Write("\n" + new string(' ', Margin));
            Console.Write(Paint(shown, colour));
            _column = (fits ? _column : Margin) + shown.Length;
        }
    }

    private string Paint(string text, string colour) => _hasColour && colour.Length > 0 ? $"\e[{colour}m{text}\e[0m" : text;

    [GeneratedRegex(@"\s*\S+\s*?|\s+")]
    private static partial Regex Word();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
