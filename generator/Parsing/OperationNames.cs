using Intercom.Generator.Naming;
using Intercom.Generator.Spec;

namespace Intercom.Generator.Parsing;

/// <summary>Settles the names of a group's methods, so that no two are the same.</summary>
internal static class OperationNames
{
    public static IEnumerable<OperationDraft> Settle(IReadOnlyList<OperationDraft> drafts, SpecDocument document)
    {
        // What an operation was called goes before a shortcut, and a shortcut before what is made of another path.
        var given = new HashSet<string>(
            drafts.Where(static draft => draft.IsNameGiven).Select(static draft => draft.Name),
            StringComparer.OrdinalIgnoreCase);
        var names = new UniqueNames(drafts.SelectMany(OfOthers).Where(name => !given.Contains(name)));
        var settled = new Dictionary<OperationDraft, string>();
        foreach (var same in drafts.GroupBy(static draft => draft.Name, StringComparer.OrdinalIgnoreCase))
        {
            var first = true;
            foreach (var draft in same
                .OrderBy(static draft => !draft.IsNameGiven)
                .ThenBy(static draft => draft.Path.Length)
                .ThenBy(static draft => draft.Path, StringComparer.Ordinal))
            {
                var name = draft.Name;
                settled[draft] = names.Take(first ? name : Identifier.Pascal(draft.OperationId ?? name), Other(draft));
                if (!first && draft.IsNameGiven)
                    document.Problems.Add(new SpecProblem(ProblemKind.NameTaken, document.Locate(draft.Pointer), name, settled[draft]));
                first = false;
            }
        }

        return drafts.Select(draft => draft with
        {
            Name = settled[draft],
            Shortcuts = draft.Shortcuts.Where(shortcut => shortcut.Name == draft.Name || !given.Contains(shortcut.Name)).ToList(),
            Also = draft.Also is { } also ? also with { Name = names.Take(also.Name, Other(draft)) } : null,
            EventsName = draft.Events is null ? null : names.Take(settled[draft] + "Events", settled[draft] + "AsEvents"),
        });
    }

    private static IEnumerable<string> OfOthers(OperationDraft draft) =>
        draft.Shortcuts.Select(static shortcut => shortcut.Name)
            .Where(name => !name.Equals(draft.Name, StringComparison.OrdinalIgnoreCase));

    private static string Other(OperationDraft draft) =>
        Identifier.Pascal(draft.Verb.ToLowerInvariant() + " " + draft.Path);
}
