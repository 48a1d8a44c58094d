using Intercom.Generator.Model;
using Intercom.Generator.SafeText;

namespace Intercom.Generator.Emit;

/// <summary>The client itself: a property per resource.</summary>
internal static class ClientEmitter
{
    public static EmittedFile Emit(ClientHeader header, EquatableArray<ResourceName> resources) => EmittedFile.Of(
        header,
        "Clients/" + header.ClientName,
        Name.Dotted(header.Namespace),
        [
            Name.Dotted("System"), Name.Dotted("System.Collections.Generic"), Name.Dotted("System.Threading"), Name.Dotted("Intercom"),
            .. header.StreamEvent is null ? Array.Empty<Name>() : [header.ModelNamespace],
        ],
        [Client(header, resources, Name.Of(header.ClientName))]);

    private static Code Client(ClientHeader header, EquatableArray<ResourceName> resources, Name client) => Code.Text($$"""
        /// <summary>The Intercom API, version {{DocLine.Of(header.Version)}}.</summary>
        {{header.Visibility}} partial class {{client}} : IIntercomClient<{{client}}>
        {
            {{Code.Lines(resources.Select(Field))}}

            /// <summary>Calls Intercom.</summary>
            /// <param name="options">How to reach it.</param>
            public {{client}}(IntercomClientOptions options) : this(new IntercomConnection(options, ApiVersion)) { }

            /// <summary>Calls Intercom with a token, in the United States, with all else by default.</summary>
            /// <param name="token">The access token.</param>
            public {{client}}(string token) : this(IntercomClientOptions.FromToken(token)) { }

            /// <summary>Calls Intercom through a connection.</summary>
            /// <param name="connection">The connection.</param>
            public {{client}}(IntercomConnection connection) => Connection = connection;

            /// <summary>For test doubles, which override what they need.</summary>
            protected {{client}}() => Connection = null!;

            /// <summary>The version of the document that this client was made from.</summary>
            public static string ApiVersion => {{Literal.Of(header.ApiVersion)}};

            /// <summary>The connection that the client calls through.</summary>
            public IntercomConnection Connection { get; }

            {{Code.Blocks(resources.Select(Property))}}

            {{(header.StreamEvent is null ? Code.Nothing : Subscribe(Name.Of(header.StreamEvent)))}}

            static {{client}} IIntercomClient<{{client}}>.Create(IntercomConnection connection) => new(connection);
        }
        """);

    private static Code Subscribe(Name @event) => Code.Text($$"""
        /// <summary>Gives the events of a stream until they end.</summary>
        /// <remarks>The address holds a token of its own: it is valid for three minutes, and no other token is sent to it.</remarks>
        /// <param name="subscriptionUrl">The address, from the answer of the call that started the conversation.</param>
        /// <param name="options">How the events are received.</param>
        /// <param name="cancellationToken">Ends the events.</param>
        public virtual IAsyncEnumerable<FinStreamEvent<{{@event}}>> SubscribeAsync({{Subscription()}}) =>
            FinStream.SubscribeAsync<{{@event}}>(new Uri(subscriptionUrl), options, cancellationToken);
        """);

    private static Code Subscription() =>
        Code.List([Code.Of("string subscriptionUrl"), Code.Of("FinStreamOptions? options = null"), CallParameters.Token]);

    private static Code Field(ResourceName resource) =>
        Code.Text($"private {Name.Of(resource.ClientName)}? {Name.Field(resource.Name)};");

    private static Code Property(ResourceName resource) => Code.Text($$"""
        /// <summary>{{DocLine.Of(resource.Summary)}}</summary>
        public virtual {{Name.Of(resource.ClientName)}} {{Name.Of(resource.Name)}} => {{Name.Field(resource.Name)}} ??= new(Connection);
        """);
}
