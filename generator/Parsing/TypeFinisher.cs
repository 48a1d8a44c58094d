using Intercom.Generator.Model;
using Intercom.Generator.Naming;
using Intercom.Generator.Parsing.Places;

namespace Intercom.Generator.Parsing;

/// <summary>From drafts to the types of the model, once all of their uses are known.</summary>
internal sealed class TypeFinisher
{
    public static readonly ISet<string> ReservedMembers = UniqueNames.Reserved(
    [
        .. ReservedNames.OfRecord, "AdditionalProperties", "Names", "Visit", "Same", "Assigned",
        "Sent", "Keep", "NamesOfProperties", "VisitProperty", "AssignedAsRead", "ToForm",
        // Types that the code of a record names where a property of that name would be meant.
        "JsonCursor", "JsonNames", "UnixTime",
    ]);

    private static readonly ISet<string> ReservedValues = UniqueNames.Reserved([.. ReservedNames.OfRecord, "Value", "Known", "From"]);

    private readonly TypeTable _types;
    private readonly Omissions _omissions;
    private readonly ILookup<(string? Record, string Property), string> _caseNames;
    private readonly Dictionary<string, RecordType> _records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ListedItems> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<NamedProperty>> _properties = new(StringComparer.Ordinal);

    public TypeFinisher(TypeTable types, Omissions omissions)
    {
        _types = types;
        _omissions = omissions;
        _caseNames = types.Drafts.OfType<UnionDraft>().Where(static union => union is { Discriminator: not null, IsSibling: false })
            .SelectMany(
                static union => union.Cases,
                (union, @case) => (union.Discriminator, @case.Type.Name, Value: ValuesOf(union, @case).LastOrDefault()))
            .Where(static name => name.Value is not null)
            .Distinct()
            .ToLookup(static name => (name.Name, name.Discriminator!), static name => name.Value!);
        foreach (var draft in types.Drafts.OfType<RecordDraft>())
            _records.Add(draft.Name, Finish(draft));
        foreach (var draft in types.Drafts.OfType<RecordDraft>())
            if (ListOf(draft) is { } list)
                _items.Add(draft.Name, Items(draft, list));
    }

    /// <summary>The properties of a record by their final names; none where the type is no record.</summary>
    public IReadOnlyList<NamedProperty> PropertiesOf(TypeRef? type) =>
        type is { Kind: TypeKind.Record, Name: { } name } && _properties.TryGetValue(name, out var properties) ? properties : [];

    /// <summary>A record as it is emitted; null where the type is none.</summary>
    public RecordType? RecordOf(TypeRef type) =>
        _types.Find(type) is RecordDraft record && _records.TryGetValue(record.Name, out var finished) ? finished : null;

    /// <summary>Whether a union has a type among its cases.</summary>
    public bool Takes(TypeRef union, TypeRef @case) =>
        _types.Find(union) is UnionDraft draft
        && draft.Cases.Exists(one => _types.Find(one.Type) is { } known && known == _types.Find(@case));

    /// <summary>What a record lists; null where it is no list.</summary>
    public ListedItems? ItemsOf(TypeRef? type) =>
        type is { Kind: TypeKind.Record, Name: { } name } && _items.TryGetValue(name, out var items) ? items : null;

    /// <summary>The types in files: those that one resource alone uses stand with it, the others together by kind.</summary>
    public EquatableArray<TypeArea> Areas(IEnumerable<Draft> drafts) => drafts
        .Select(draft => (Area: AreaOf(draft), Type: Finish(draft)))
        .GroupBy(static t => t.Area, StringComparer.OrdinalIgnoreCase)
        .OrderBy(static area => area.Key, StringComparer.Ordinal)
        .Select(static area => new TypeArea(
            area.Key,
            area.Select(static t => t.Type).OrderBy(static type => type.Name, StringComparer.Ordinal).ToEquatable()))
        .ToEquatable();

    private static string AreaOf(Draft draft) => draft switch
    {
        { Resources.Count: 1 } => draft.Resources.Single(),
        { Resources.Count: 0 } => "Standalone",
        EnumDraft or FieldsDraft => "SharedEnums",
        UnionDraft => "SharedUnions",
        { IsSent: true, IsReceived: false } => "SharedRequests",
        _ => "Shared",
    };

    private ApiType Finish(Draft draft) => draft switch
    {
        RecordDraft record => _records[record.Name] with { Items = ItemsBeside(record) },
        EnumDraft @enum => Finish(@enum),
        UnionDraft union => Finish(union),
        QueryDraft query => Finish(query),
        FieldsDraft fields => SearchFields.Finish(fields),
        _ => throw new InvalidOperationException(draft.GetType().Name),
    };

    private RecordType Finish(RecordDraft draft)
    {
        var names = new UniqueNames([draft.Name], ReservedMembers);
        // What is listed has the same name everywhere, whatever else a later document calls so. A list that cannot have its own name
        // has that one.
        var listed = ListOf(draft);
        if (listed is not null && (listed.Name is not { } own || (own != ListedItems.Name && !names.IsTaken(own))))
            names.Take(ListedItems.Name);
        var named = draft.Properties.Select(property => (Draft: property, Named: Name(property, draft, names))).ToList();
        _properties[draft.Name] = named.ConvertAll(static property => property.Named);
        var finisher = new PropertyFinisher(draft, _properties[draft.Name], _omissions);
        var list = ListIn(draft);
        return new RecordType(
            draft.Name,
            draft.Doc.Or(draft.Name),
            named.Select(property => Finished(finisher.Finish(property.Draft, property.Named), property.Draft)).ToEquatable(),
            IsRequest: draft.IsSent && draft.IsJson,
            draft.IsForm,
            draft.IsJson || !draft.IsForm,
            draft.IsOpen);

        Property Finished(Property property, PropertyDraft made) => property with
        {
            Aliases = AliasesOf(made, list).ToEquatable(),
            CaseName = CaseNameOf(made, draft),
            IsAlwaysThere = property.IsAlwaysThere || (listed is { Inner: null } && made == listed.First),
        };
    }

    // A type cannot hold a member of its own name.
    private ListedItems? ItemsBeside(RecordDraft record) =>
        _items.TryGetValue(record.Name, out var items) && !items.IsNamed && record.Name != ListedItems.Name ? items : null;

    private ListedProperty? ListOf(RecordDraft draft) =>
        draft is { IsRequest: false, IsJson: true } ? ListedProperty.Of(draft, _types) : null;

    private ListedItems Items(RecordDraft draft, ListedProperty list)
    {
        var first = PropertyOf(list.First, PropertiesOf(new TypeRef(TypeKind.Record, draft.Name)));
        var inner = list.Inner is { } deeper ? PropertyOf(deeper, PropertiesOf(first.Type)) : null;
        return ListedProperty.Made(first, inner, PlaceTable.DeclaredItem(Final(list.Item, Place.Item)), draft.IsAnswer);
    }

    private static NamedProperty PropertyOf(PropertyDraft draft, IReadOnlyList<NamedProperty> named) =>
        named.First(property => property.WireName == draft.WireName);

    private NamedProperty Name(PropertyDraft property, RecordDraft owner, UniqueNames names)
    {
        var name = property.PreferredName ?? Identifier.Pascal(property.WireName);
        var type = Final(property.Type, owner.IsForm ? Place.FormPart : Place.Property);
        return new NamedProperty(names.Take(name, property.Type.Kind == TypeKind.List ? "Items" : name + "Value"), property.WireName, type);
    }

    /// <summary>The one name that unions know a record by; what is read keeps what it says.</summary>
    private string? CaseNameOf(PropertyDraft property, RecordDraft owner)
    {
        var names = _caseNames[(owner.Name, property.WireName)].ToList();
        return names.Count == 1 && property.Type.Kind == TypeKind.Text && owner.IsAnswer ? names[0] : null;
    }

    // A list may come under the name `data` whatever the document calls it; four of Preview's do.
    private static IEnumerable<string> AliasesOf(PropertyDraft property, PropertyDraft? list) =>
        property == list && !property.Aliases.Contains("data") ? property.Aliases.Concat(["data"]) : property.Aliases;

    /// <summary>The one list of records in what is the answer of a list; null where it is none.</summary>
    private static PropertyDraft? ListIn(RecordDraft record)
    {
        if (!record.IsReceived || record.Has("data") || !(record.Has("type") || record.Has("pages") || record.Has("total_count")))
            return null;
        var lists = record.Properties.FindAll(static property => property.Type.Kind == TypeKind.List);
        return lists.Count == 1 && lists[0].Type.Item!.Kind == TypeKind.Record ? lists[0] : null;
    }

    private static EnumType Finish(EnumDraft draft)
    {
        var names = new UniqueNames([draft.Name], ReservedValues);
        return new EnumType(draft.Name, draft.Doc.Or(draft.Name), draft.Values.Select(value => NameOf(draft, value, names)).ToEquatable());
    }

    private static EnumValue NameOf(EnumDraft draft, string value, UniqueNames names)
    {
        var name = draft.Names.TryGetValue(value, out var given) ? given : Identifier.EnumValue(value);
        return new EnumValue(names.Take(name, name + "Value"), value);
    }

    private QueryType Finish(QueryDraft draft) =>
        new(draft.Name, draft.Doc, draft.Arguments.Select(argument => ArgumentFinisher.Finish(argument, this)).ToEquatable());

    private UnionType Finish(UnionDraft draft)
    {
        foreach (var @case in draft.Cases.Where(static @case => PlaceTable.FateOf(Place.UnionCase, @case.Type.Kind) == Fate.Text))
            _omissions.Untyped(draft.Pointer, "bytes that are one of several types", "text");
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var shapes = new CaseShapes(draft.Cases.Select(@case => _types.Find(@case.Type)).OfType<RecordDraft>());
        var types = new HashSet<string>(StringComparer.Ordinal);
        var cases = draft.Cases
            .Select(@case => (Draft: @case, Type: Final(Apart(@case.Type, draft), Place.UnionCase)))
            // What is one of several types is not itself one of these, whatever a discriminator maps to it.
            .Where(@case => @case.Type.Name != draft.Name)
            .Select(static @case => (@case.Draft, Shape: PlaceTable.ShapeOf(@case.Type)))
            // C# sees no difference between two cases of one type, whether their items can be null or not.
            .Where(@case => @case.Shape.Recognition != Recognition.Codec || @case.Shape.Type.Name != "JsonElement")
            .Where(@case => types.Add(@case.Shape.Type.ToString().Replace("?", "")))
            .Select(@case => new UnionCase(
                @case.Shape,
                _types.Find(@case.Draft.Type) is RecordDraft,
                ValuesOf(draft, @case.Draft).Where(taken.Add).ToEquatable(),
                (_types.Find(@case.Draft.Type) is RecordDraft record ? shapes.Telling(record) : []).ToEquatable()));
        var fallback = draft.Fallback is { } type ? PlaceTable.ShapeOf(type) : null;
        var doc = draft.Doc.Or(draft.Name);
        return new UnionType(draft.Name, doc, InOrder(cases).ToEquatable(), draft.Discriminator, draft.IsSibling, fallback);
    }

    // Beside a text, C# sees no difference between it and an identifier that is a number on the wire: there it is the number.
    private static TypeRef Apart(TypeRef type, UnionDraft union) => type.Kind switch
    {
        TypeKind.Identifier when union.Cases.Exists(static @case => @case.Type.Kind == TypeKind.Text) => TypeRef.Integer,
        TypeKind.List when type.Item!.Kind == TypeKind.Identifier
            && union.Cases.Exists(static @case => @case.Type is { Kind: TypeKind.List, Item.Kind: TypeKind.Text }) =>
            TypeRef.List(TypeRef.Integer),
        _ => type,
    };

    // What is told by being readable is tried before what takes every text or number.
    private static IEnumerable<UnionCase> InOrder(IEnumerable<UnionCase> cases) =>
        cases.OrderBy(static @case => @case.Shape.Recognition != Recognition.Codec);

    private IEnumerable<string> ValuesOf(UnionDraft union, CaseDraft @case)
    {
        var constant = (_types.Find(@case.Type) as RecordDraft)?.Properties
            .FirstOrDefault(p => p.WireName == union.Discriminator)?.Constant;
        return (constant is null ? @case.Values : @case.Values.Concat([constant])).Distinct(StringComparer.Ordinal);
    }

    public Topic Finish(TopicDraft topic)
    {
        var item = topic.Item is { } type ? PlaceTable.ShapeOf(Final(type, Place.WebhookItem)).Type : null;
        return new(topic.Name, topic.Text, item, topic.Doc, topic.SentAs);
    }

    /// <summary>A type where it stands, now that all names are final.</summary>
    public TypeRef Final(TypeRef type, Place place) => PlaceTable.At(place, Named(type));

    private TypeRef Named(TypeRef type)
    {
        var item = type.Item is null ? null : Named(type.Item);
        if (!type.IsNamed)
            return item == type.Item ? type : type with { Item = item };
        // What was foreseen of a component that holds itself, and did not come.
        if (_types.Find(type) is not { } draft)
            return TypeRef.Json;
        var kind = draft switch { RecordDraft => TypeKind.Record, EnumDraft => TypeKind.Enum, _ => TypeKind.Union };
        return kind == type.Kind && draft.Name == type.Name ? type : type with { Kind = kind, Name = draft.Name };
    }
}

/// <summary>A property by its final name.</summary>
internal sealed record NamedProperty(string Name, string WireName, TypeRef Type);
