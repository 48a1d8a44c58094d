using Intercom.Generator.Model;
using Intercom.Generator.SafeText;

namespace Intercom.Generator.Emit;

/// <summary>The topics of webhooks, each a member that says what its notifications are about.</summary>
internal static class WebhookTopicsEmitter
{
    public static EmittedFile Emit(ClientHeader header, EquatableArray<Topic> topics) => EmittedFile.Of(
        header,
        "Clients/WebhookTopics",
        Name.Dotted(header.Namespace),
        [
            Name.Dotted("Intercom"), Name.Dotted("Intercom.Json"), Name.Dotted("Intercom.Webhooks"),
            .. header.HasModels ? [header.ModelNamespace] : Array.Empty<Name>(),
        ],
        [
            Code.Text($$"""
                /// <summary>The topics of webhooks, each with the type of what its notifications are about.</summary>
                {{header.Visibility}} static partial class WebhookTopics
                {
                    {{Code.Blocks(topics.Select(Member))}}
                }
                """),
        ]);

    /// <summary>A topic as it is declared.</summary>
    public static Code Signature(Topic topic) =>
        Code.Text($"WebhookTopic<{(topic.Item is null ? Code.Of("IntercomValue") : TypeText.Of(topic.Item))}> {Name.Of(topic.Name)}");

    private static IEnumerable<Code> Names(Topic topic) =>
        topic.SentAs is { } sent ? [Literal.Of(topic.Text), Literal.Of(sent)] : [Literal.Of(topic.Text)];

    private static Code Member(Topic topic) => Code.Text($$"""
        {{DocEmitter.Emit(topic.Doc, DocLine.Verbatim(topic.Text))}}
        public static {{Signature(topic)}} => new({{Code.List(Names(topic))}});
        """);
}
