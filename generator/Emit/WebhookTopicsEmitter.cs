using Intercom.Generator.Model;

namespace Intercom.Generator.Emit;

/// <summary>The topics of webhooks, each a member that says what its notifications are about.</summary>
internal static class WebhookTopicsEmitter
{
    public static EmittedFile Emit(ClientHeader header, EquatableArray<Topic> topics) => EmittedFile.Of(
        header,
        "Clients/WebhookTopics",
        header.Namespace,
        ["Intercom.Json", "Intercom.Webhooks", .. header.HasModels ? [header.ModelNamespace] : Array.Empty<string>()],
        [
            Code.Text($$"""
                /// <summary>The topics of webhooks, each with the type of what its notifications are about.</summary>
                {{header.Accessibility}} static partial class WebhookTopics
                {
                    {{Code.Blocks(topics.Select(Member))}}
                }
                """),
        ]);

    /// <summary>A topic as it is declared.</summary>
    public static string Signature(Topic topic) => $"WebhookTopic<{(topic.Item is null ? "IntercomValue" : TypeText.Of(topic.Item))}> {topic.Name}";

    private static string Member(Topic topic) => Code.Text($$"""
        {{DocEmitter.Emit(topic.Doc, DocEmitter.Verbatim(topic.Text))}}
        public static {{Signature(topic)}} => new({{Literal.Of(topic.Text)}});
        """);
}
