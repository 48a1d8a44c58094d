using System.Text;

namespace Intercom.Reference.Samples;

/// <summary>The samples as a file: an overlay that gives each operation its own, for the documentation of the ready-made client.</summary>
internal static class SampleFile
{
    private const string Head =
        """
        overlay: 1.0.0
        info:
          title: A call of each operation in C#
          description: Written by a command from the examples of the document; nothing of it is written by hand.
          version: 1.0.0
        actions:

        """;

    public static string Write(ReferenceDocument document)
    {
        var writer = new SampleWriter(document);
        var text = new StringBuilder(Head);
        foreach (var area in document.Areas)
            foreach (var operation in area.Operations)
                text.Append($"  - target: $.paths['{operation.Path}'].{operation.Verb.ToLowerInvariant()}\n")
                    .Append("    update:\n      x-intercom-sample: |\n")
                    .Append(Block.Indent(Block.Indent(writer.Write(area, operation)))).Append('\n');
        return text.ToString();
    }
}
