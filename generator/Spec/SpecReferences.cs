namespace Intercom.Generator.Spec;

/// <summary>What a reference names.</summary>
/// <param name="Node">What it leads to; null where it leads nowhere.</param>
/// <param name="Pointer">Where that stands, spelt as everywhere else.</param>
/// <param name="Why">What is the matter with it, behind the word "it".</param>
internal readonly record struct ReferenceTarget(SpecNode? Node, string Pointer, string Why, bool IsCircle = false);

/// <summary>Follows the references of a document, to anything in it.</summary>
internal sealed class SpecReferences(SpecMap root)
{
    // References that stand behind each other on the way to one target.
    private const int MostHops = 64;

    /// <summary>Follows a reference to what it names, which may be a reference again.</summary>
    public ReferenceTarget Resolve(string reference)
    {
        var hops = 0;
        return Resolve(reference, ref hops);
    }

    /// <summary>The node in which a part is to be looked for: where it has none of that name and is a reference, what that leads
    /// to.</summary>
    public SpecNode Behind(SpecNode node, string part) =>
        SpecPointer.Step(node, part) is null && Reference(node) is { } reference && Resolve(reference).Node is { } target ? target : node;

    /// <summary>The reference that a node is; null where it is none.</summary>
    public static string? Reference(SpecNode node) => (node as SpecMap)?.Text("$ref");

    private ReferenceTarget Resolve(string reference, ref int hops)
    {
        if (reference.Length == 0 || reference[0] != '#')
            return new(null, "", "leads out of the document, and no other file is read");
        if (reference.Length > 1 && reference[1] != '/')
            return new(null, "", "is no path into the document, such as '#/components/schemas/name'");
        var (node, pointer) = ((SpecNode)root, "#");
        foreach (var part in reference.Split('/').Skip(1))
        {
            while (Step(node, part) is null && Reference(node) is { } between)
            {
                if (++hops > MostHops)
                    return new(null, "", "leads back to itself", IsCircle: true);
                var target = Resolve(between, ref hops);
                if (target.Node is null)
                    return target;
                (node, pointer) = (target.Node, target.Pointer);
            }

            if (Step(node, part) is not { } next)
                return new(null, "", "does not exist in the document");
            (node, pointer) = (next.Node, SpecPointer.Child(pointer, next.Name));
        }

        return new(node, pointer, "");
    }

    /// <summary>One step, spelt as it is or percent-encoded.</summary>
    private static (SpecNode Node, string Name)? Step(SpecNode node, string part)
    {
        var name = SpecPointer.Unescape(part);
        if (SpecPointer.Step(node, name) is { } plain)
            return (plain.Node, name);
        if (part.IndexOf('%') < 0)
            return null;
        name = SpecPointer.Unescape(Uri.UnescapeDataString(part));
        return SpecPointer.Step(node, name) is { } decoded ? (decoded.Node, name) : null;
    }
}
