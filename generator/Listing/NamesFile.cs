using System.Text;
using Intercom.Generator.Model;

namespace Intercom.Generator.Listing;

/// <summary>The names of a client as a file: an overlay that gives them to a later document.</summary>
internal static class NamesFile
{
    private const string Head =
        """
        overlay: 1.0.0
        info:
          title: The names of the client, each by the place that it was given to
          description: >-
            They stay there, whatever a later document adds. Written by a command and read as an overlay; a line that goes gives its
            name free.
          version: 1.0.0
        actions:
          - target: $
            description: What compiles today compiles with the next document.
            update:
              x-intercom-names:

        """;

    /// <summary>The end of the name that the file of a client has: its namespace stands before it.</summary>
    public const string End = ".names.yaml";

    public static string Write(PlacedNames names)
    {
        var text = new StringBuilder(Head.Replace("\r", ""));
        Write(text, "operations", names.Operations);
        Write(text, "types", names.Types);
        return text.ToString();
    }

    private static void Write(StringBuilder text, string kind, EquatableArray<PlacedName> names)
    {
        text.Append("        ").Append(kind).Append(names.Count == 0 ? ": {}\n" : ":\n");
        foreach (var name in names.Where(static name => IsPlain(name.Place) && IsPlain(name.Value)))
            text.Append("          ").Append(Quoted(name.Place)).Append(": ").Append(name.Value).Append('\n');
    }

    // Places are text of the document: single quotes keep all of it but what ends a line, and that has no line to stand on.
    private static string Quoted(string place) => "'" + place.Replace("'", "''") + "'";

    private static bool IsPlain(string text) =>
        !text.Any(static c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\uFEFF');
}
