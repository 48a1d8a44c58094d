using Intercom.Generator.Model;
using Intercom.Generator.Naming;
using Intercom.Generator.Parsing.Places;
using Intercom.Generator.Spec;

namespace Intercom.Generator.Parsing;

/// <summary>Reads <c>webhooks</c>, where a document or an overlay has them: what the notifications of each topic are about.</summary>
/// <remarks>
/// OpenAPI knows webhooks from 3.1 on and Microsoft.OpenApi passes over them in a 3.0 document: they are read from the tree.
/// </remarks>
internal sealed class WebhookParser(SpecDocument document, SchemaParser schemas)
{
    private const int DeepestReference = 8;

    private readonly UniqueNames _names = new([.. ReservedNames.OfObject, "WebhookTopics"]);

    /// <summary>The topics. A webhook without the envelope of notifications is no topic: its body is a type like any other.</summary>
    public IReadOnlyList<TopicDraft> Parse()
    {
        var topics = (document.Root["webhooks"] as SpecMap)?.Entries.Select(Topic).OfType<TopicDraft>().ToList() ?? [];
        return [.. topics, .. topics.SelectMany(Aliases)];
    }

    /// <summary>The names that a topic was known by; whoever uses them gets what it sends today.</summary>
    private IEnumerable<TopicDraft> Aliases(TopicDraft draft) => draft.Aliases.Select(alias => draft with
    {
        Name = MemberName(alias),
        Text = alias,
        Doc = new Doc($"Another name of {draft.Text}."),
        SentAs = draft.Text,
    });

    private string MemberName(string topic) => _names.Take(Identifier.Pascal(topic), Identifier.Pascal(topic) + "Topic");

    private TopicDraft? Topic(SpecEntry webhook)
    {
        var path = Resolve(webhook.Value);
        var body = At(path, "post", "requestBody", "content", "application/json", "schema");
        var doc = DocText.Of(
            ((webhook.Value as SpecMap)?["summary"] as SpecScalar)?.Text,
            (At(path, "post", "summary") as SpecScalar)?.Text);
        var name = MemberName(webhook.Key);
        if (body is not null && Item(body, []) is { } item)
            return new TopicDraft(
                name, webhook.Key, TypeOf(webhook, item), doc.Or(webhook.Key), Tags(path), Texts(webhook.Value, Extensions.Aliases));
        if (body is null || Component(body) is null)
            IsRaw(webhook, $"the webhook '{webhook.Key}', whose body references no schema");
        return null;
    }

    private static List<string> Tags(SpecNode? path) => Texts(path, "post", "tags");

    private static List<string> Texts(SpecNode? node, params string[] path) =>
        (At(node, path) as SpecList)?.Items.OfType<SpecScalar>().Select(static text => text.Text).ToList() ?? [];

    private TypeRef? TypeOf(SpecEntry webhook, SpecNode item)
    {
        if (Component(item) is { } type && PlaceTable.FateOf(Place.WebhookItem, type.Kind) == Fate.Typed)
            return type;
        IsRaw(webhook, $"what the webhook '{webhook.Key}' is about, which references no schema of an object");
        return null;
    }

    private void IsRaw(SpecEntry webhook, string what) =>
        document.Problems.Add(new SpecProblem(ProblemKind.Unmodelled, webhook.Position, what, "read as raw JSON"));

    private TypeRef? Component(SpecNode schema) =>
        (schema as SpecMap)?.Text("$ref") is { } reference
        && SpecPointer.InSchemas(reference) is { Steps.Length: 0, Component: { } name }
            ? schemas.Named(name)
            : null;

    /// <summary>The schema of <c>data.item</c>, which is what a notification is about; the last that is declared wins.</summary>
    private SpecNode? Item(SpecNode? schema, HashSet<SpecNode> seen)
    {
        if (seen.Count > SpecLimits.Composition || Resolve(schema) is not SpecMap map || !seen.Add(map))
            return null;
        var own = At(map, "properties", "data", "properties", "item");
        return own ?? (map["allOf"] as SpecList)?.Items.Select(part => Item(part, seen)).LastOrDefault(static item => item is not null);
    }

    private SpecNode? Resolve(SpecNode? node)
    {
        for (var depth = 0; depth < DeepestReference && (node as SpecMap)?.Text("$ref") is { } reference; depth++)
            node = SpecPointer.Find(document.Root, reference);
        return node;
    }

    private static SpecNode? At(SpecNode? node, params string[] path) =>
        path.Aggregate(node, static (current, name) => (current as SpecMap)?[name]);
}
