using Intercom.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Intercom.Generator.Scoping;

/// <summary>A client that a reference of the project brings, under the name of one that would be emitted.</summary>
internal sealed record ReadyClient(string Name, string Namespace, string Assembly)
{
    public static EquatableArray<ReadyClient> Of(IEnumerable<ClientHeader> clients, Compilation compilation) => (
        from client in clients
        let name = $"{client.Namespace}.{client.ClientName}"
        from assembly in compilation.SourceModule.ReferencedAssemblySymbols
        where assembly.GetTypeByMetadataName(name) is { } type && compilation.IsSymbolAccessibleWithin(type, compilation.Assembly)
        select new ReadyClient(name, client.Namespace, assembly.Name)).ToEquatable();
}
