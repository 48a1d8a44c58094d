using System.Text.RegularExpressions;
using Intercom.Generator.Parsing;
using Intercom.Generator.Spec;
using Intercom.Generator.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Generator.Tests.Naming;

/// <summary>What every operation is called.</summary>
public sealed class NameTable(ITestOutputHelper output)
{
    [Fact]
    public void Our_document_with_the_overlay() => Baseline.Matches("names.txt", Table(WholeDocument.Ours, hasOverlay: true));

    [Fact]
    public void Our_document_without_the_overlay() => Baseline.Matches("names-without-overlay.txt", Table(WholeDocument.Ours, hasOverlay: false));

    // Preview moved these operations to other tags, or gave them other ids.
    private static readonly string[] Renamed =
    [
        "DELETE /conversations/{}/customers/{}: Conversations.DetachContact -> ConversationParticipants.DetachContact",
        "GET /custom_object_instances/{}: CustomObjectInstances.GetByExternalId -> CustomObjectInstances.List",
        "POST /conversations/redact: Conversations.Redact -> ConversationParts.RedactConversation",
        "POST /conversations/{}/customers: Conversations.AttachContact -> ConversationParticipants.AttachContact",
    ];

    [SpecsTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void Names_stay_from_version_to_version(bool hasOverlay)
    {
        var preview = Names("preview.yaml", hasOverlay);
        var older = Names("2.14.yaml", hasOverlay);
        var changed = older.Where(name => preview.TryGetValue(name.Key, out var now) && now != name.Value)
            .Select(name => $"{name.Key}: {name.Value} -> {preview[name.Key]}").Order(StringComparer.Ordinal).ToList();
        output.WriteLine($"{older.Count} operations in 2.14, {older.Keys.Count(preview.ContainsKey)} of them in Preview, {changed.Count} renamed");
        Assert.Equal(hasOverlay ? [] : Renamed, changed);
    }

    [Fact]
    public void No_two_operations_of_a_group_have_the_same_name()
    {
        var names = Names(WholeDocument.Ours, hasOverlay: false).Values.ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    private static string Table(string name, bool hasOverlay) => string.Concat(Operations(name, hasOverlay).Select(static o => $"{o.Verb} {o.Path} -> {o.Name}\n"));

    private static Dictionary<string, string> Names(string name, bool hasOverlay) => Operations(name, hasOverlay).ToDictionary(static o => $"{o.Verb} {Regex.Replace(o.Path, @"\{[^{}]*\}", "{}")}", static o => o.Name);

    private static IEnumerable<(string Verb, string Path, string Name)> Operations(string name, bool hasOverlay) =>
        ModelParser.Parse(WholeDocument.Read(name, hasOverlay), new ParseOptions(name), default).Resources
            .SelectMany(static resource => resource.Operations.Select(operation => (operation.Verb, operation.Path, $"{resource.Name}.{operation.Name}")))
            .OrderBy(static o => o.Path, StringComparer.Ordinal).ThenBy(static o => o.Verb, StringComparer.Ordinal);
}
