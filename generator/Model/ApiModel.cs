using Intercom.Generator.SafeText;

namespace Intercom.Generator.Model;

/// <summary>A whole client: everything that is emitted for one document, decided.</summary>
/// <param name="Problems">What the project asked for and the document does not have.</param>
/// <param name="Names">The names that were given, by the places that they were given to.</param>
internal sealed record ApiModel(
    ClientHeader Header,
    EquatableArray<Resource> Resources,
    EquatableArray<TypeArea> Areas,
    EquatableArray<Topic> Topics,
    EquatableArray<OptionProblem> Problems,
    PlacedNames Names)
{
    /// <summary>The groups that the project's tags cut in part.</summary>
    public EquatableArray<OptionProblem> Cuts { get; init; }

    public IEnumerable<ApiType> Types => Areas.SelectMany(static area => area.Types);

    public Vocabulary Vocabulary => new(
        Header.Namespace,
        Resources.Select(static resource => resource.ClientName).Append(Header.ClientName).ToEquatable(),
        Types.Select(static type => type.Name).ToEquatable());
}

/// <summary>What every emitted file says of the client it belongs to.</summary>
/// <param name="StreamEvent">The type of the events of the document's stream; null where it has none.</param>
/// <param name="HasModels">Whether there are types: without one the namespace of the models does not exist.</param>
internal sealed record ClientHeader(
    string Namespace,
    string ClientName,
    string Accessibility,
    string Document,
    string Version,
    string ApiVersion,
    string Folder,
    string? StreamEvent,
    bool HasModels)
{
    public Name ModelNamespace => Name.Dotted(Namespace + ".Models");

    public Code Visibility => Accessibility == "internal" ? Code.Of("internal") : Code.Of("public");
}

/// <summary>The types that one resource alone uses, or that several share: one emitted file.</summary>
internal sealed record TypeArea(string Name, EquatableArray<ApiType> Types);
