using Intercom.Generator.Model;

namespace Intercom.Generator.Parsing;

/// <summary>Writes down the names that were given, as <see cref="PinnedNames"/> reads them.</summary>
internal static class Pinning
{
    public static PlacedNames Of(IEnumerable<Resource> resources, IEnumerable<OperationDraft> drafts, TypeTable types)
    {
        var methods = resources
            .SelectMany(static resource => resource.Operations
                .Select(operation => (operation.Id, Name: $"{resource.Name}.{operation.Name}")))
            .ToDictionary(static method => method.Id, static method => method.Name, StringComparer.Ordinal);
        return new PlacedNames(
            InOrder(drafts
                .Where(draft => methods.ContainsKey(draft.Id))
                .Select(draft => new PlacedName(draft.Place, Value(draft, methods[draft.Id])))),
            InOrder(types.Drafts
                .SelectMany(static draft => draft.Places.Select(place => (Place: place, Type: new PinnedType(FaceOf(draft), draft.Name))))
                .Concat(types.Unnamed.Select(static kept => (Place: kept.Key, Type: kept.Value)))
                .Select(static type => new PlacedName(type.Place, type.Type.ToString()))));
    }

    private static EquatableArray<PlacedName> InOrder(IEnumerable<PlacedName> names) =>
        // A place is that of one type: what else stands there is made of it.
        names.GroupBy(static name => name.Place, StringComparer.Ordinal).Select(static same => same.First())
            .OrderBy(static name => name.Place, StringComparer.Ordinal).ToEquatable();

    private static string Value(OperationDraft draft, string name)
    {
        var body = draft.Body is null ? "" : ", body: true";
        var statuses = string.Join(", ", draft.Result.Statuses.Distinct().Select(static status => $"'{status}'"));
        var answers = statuses.Length == 0 ? "" : $", answers: [{statuses}]";
        return $"{{ name: {name}{body}{answers} }}";
    }

    private static TypeFace FaceOf(Draft draft) => draft.Face ?? draft switch
    {
        EnumDraft => TypeFace.Enum,
        UnionDraft => TypeFace.Union,
        QueryDraft => TypeFace.Query,
        FieldsDraft => TypeFace.Fields,
        { IsSent: true, IsReceived: false } => TypeFace.Request,
        { IsSent: false } => TypeFace.Answer,
        _ => TypeFace.Record,
    };
}
