using Intercom.Generator.Model;
using Intercom.Generator.Naming;

namespace Intercom.Generator.Parsing;

/// <summary>From drafts to the types of the model, once all of their uses are known.</summary>
internal sealed class TypeFinisher
{
    private static readonly string[] ReservedMembers =
    [
        "AdditionalProperties", "EqualityContract", "Equals", "ReferenceEquals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize", "PrintMembers", "Clone", "Names", "Visit", "Same", "Assigned", "Sent", "Keep", "NamesOfProperties", "VisitProperty", "AssignedAsRead", "ToForm",
        // Types that the code of a record names where a property of that name would be meant.
        "JsonCursor", "JsonCursor", "JsonNames", "UnixTime",
    ];

    private readonly TypeTable _types;
    private readonly IReadOnlyDictionary<string, string> _enumNames;
    private readonly (string Event, string Property)? _stream;
    private readonly ILookup<(string? Record, string Property), string> _caseNames;
    private readonly Dictionary<string, RecordType> _records = new(StringComparer.Ordinal);

    public TypeFinisher(TypeTable types, (string Event, string Property)? stream)
    {
        _stream = stream;
        _types = types;
        _enumNames = types.NameEnums();
        _caseNames = types.Drafts.OfType<UnionDraft>().Where(static union => union is { Discriminator: not null, IsSibling: false })
            .SelectMany(static union => union.Cases, (union, @case) => (union.Discriminator, @case.Type.Name, Value: ValuesOf(union, @case).LastOrDefault()))
            .Where(static name => name.Value is not null)
            .Distinct()
            .ToLookup(static name => (name.Name, name.Discriminator!), static name => name.Value!);
        foreach (var draft in types.Drafts.OfType<RecordDraft>())
            _records.Add(draft.Name, Finish(draft));
    }

    public IReadOnlyDictionary<string, RecordType> Records => _records;

    public Operation Finish(Operation operation)
    {
        var finished = operation with
        {
            Doc = operation.Doc.Or(operation.Name),
            Arguments = operation.Arguments.Select(Finish).ToEquatable(),
            Body = operation.Body is { } body ? body with { Type = Named(body.Type), Doc = body.Doc.Length > 0 ? body.Doc : "What to send." } : null,
            Result = operation.Result with { Type = operation.Result.Type is { } type ? Named(type) : null },
        };
        return finished with { Paging = PagingDetector.Detect(finished, _records), Stream = StreamOf(finished) };
    }

    private EventStream? StreamOf(Operation operation) =>
        _stream is { } stream && operation.Result.Type is { Kind: TypeKind.Record } type && _records[type.Name!].Properties.FirstOrDefault(p => p.WireName == stream.Property) is { } address
            ? new EventStream(stream.Event, address.Name)
            : null;

    /// <summary>The types in files: those that one resource alone uses stand with it, the others together by kind.</summary>
    public EquatableArray<TypeArea> Areas(IEnumerable<Draft> drafts) => drafts
        .Select(draft => (Area: AreaOf(draft), Type: Finish(draft)))
        .GroupBy(static t => t.Area, StringComparer.OrdinalIgnoreCase)
        .OrderBy(static area => area.Key, StringComparer.Ordinal)
        .Select(static area => new TypeArea(area.Key, area.Select(static t => t.Type).OrderBy(static type => type.Name, StringComparer.Ordinal).ToEquatable()))
        .ToEquatable();

    private static string AreaOf(Draft draft) => draft switch
    {
        { Resources.Count: 1 } => draft.Resources.Single(),
        { Resources.Count: 0 } => "Standalone",
        EnumDraft => "SharedEnums",
        UnionDraft => "SharedUnions",
        { IsSent: true, IsReceived: false } => "SharedRequests",
        _ => "Shared",
    };

    private ApiType Finish(Draft draft) => draft switch
    {
        RecordDraft record => _records[record.Name],
        EnumDraft @enum => Finish(@enum),
        UnionDraft union => Finish(union),
        _ => throw new InvalidOperationException(draft.GetType().Name),
    };

    private RecordType Finish(RecordDraft draft)
    {
        var names = new UniqueNames(ReservedMembers.Concat([draft.Name]));
        var properties = draft.Properties.Select(property => Finish(property, draft, names)).ToList();
        return new RecordType(draft.Name, draft.Doc.Or(draft.Name), properties.ToEquatable(), draft.IsSent, draft.IsForm);
    }

    private Property Finish(PropertyDraft property, RecordDraft owner, UniqueNames names)
    {
        var name = property.PreferredName ?? Identifier.Pascal(property.WireName);
        var isConstant = property.Constant is not null && owner.IsSent && !owner.IsReceived && property.IsRequired;
        var isRequired = property.IsRequired && owner.IsSent && !isConstant && !property.FillsNow;
        return new Property(
            names.Take(name, property.Type.Kind == TypeKind.List ? "Items" : name + "Value"),
            property.WireName,
            Named(property.Type),
            DocOf(property.Doc, property.Type).Or(property.WireName),
            isRequired,
            IsNullable: !(isRequired && !owner.IsReceived),
            isConstant ? property.Constant : null,
            property.IsSecret,
            property.IsDeprecated,
            property.FillsNow,
            property.Discriminator,
            AliasesOf(property, owner).ToEquatable(),
            CaseNameOf(property, owner));
    }

    private Argument Finish(Argument argument) => argument with
    {
        Type = Named(argument.Type),
        Doc = DocOf(new Doc(argument.Doc), argument.Type).Or(argument.Name.TrimStart('@')).Summary,
    };

    private static Doc DocOf(Doc doc, TypeRef type) => type.IsTime ? doc.WithoutUnits() : doc;

    /// <summary>The one name that unions know a record by; what is read keeps what it says.</summary>
    private string? CaseNameOf(PropertyDraft property, RecordDraft owner)
    {
        var names = _caseNames[(owner.Name, property.WireName)].ToList();
        return names.Count == 1 && property.Type.Kind == TypeKind.Text && !owner.IsSent ? names[0] : null;
    }

    // A list may come under the name `data` whatever the document calls it; four of Preview's do.
    private static IEnumerable<string> AliasesOf(PropertyDraft property, RecordDraft owner)
    {
        var isTheList = owner.IsReceived && property.Type is { Kind: TypeKind.List, Item.Kind: TypeKind.Record }
            && owner.Properties.Count(static p => p.Type.Kind == TypeKind.List) == 1 && owner.Properties.All(static p => p.WireName != "data")
            && owner.Properties.Any(static p => p.WireName is "type" or "pages" or "total_count");
        return isTheList && !property.Aliases.Contains("data") ? property.Aliases.Concat(["data"]) : property.Aliases;
    }

    private static EnumType Finish(EnumDraft draft)
    {
        var names = new UniqueNames(["Value", "Known", "Equals", "ReferenceEquals", "GetHashCode", "ToString", "GetType", "From", "Finalize", "MemberwiseClone", draft.Name]);
        return new EnumType(draft.Name, draft.Doc.Or(draft.Name), draft.Values.Select(value => NameOf(draft, value, names)).ToEquatable());
    }

    private static EnumValue NameOf(EnumDraft draft, string value, UniqueNames names)
    {
        var name = draft.Names.TryGetValue(value, out var given) ? given : Identifier.EnumValue(value);
        return new EnumValue(names.Take(name, name + "Value"), value);
    }

    private UnionType Finish(UnionDraft draft)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var cases = draft.Cases.Select(@case => new UnionCase(Named(@case.Type), ValuesOf(draft, @case).Where(taken.Add).ToEquatable(), RequiredOf(draft, @case).ToEquatable())).ToList();
        return new UnionType(draft.Name, draft.Doc.Or(draft.Name), cases.ToEquatable(), draft.Discriminator, draft.IsSibling);
    }

    private IEnumerable<string> ValuesOf(UnionDraft union, CaseDraft @case)
    {
        var constant = (_types.Find(@case.Type) as RecordDraft)?.Properties.FirstOrDefault(p => p.WireName == union.Discriminator)?.Constant;
        return (constant is null ? @case.Values : @case.Values.Concat([constant])).Distinct(StringComparer.Ordinal);
    }

    /// <summary>What tells an object of this case from the other cases, where no discriminator does: its required properties, or else its own.</summary>
    private IEnumerable<string> RequiredOf(UnionDraft union, CaseDraft @case)
    {
        if (_types.Find(@case.Type) is not RecordDraft record)
            return [];
        var others = union.Cases.Where(other => other != @case).Select(other => _types.Find(other.Type)).OfType<RecordDraft>().ToList();
        var required = record.Properties.Where(static p => p.IsRequired).Select(static p => p.WireName).Where(name => !others.All(o => o.Properties.Any(p => p.IsRequired && p.WireName == name))).ToList();
        return required.Count > 0 ? required : record.Properties.Select(static p => p.WireName).Where(name => !others.Any(o => o.Properties.Any(p => p.WireName == name)));
    }

    public Topic Finish(Topic topic) => topic with { Item = topic.Item is { } item ? Named(item) : null };

    private TypeRef Named(TypeRef type)
    {
        var item = type.Item is null ? null : Named(type.Item);
        var name = type.Name is not null && _enumNames.TryGetValue(type.Name, out var final) ? final : type.Name;
        return item == type.Item && name == type.Name ? type : type with { Name = name, Item = item };
    }
}
