using System.Text;

namespace Intercom.Generator.Tests.Additive;

/// <summary>What the bundled versions brought, as a file: an overlay that says of each place since when it is there.</summary>
internal static class SinceFile
{
    private const int Width = 130;

    private const string Head =
        """
        overlay: 1.0.0
        info:
          title: Since which of the bundled versions operations and properties are there, by their places
          description: What is in all of them is not named. Written by a command from the three documents; nothing of it is written by hand.
          version: 1.0.0
        actions:
          - target: $
            description: The documentation of the client says it, and a call that speaks an older version is told why it fails.
            update:
              x-intercom-since:

        """;

    /// <summary>Writes what versions brought.</summary>
    /// <param name="versions">The versions, the oldest first.</param>
    public static string Write(IReadOnlyList<VersionMembers> versions)
    {
        var text = new StringBuilder(Head);
        for (var i = 1; i < versions.Count; i++)
        {
            var older = versions.Take(i).ToList();
            bool IsNew(VersionMember member) => !older.Exists(version => version.Has(member));
            text.Append($"        - version: {Quoted(versions[i].Version)}\n          after: {Quoted(versions[i - 1].Version)}\n");
            text.Append("          operations:\n");
            foreach (var operation in InOrder(versions[i].Operations.Where(IsNew)))
                text.Append("            - ").Append(Quoted(operation)).Append('\n');
            text.Append("          properties:\n");
            foreach (var owner in versions[i].Properties.Where(IsNew).GroupBy(static property => property.Owner).OrderBy(static owner => owner.Key, StringComparer.Ordinal))
                Append(text, owner.Key, [.. InOrder(owner)]);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string owner, List<string> properties)
    {
        var line = $"            {Quoted(owner)}: [";
        foreach (var property in properties)
        {
            var item = property == properties[^1] ? Quoted(property) + "]" : Quoted(property) + ", ";
            if (line.Length + item.Length > Width && line.EndsWith(", ", StringComparison.Ordinal))
            {
                text.Append(line.TrimEnd()).Append('\n');
                line = new string(' ', 14);
            }

            line += item;
        }

        text.Append(line).Append('\n');
    }

    private static IEnumerable<string> InOrder(IEnumerable<VersionMember> members) =>
        members.Select(static member => member.Member).Distinct().Order(StringComparer.Ordinal);

    private static string Quoted(string text) => text.All(static c => char.IsAsciiLetter(c) || c == '_') && text is not ("null" or "true" or "false" or "yes" or "no" or "on" or "off" or "y" or "n")
        ? text
        : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
