using Intercom.Generator.Model;
using Intercom.Generator.Naming;
using Intercom.Generator.Parsing.Places;
using Intercom.Generator.Spec;

namespace Intercom.Generator.Parsing;

/// <summary>From the shortcuts of an operation to methods, once all types have their names. One that cannot be is said, and costs
/// nothing else.</summary>
internal sealed class ShortcutFinisher(TypeFinisher types, Omissions omissions)
{
    public EquatableArray<Shortcut> Finish(OperationDraft draft) =>
        draft.Shortcuts.SelectMany(shortcut => Of(shortcut, draft)).Concat(Search(draft)).ToEquatable();

    /// <summary>What is searched by fields takes the query as one would say it.</summary>
    private IEnumerable<Shortcut> Search(OperationDraft draft)
    {
        if (draft.Search is null
            || draft.Body is not { Kind: BodyKind.Json, IsRequired: true } body
            || types.RecordOf(body.Type) is not { } record
            || record.Properties.FirstOrDefault(static property => property.WireName == "query") is not { } query
            || types.PropertiesOf(body.Type).First(static property => property.WireName == "query").Type.Kind != TypeKind.Union
            || record.Properties.Any(property => property.IsRequired && property != query))
            return [];
        var argument = new ShortcutArgument("query", query.Name, TypeName.Of("SearchQuery"), "What to find.", query.Type.OrNull(false));
        var arguments = new EquatableArray<ShortcutArgument>([argument]);
        return [new Shortcut(draft.Name, TypeName.Of(record.Name), arguments, draft.Doc.Or(draft.Name))];
    }

    private IEnumerable<Shortcut> Of(ShortcutDraft shortcut, OperationDraft draft)
    {
        var body = draft.Body is { Kind: BodyKind.Json, IsRequired: true } sent ? shortcut.Body ?? sent.Type : null;
        if (body is null || types.RecordOf(body) is not { } record)
            return Fault(shortcut, draft, "its body is no object");
        if (shortcut.Body is not null && !types.Takes(draft.Body!.Type, shortcut.Body))
            return Fault(shortcut, draft, $"the body of the operation is no {record.Name}");
        var properties = shortcut.Arguments
            .Select(argument => record.Properties.FirstOrDefault(property => property.WireName == argument.Key)).ToList();
        if (properties.FindIndex(static property => property is null) is >= 0 and var unknown)
            return Fault(shortcut, draft, $"{record.Name} has no property '{shortcut.Arguments[unknown].Key}'");
        if (properties.Count > 0
            && record.Properties.FirstOrDefault(property => property.IsRequired && !properties.Contains(property)) is { } missing)
            return Fault(shortcut, draft, $"{record.Name} needs '{missing.WireName}' as well");
        return Made(shortcut, draft, record, properties.ConvertAll(static property => property!));
    }

    private static IEnumerable<Shortcut> Made(ShortcutDraft shortcut, OperationDraft draft, RecordType record, List<Property> properties)
    {
        var doc = shortcut.Summary.Length > 0 ? DocText.Of(shortcut.Summary) : draft.Doc.Or(draft.Name);
        // Under the operation's own name there is a method already that takes the whole body.
        if (shortcut.Name != draft.Name)
            yield return new Shortcut(shortcut.Name, TypeName.Of(record.Name), EquatableArray<ShortcutArgument>.Empty, doc);
        var names = new UniqueNames([.. draft.Arguments.Select(static argument => argument.Name), "options", "cancellationToken"]);
        if (properties.Count > 0)
            yield return new Shortcut(
                shortcut.Name,
                TypeName.Of(record.Name),
                properties.Select((property, i) => new ShortcutArgument(
                    names.Take(shortcut.Arguments[i].Value),
                    property.Name,
                    property.Type.OrNull(false),
                    property.Doc.Summary)).ToEquatable(),
                doc);
    }

    // A request that needs more one day has its method with the whole request all the same.
    private IEnumerable<Shortcut> Fault(ShortcutDraft shortcut, OperationDraft draft, string why)
    {
        omissions.LeftOut(SpecPointer.Child(draft.Pointer, Extensions.Shortcuts), $"the method '{shortcut.Name}' that makes its body", why);
        return [];
    }
}
