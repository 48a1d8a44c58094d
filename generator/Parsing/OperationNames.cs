using Intercom.Generator.Naming;
using Intercom.Generator.Spec;

namespace Intercom.Generator.Parsing;

/// <summary>Settles the names of a group's methods, so that no two are the same.</summary>
internal static class OperationNames
{
    public static IEnumerable<OperationDraft> Settle(IReadOnlyList<OperationDraft> drafts, SpecDocument document)
    {
        var names = new UniqueNames();
        var settled = new Dictionary<OperationDraft, string>();
        foreach (var same in drafts.GroupBy(static draft => draft.Name, StringComparer.OrdinalIgnoreCase))
        {
            var first = true;
            foreach (var draft in same.OrderBy(static draft => !draft.IsNameGiven).ThenBy(static draft => draft.Path.Length).ThenBy(static draft => draft.Path, StringComparer.Ordinal))
            {
                var name = draft.Name;
                settled[draft] = first ? names.Take(name, Other(draft)) : names.Take(Identifier.Pascal(draft.OperationId ?? name), Other(draft));
                if (!first && draft.IsNameGiven)
                    document.Problems.Add(new SpecProblem(ProblemKind.NameTaken, document.Locate(draft.Pointer), name, settled[draft]));
                first = false;
            }
        }

        return drafts.Select(draft => draft with
        {
            Name = settled[draft],
            Also = draft.Also is { } also ? also with { Name = names.Take(also.Name, Other(draft)) } : null,
            EventsName = draft.Events is null ? null : names.Take(settled[draft] + "Events", settled[draft] + "AsEvents"),
        });
    }

    private static string Other(OperationDraft draft) =>
        Identifier.Pascal(draft.Verb.ToLowerInvariant() + " " + draft.Path);
}
