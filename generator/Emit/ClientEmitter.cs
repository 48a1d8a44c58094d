using Intercom.Generator.Model;

namespace Intercom.Generator.Emit;

/// <summary>The client itself: a property per resource.</summary>
internal static class ClientEmitter
{
    public static EmittedFile Emit(ClientHeader header, EquatableArray<ResourceName> resources) => EmittedFile.Of(
        header,
        "Clients/" + header.ClientName,
        header.Namespace,
        ["System", "System.Collections.Generic", "System.Threading", "Intercom", .. header.StreamEvent is null ? Array.Empty<string>() : [header.ModelNamespace]],
        [
            Code.Text($$"""
                /// <summary>The Intercom API, version {{DocEmitter.Escape(header.Version)}}.</summary>
                {{header.Accessibility}} partial class {{header.ClientName}} : IIntercomClient<{{header.ClientName}}>
                {
                    {{Code.Lines(resources.Select(static resource => $"private {resource.ClientName}? {Field(resource)};"))}}

                    /// <summary>Calls Intercom.</summary>
                    /// <param name="options">How to reach it.</param>
                    public {{header.ClientName}}(IntercomClientOptions options) : this(new IntercomConnection(options, ApiVersion)) { }

                    /// <summary>Calls Intercom through a connection.</summary>
                    /// <param name="connection">The connection.</param>
                    public {{header.ClientName}}(IntercomConnection connection) => Connection = connection;

                    /// <summary>For test doubles, which override what they need.</summary>
                    protected {{header.ClientName}}() => Connection = null!;

                    /// <summary>The version of the document that this client was made from.</summary>
                    public static string ApiVersion => {{Literal.Of(header.ApiVersion)}};

                    /// <summary>The connection that the client calls through.</summary>
                    public IntercomConnection Connection { get; }

                    {{Code.Blocks(resources.Select(Property))}}

                    {{(header.StreamEvent is null ? "" : Subscribe(header.StreamEvent))}}

                    static {{header.ClientName}} IIntercomClient<{{header.ClientName}}>.Create(IntercomConnection connection) => new(connection);
                }
                """),
        ]);

    private static string Subscribe(string @event) => Code.Text($$"""
        /// <summary>Gives the events of a stream until they end.</summary>
        /// <remarks>The address holds a token of its own: it is valid for three minutes, and no other token is sent to it.</remarks>
        /// <param name="subscriptionUrl">The address, from the answer of the call that started the conversation.</param>
        /// <param name="options">How the events are received.</param>
        /// <param name="cancellationToken">Ends the events.</param>
        public virtual IAsyncEnumerable<FinStreamEvent<{{@event}}>> SubscribeAsync(string subscriptionUrl, FinStreamOptions? options = null, {{CallParameters.Token}}) =>
            FinStream.SubscribeAsync<{{@event}}>(new Uri(subscriptionUrl), options, cancellationToken);
        """);

    private static string Property(ResourceName resource) => Code.Text($$"""
        /// <summary>{{DocEmitter.Escape(resource.Summary)}}</summary>
        public virtual {{resource.ClientName}} {{resource.Name}} => {{Field(resource)}} ??= new(Connection);
        """);

    private static string Field(ResourceName resource) => "_" + char.ToLowerInvariant(resource.Name[0]) + resource.Name.Substring(1);
}
