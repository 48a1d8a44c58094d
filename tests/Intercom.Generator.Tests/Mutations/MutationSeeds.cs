using Intercom.Generator.Spec;
using Intercom.Generator.Tests.Harness;
using Intercom.Generator.Tests.Places;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Place = Intercom.Generator.Parsing.Places.Place;

namespace Intercom.Generator.Tests.Mutations;

/// <summary>The documents that are mutated: small ones that use everything, and the bundled one, whole or parts of it.</summary>
internal static class MutationSeeds
{
    private const int MostComponents = 25;

    private static readonly Lazy<SpecMap> Whole = new(static () => Tree(Repository.Read("specs", "intercom-preview.yaml")));

    private static readonly Lazy<SpecMap> Hostile = new(static () => Tree(HostileDocument.Text));

    private static readonly Lazy<IReadOnlyList<SpecMap>> Constructs = new(static () => [.. ConstructsOf("paths"), .. ConstructsOf("schemas")]);

    /// <summary>The bundled document as it is.</summary>
    public static SpecMap Preview => (SpecMap)Whole.Value.Clone();

    /// <summary>A small document.</summary>
    public static SpecMap Small(Random random) => random.Next(4) switch
    {
        0 => (SpecMap)Hostile.Value.Clone(),
        1 => Cells(random),
        2 => (SpecMap)Constructs.Value[random.Next(Constructs.Value.Count)].Clone(),
        _ => Part(random),
    };

    /// <summary>Some cells of the table of places and kinds.</summary>
    private static SpecMap Cells(Random random)
    {
        var places = Enum.GetValues<Place>().Where(static place => place != Place.WebhookItem).ToList();
        var cells = Enumerable.Range(0, 10).Select(_ => new Cell(places[random.Next(places.Count)], Kind.All[random.Next(Kind.All.Length)]))
            .DistinctBy(static cell => cell.Path);
        return Tree(SpecInput.Paths(string.Join("\n", cells.Select(static cell => cell.Operation)), Kind.Components).Files[0].Text);
    }

    /// <summary>Some operations of the bundled document, with some of what they refer to.</summary>
    private static SpecMap Part(Random random)
    {
        var whole = Whole.Value;
        var part = new SpecMap(whole.Position);
        foreach (var entry in whole.Entries.Where(static entry => entry.Key is "openapi" or "info" or "servers"))
            part.Set(entry.Key, entry.Value.Clone());
        var paths = Some((SpecMap)whole["paths"]!, 3, random);
        part.Set("paths", paths);
        if (whole["webhooks"] is SpecMap webhooks)
            part.Set("webhooks", Some(webhooks, 2, random));
        var components = new SpecMap(default);
        components.Set("schemas", Referenced(paths, (SpecMap)((SpecMap)whole["components"]!)["schemas"]!));
        part.Set("components", components);
        return part;
    }

    private static SpecMap Some(SpecMap of, int count, Random random)
    {
        var some = new SpecMap(default);
        foreach (var entry in Enumerable.Range(0, count).Select(_ => of.Entries[random.Next(of.Entries.Count)]))
            some.Set(entry.Key, entry.Value.Clone());
        return some;
    }

    private static SpecMap Referenced(SpecNode from, SpecMap schemas)
    {
        var found = new SpecMap(default);
        var open = new Queue<SpecNode>([from]);
        while (open.Count > 0 && found.Entries.Count < MostComponents)
            switch (open.Dequeue())
            {
                case SpecMap map:
                    if (map.Text("$ref")?.Split('/').Last() is { } name && found[name] is null && schemas[name] is { } schema)
                    {
                        found.Set(name, schema.Clone());
                        open.Enqueue(found[name]!);
                    }

                    map.Entries.ForEach(entry => open.Enqueue(entry.Value));
                    break;
                case SpecList list:
                    list.Items.ForEach(open.Enqueue);
                    break;
            }

        return found;
    }

    /// <summary>The documents in the tests of constructs: the texts in their sources that are paths, or schemas.</summary>
    private static IEnumerable<SpecMap> ConstructsOf(string what)
    {
        var folder = Path.Combine(Repository.Root, "tests", "Intercom.Generator.Tests", "Constructs");
        foreach (var text in Directory.EnumerateFiles(folder, "*.cs").Order().SelectMany(TextsOf).Distinct())
            if (Try(text) is { Entries.Count: > 0 } map && map.Entries.TrueForAll(static entry => entry.Value is SpecMap)
                && map.Entries.TrueForAll(entry => entry.Key.StartsWith('/') == (what == "paths")))
                yield return Tree(what == "paths" ? SpecInput.Paths(text).Files[0].Text : SpecInput.Schemas(text).Files[0].Text);
    }

    private static IEnumerable<string> TextsOf(string file) => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes()
        .OfType<LiteralExpressionSyntax>().Select(static literal => literal.Token.Value).OfType<string>().Where(static text => text.Length > 20);

    private static SpecMap? Try(string text)
    {
        try
        {
            return YamlReader.Read(text, 0, default) as SpecMap;
        }
        catch (SpecException)
        {
            return null;
        }
    }

    private static SpecMap Tree(string text) => (SpecMap)YamlReader.Read(text, 0, default);
}
