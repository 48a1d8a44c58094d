using Intercom.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Intercom.Generator.Scoping;

/// <summary>
/// Finds the words that emitted code has to say in full. Its usings come before whatever lies around its namespaces; what lies in
/// them, or beside what the usings bring, comes before the usings or makes them ambiguous.
/// </summary>
internal sealed class NameClashes
{
    private readonly Compilation _compilation;
    private readonly IReadOnlyList<(string Namespace, string Word)> _outside;

    private NameClashes(Compilation compilation)
    {
        _compilation = compilation;
        _outside = [.. Outside(compilation)];
    }

    public static EquatableArray<ClashingName> Of(IEnumerable<Vocabulary> clients, Compilation compilation)
    {
        var clashes = new NameClashes(compilation);
        return clients.SelectMany(clashes.Of).ToEquatable();
    }

    private IEnumerable<ClashingName> Of(Vocabulary client)
    {
        var own = new[] { client.Namespace, client.ModelNamespace };
        var found = own.Concat(OutsideWords.Runtime).Distinct().ToDictionary(static place => place, ForeignMembers);
        if (found.Values.All(static members => members.Count == 0))
            return [];
        return from word in _outside.Concat(client.Types.Select(type => (Namespace: client.ModelNamespace, Word: type))).Distinct()
               where found.Any(place => place.Key != word.Namespace && place.Value.Contains(word.Word))
               select new ClashingName(client.Namespace, word.Word, word.Namespace);
    }

    private static IEnumerable<(string Namespace, string Word)> Outside(Compilation compilation)
    {
        foreach (var (place, words) in OutsideWords.Platform.Concat(OutsideWords.Attributes))
            foreach (var word in words)
                yield return (place, word);
        foreach (var place in OutsideWords.Runtime)
            foreach (var type in NamespacePath.Find(RuntimeOf(compilation)?.GlobalNamespace, place)?.GetTypeMembers().ToArray() ?? [])
                yield return (place, type.Name);
    }

    /// <summary>The names of what the program and all that it references declare in a namespace; what the runtime declares is meant.</summary>
    private HashSet<string> ForeignMembers(string place)
    {
        var runtime = RuntimeOf(_compilation);
        var names = _compilation.SourceModule.ReferencedAssemblySymbols
            .Where(assembly => !SymbolEqualityComparer.Default.Equals(assembly, runtime))
            .Prepend(_compilation.Assembly)
            .SelectMany(assembly => NamespacePath.Find(assembly.GlobalNamespace, place)?.GetMembers() ?? [])
            .SelectMany(static member => new[] { member.Name, WithoutAttribute(member.Name) });
        return new HashSet<string>(names, StringComparer.Ordinal);
    }

    private static IAssemblySymbol? RuntimeOf(Compilation compilation) => compilation.GetTypeByMetadataName("Intercom.IntercomConnection")?.ContainingAssembly;

    private static string WithoutAttribute(string name) =>
        name.EndsWith(nameof(Attribute), StringComparison.Ordinal) ? name.Substring(0, name.Length - nameof(Attribute).Length) : name;
}
