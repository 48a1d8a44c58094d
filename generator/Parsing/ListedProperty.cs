using Intercom.Generator.Model;
using Intercom.Generator.Naming;
using Intercom.Generator.Parsing.Places;
using Intercom.Generator.SafeText;

namespace Intercom.Generator.Parsing;

/// <summary>Where a record holds what it lists: said by an overlay, or told by the shape of a page.</summary>
/// <param name="First">The property of the record.</param>
/// <param name="Inner">The property of what stands there, where the list lies deeper.</param>
internal sealed record ListedProperty(PropertyDraft First, PropertyDraft? Inner)
{
    private static readonly string[] Markers = ["pages", "scroll_param", "next_cursor"];

    /// <summary>The type of an item.</summary>
    public TypeRef Item => (Inner ?? First).Type.Item!;

    /// <summary>What the property of the record would be called; null where the list lies deeper.</summary>
    public string? Name => Inner is null ? First.PreferredName ?? Identifier.Pascal(First.WireName) : null;

    public static ListedItems Made(NamedProperty first, NamedProperty? inner, TypeName item, bool isAnswer)
    {
        Code path = SafeText.Name.Of(first.Name);
        if (inner is not null)
            path = Code.Text($"{path}?.{SafeText.Name.Of(inner.Name)}");
        var isDeep = inner is not null;
        return new ListedItems(path, item, !isDeep && first.Name == ListedItems.Name, isDeep, IsNullable: isDeep || !isAnswer);
    }

    public static ListedProperty? Of(RecordDraft record, TypeTable types) =>
        record.List is { } path ? Said(path.Split('.'), record, types)
        : IsPaged(record.Has) ? InPage(record, types)
        : null;

    /// <summary>Whether an object that has such properties is a page.</summary>
    public static bool IsPaged(Func<string, bool> has) => Array.Exists(Markers, name => has(name)) || (has("page") && has("total_pages"));

    private static ListedProperty? Said(string[] steps, RecordDraft record, TypeTable types) =>
        Find(record, steps[0]) is not { } first ? null
        : steps.Length == 1 ? (IsList(first) ? new ListedProperty(first, null) : null)
        : Find(types.Find(first.Type) as RecordDraft, steps[1]) is { Type.Kind: TypeKind.List } inner ? new ListedProperty(first, inner)
        : null;

    private static ListedProperty? InPage(RecordDraft page, TypeTable types)
    {
        var lists = page.Properties.FindAll(IsList);
        if (lists.Count == 1)
            return new ListedProperty(lists[0], null);
        return Find(page, "data") is { } data && (types.Find(data.Type) as RecordDraft)?.Properties.Find(IsList) is { } inner
            ? new ListedProperty(data, inner)
            : null;
    }

    private static PropertyDraft? Find(RecordDraft? record, string name) => record?.Properties.Find(property => property.WireName == name);

    private static bool IsList(PropertyDraft property) => property.Type is { Kind: TypeKind.List, Item.IsNamed: true };
}
