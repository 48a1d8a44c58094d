using System.Globalization;
using System.Text;
using Intercom.Generator.Spec;
using Intercom.Generator.Tests.Harness;

namespace Intercom.Generator.Tests.Mutations;

/// <summary>A document that was changed at random, with an overlay of it; the same number makes the same one.</summary>
internal static class Mutation
{
    /// <summary>The files of a mutation.</summary>
    /// <param name="seed">Its number.</param>
    /// <param name="ofWhole">Whether it is one of the whole bundled document.</param>
    public static SpecInput Of(int seed, bool ofWhole)
    {
        var random = new Random(seed);
        var tree = ofWhole ? MutationSeeds.Preview : MutationSeeds.Small(random);
        var mutator = new Mutator(random, tree);
        var overlay = Overlay(mutator, random);
        mutator.Change(ofWhole ? random.Next(5, 60) : random.Next(1, 6));
        var input = SpecInput.Of(Damaged(TextOf(tree), random)).Overlay(Damaged(TextOf(overlay), random));
        return ofWhole || random.Next(12) == 0
            ? input.Bundled(Repository.Read("specs", "intercom.overlay.yaml"))
                .Bundled(Repository.Read("specs", "intercom.names.overlay.yaml"), "/package/specs/intercom.names.overlay.yaml")
            : input;
    }

    private static SpecMap Overlay(Mutator mutator, Random random)
    {
        var actions = new SpecList(default);
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var action = new SpecMap(default);
            action.Set("target", Text(Target(mutator.Pointer(), random)));
            if (random.Next(4) == 0)
                action.Set("remove", new SpecScalar(default, "true", isPlain: true));
            else
                action.Set("update", mutator.Invented(0));
            actions.Items.Add(action);
        }

        var overlay = new SpecMap(default);
        overlay.Set("overlay", Text("1.0.0"));
        overlay.Set("info", Text("Mutations"));
        overlay.Set("actions", actions);
        if (random.Next(5) == 0)
            new Mutator(random, overlay).Change(2);
        return overlay;
    }

    private static string Target(string pointer, Random random) => pointer.Split('/').Skip(1).Aggregate("$", (path, part) =>
        path + (random.Next(8) == 0 ? "[*]" : $"['{SpecPointer.Unescape(part).Replace("'", "\\'", StringComparison.Ordinal)}']"));

    /// <summary>The text; of some, cut short, or with a line or a character that is another.</summary>
    private static string Damaged(string text, Random random)
    {
        var at = random.Next(text.Length);
        return random.Next(40) switch
        {
            0 => text[..at],
            1 => text.Remove(at, 1),
            2 => text.Insert(at, ((char)random.Next(1, 0x3000)).ToString(CultureInfo.InvariantCulture)),
            _ => text,
        };
    }

    private static SpecScalar Text(string text) => new(default, text, isPlain: false);

    private static string TextOf(SpecNode node)
    {
        var text = new StringBuilder();
        SpecJson.Append(text, node);
        return text.ToString();
    }
}
