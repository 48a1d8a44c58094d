using System.Text;
using Intercom.Generator.Model;

namespace Intercom.Generator.Listing;

/// <summary>The names of a client as a file: an overlay that gives them to a later document.</summary>
internal static class NamesFile
{
    private const string Head =
        """
        # The names of the client, each by the place that it was given to. They stay there, whatever a later document adds.
        # Written by a command, read by the generator as an overlay. A line that goes gives its name free.
        overlay: 1.0.0
        info: { title: Names that were given, version: 1.0.0 }
        actions:
          - target: $
            description: What compiles today compiles with the next document.
            update:
              x-intercom-names:

        """;

    public static string Write(PlacedNames names)
    {
        var text = new StringBuilder(Head.Replace("\r", ""));
        Write(text, "operations", names.Operations, static name => name.Value);
        Write(text, "types", names.Types, static name => name.Value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, string kind, EquatableArray<PlacedName> names, Func<PlacedName, string> value)
    {
        text.Append("        ").Append(kind).Append(names.Count == 0 ? ": {}\n" : ":\n");
        foreach (var name in names)
            text.Append("          ").Append(Quoted(name.Place)).Append(": ").Append(value(name)).Append('\n');
    }

    // Places are text of the document: single quotes keep all of it but what ends a line, which no name survives.
    private static string Quoted(string place) => "'" + place.Replace("'", "''") + "'";
}
