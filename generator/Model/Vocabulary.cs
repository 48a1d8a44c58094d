namespace Intercom.Generator.Model;

/// <summary>The words of a client's own: the types that it emits, each in one of its two namespaces.</summary>
internal sealed record Vocabulary(string Namespace, EquatableArray<string> Clients, EquatableArray<string> Types)
{
    public string ModelNamespace => Namespace + ".Models";
}
