using Intercom.Generator.Model;
using Intercom.Generator.Spec;

namespace Intercom.Generator.Parsing;

/// <summary>Reads <c>webhooks</c>, where a document or an overlay has them: which record is the notification of which topics.</summary>
/// <remarks>OpenAPI knows webhooks from 3.1 on and Microsoft.OpenApi passes over them in a 3.0 document, so they are read from the tree.</remarks>
internal static class WebhookParser
{
    public static void Parse(SpecDocument document, SchemaParser schemas)
    {
        if (document.Root["webhooks"] is not SpecMap webhooks)
            return;
        foreach (var topic in webhooks.Entries)
        {
            if (Component(topic.Value) is { } component && schemas.Record(component) is { } record)
                record.Topics.Add(topic.Key);
            else
                document.Problems.Add(new SpecProblem(ProblemKind.Unmodelled, topic.Position, $"the webhook '{topic.Key}', whose body references no object schema", "read as raw JSON"));
        }
    }

    private static string? Component(SpecNode webhook)
    {
        var schema = Child(Child(Child(Child(Child(webhook, "post"), "requestBody"), "content"), "application/json"), "schema");
        const string prefix = "#/components/schemas/";
        return (schema as SpecMap)?.Text("$ref") is { } reference && reference.StartsWith(prefix, StringComparison.Ordinal) ? reference.Substring(prefix.Length) : null;
    }

    private static SpecNode? Child(SpecNode? node, string name) => (node as SpecMap)?[name];
}
