using Intercom.Generator.Model;

namespace Intercom.Generator.Parsing;

/// <summary>Finds out which types are sent, which are received, and by which resources.</summary>
internal static class Usage
{
    public static void Mark(TypeTable types, IEnumerable<(string Group, OperationDraft Operation)> operations, IEnumerable<Topic> topics)
    {
        foreach (var (group, draft) in operations)
        {
            if (draft.Operation.Body is { } body)
                Mark(types, body.Type, group, isSent: true);
            if (draft.Operation.Result.Type is { } result)
                Mark(types, result, group, isSent: false);
            foreach (var argument in draft.Operation.Arguments)
                Mark(types, argument.Type, group, isSent: true);
        }

        foreach (var topic in topics)
            if (topic.Item is { } item)
                Mark(types, item, "Webhooks", isSent: false);

        foreach (var draft in types.Drafts.Where(static draft => !draft.IsSent && !draft.IsReceived).ToList())
        {
            var isSent = draft.Name.EndsWith("Request", StringComparison.Ordinal);
            Mark(types, new TypeRef(draft switch { RecordDraft => TypeKind.Record, EnumDraft => TypeKind.Enum, _ => TypeKind.Union }, draft.Name), null, isSent);
        }
    }

    private static void Mark(TypeTable types, TypeRef type, string? group, bool isSent)
    {
        if (type.Item is not null)
            Mark(types, type.Item, group, isSent);
        if (types.Find(type) is not { } draft || !IsNew(draft, group, isSent))
            return;
        if (draft is RecordDraft record)
            foreach (var property in record.Properties)
                Mark(types, property.Type, group, isSent);
        if (draft is UnionDraft union)
            foreach (var @case in union.Cases)
                Mark(types, @case.Type, group, isSent);
    }

    private static bool IsNew(Draft draft, string? group, bool isSent)
    {
        var isNew = (group is not null && draft.Resources.Add(group)) | (isSent ? !draft.IsSent : !draft.IsReceived);
        draft.IsSent |= isSent;
        draft.IsReceived |= !isSent;
        return isNew;
    }
}
