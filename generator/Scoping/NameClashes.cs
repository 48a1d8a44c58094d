using Intercom.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Intercom.Generator.Scoping;

/// <summary>
/// Finds the words that emitted code has to say in full. Its usings come before whatever lies around its namespaces; what lies in
/// them, or beside what the usings bring, comes before the usings or makes them ambiguous.
/// </summary>
internal sealed class NameClashes(Compilation compilation)
{
    private readonly IAssemblySymbol? _runtime = RuntimeAssembly.Of(compilation);

    public static EquatableArray<ClashingName> Of(IEnumerable<Vocabulary> clients, Compilation compilation)
    {
        var clashes = new NameClashes(compilation);
        return clients.SelectMany(clashes.Of).ToEquatable();
    }

    private IEnumerable<ClashingName> Of(Vocabulary client)
    {
        var places = new[] { client.Namespace, client.ModelNamespace }.Concat(OutsideWords.Runtime).Distinct().ToList();
        var assemblies = Foreign(places);
        var found = places.ToDictionary(static place => place, place => MembersOf(place, assemblies));
        // Nearly every program ends here, at each edit.
        return found.Values.All(static members => members.Count == 0) ? []
            : from word in Outside().Concat(client.Types.Select(type => (Namespace: client.ModelNamespace, Word: type))).Distinct()
              where found.Any(place => place.Key != word.Namespace && place.Value.Contains(word.Word))
              select new ClashingName(client.Namespace, word.Word, word.Namespace);
    }

    private IEnumerable<(string Namespace, string Word)> Outside()
    {
        foreach (var (place, words) in OutsideWords.Platform.Concat(OutsideWords.Attributes))
            foreach (var word in words)
                yield return (place, word);
        foreach (var place in OutsideWords.Runtime)
            foreach (var type in NamespacePath.Find(_runtime?.GlobalNamespace, place)?.GetTypeMembers().ToArray() ?? [])
                yield return (place, type.Name);
    }

    /// <summary>The program, and all that it references but the runtime, as far as they can have anything in some namespaces.</summary>
    private List<IAssemblySymbol> Foreign(IEnumerable<string> places)
    {
        var roots = places.Select(static place => place.Split('.')[0]).Distinct().ToList();
        return compilation.SourceModule.ReferencedAssemblySymbols
            .Where(assembly => !SymbolEqualityComparer.Default.Equals(assembly, _runtime))
            .Prepend(compilation.Assembly)
            .Where(assembly => roots.Exists(root => assembly.GlobalNamespace.GetMembers(root).Any()))
            .ToList();
    }

    private static HashSet<string> MembersOf(string place, List<IAssemblySymbol> assemblies) => new(
        assemblies
            .SelectMany(assembly => NamespacePath.Find(assembly.GlobalNamespace, place)?.GetMembers() ?? [])
            .SelectMany(static member => new[] { member.Name, WithoutAttribute(member.Name) }),
        StringComparer.Ordinal);

    private static string WithoutAttribute(string name) =>
        name.EndsWith(nameof(Attribute), StringComparison.Ordinal) ? name.Substring(0, name.Length - nameof(Attribute).Length) : name;
}
