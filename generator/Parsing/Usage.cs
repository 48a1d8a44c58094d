using Intercom.Generator.Model;
using Intercom.Generator.Parsing.Places;

namespace Intercom.Generator.Parsing;

/// <summary>Finds out which types are sent, which are received, and by which resources.</summary>
internal static class Usage
{
    public static void Mark(TypeTable types, IEnumerable<OperationDraft> operations, IEnumerable<TopicDraft> topics)
    {
        foreach (var operation in operations)
        {
            foreach (var type in operation.Sent)
                Mark(types, type, operation.Group, isSent: true);
            foreach (var type in operation.Received)
                Mark(types, type, operation.Group, isSent: false);
            if (operation.Query is { } query)
                (query.IsSent, _) = (true, query.Resources.Add(operation.Group));
            if (operation.Search is { } fields)
                (fields.IsSent, _) = (true, fields.Resources.Add(operation.Group));
            if (operation.Form is { } form)
                MarkForm(types, form, operation.Group);
        }

        foreach (var type in topics.SelectMany(static topic => topic.Received))
            Mark(types, type, "Webhooks", isSent: false);

        foreach (var draft in types.Drafts.Where(static draft => !draft.IsSent && !draft.IsReceived).ToList())
        {
            var isSent = draft.Name.EndsWith("Request", StringComparison.Ordinal);
            var kind = draft switch { RecordDraft => TypeKind.Record, EnumDraft => TypeKind.Enum, _ => TypeKind.Union };
            Mark(types, new TypeRef(kind, draft.Name), null, isSent);
        }
    }

    // What is sent in parts is no JSON, but what its parts hold is.
    private static void MarkForm(TypeTable types, TypeRef form, string group)
    {
        if (types.Find(form) is not RecordDraft record)
            return;
        record.Resources.Add(group);
        record.IsSent = true;
        foreach (var part in record.Parts)
            Mark(types, part, group, isSent: true);
    }

    /// <summary>The types that some types are made of, themselves included.</summary>
    public static ISet<Draft> Reach(TypeTable types, IEnumerable<TypeRef> from)
    {
        var reached = new HashSet<Draft>();
        var open = new Stack<TypeRef>(from);
        while (open.Count > 0)
        {
            var type = open.Pop();
            if (type.Item is not null)
                open.Push(type.Item);
            if (types.Find(type) is { } draft && reached.Add(draft))
                foreach (var part in draft.Parts)
                    open.Push(part);
        }

        return reached;
    }

    private static void Mark(TypeTable types, TypeRef type, string? group, bool isSent)
    {
        var open = new Stack<TypeRef>([type]);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (next.Item is not null)
                open.Push(next.Item);
            if (types.Find(next) is { } draft && IsNew(draft, group, isSent))
                foreach (var part in draft.Parts)
                    open.Push(part);
        }
    }

    private static bool IsNew(Draft draft, string? group, bool isSent)
    {
        var isNew = (group is not null && draft.Resources.Add(group)) | (isSent ? !draft.IsSent : !draft.IsReceived);
        if (draft is RecordDraft record)
        {
            isNew |= !record.IsJson;
            record.IsJson = true;
        }

        draft.IsSent |= isSent;
        draft.IsReceived |= !isSent;
        return isNew;
    }
}
