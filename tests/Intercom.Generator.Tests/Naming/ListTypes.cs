using Intercom.Generator.Model;
using Intercom.Generator.Parsing;
using Intercom.Generator.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Generator.Tests.Naming;

/// <summary>Every list is read in the same way: awaited for a page, enumerated for everything, with what it lists under one name.</summary>
public sealed class ListTypes(ITestOutputHelper output)
{
    private static readonly string[] Verbs = ["List", "Search", "Find", "Scroll"];

    [Theory]
    [InlineData(WholeDocument.Ours, 60)]
    [InlineData("2.16", 50)]
    [InlineData("2.14", 30)]
    public void Every_list_is_enumerated_and_has_its_items(string name, int atLeast)
    {
        var model = ModelParser.Parse(WholeDocument.Read(name, hasOverlay: true), new ParseOptions(name), default);
        var records = model.Types.OfType<RecordType>().ToDictionary(static record => record.Name, StringComparer.Ordinal);
        var operations = model.Resources.SelectMany(static resource => resource.Operations.Select(operation => (Place: $"{resource.Name}.{operation.Name}", Operation: operation)));
        var lists = operations.Where(found => IsList(found.Operation, records)).ToList();
        var faults = lists.Select(found => Fault(found.Operation, records) is { } fault ? $"{found.Place}: {fault}" : null).OfType<string>().ToList();
        output.WriteLine($"{name}: {lists.Count} lists");
        Assert.True(lists.Count >= atLeast);
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    // What is called a list, is one as a whole, or answers as lists do: with a list beside its pages or its count.
    private static bool IsList(Operation operation, Dictionary<string, RecordType> records) =>
        operation.Verb is "GET" or "POST"
        && ((Verbs.Any(verb => operation.Name.StartsWith(verb, StringComparison.Ordinal)) && !IsOneOf(operation))
            || operation.Result.Type?.Name == "IReadOnlyList"
            || (operation.Result.Type is { } type && records.TryGetValue(type.Name, out var record)
                && record.Properties.Any(static property => property.Type.Name == "IReadOnlyList")
                && record.Properties.Any(static property => property.WireName is "pages" or "total_count" or "next_cursor")));

    // 2.14 reads one object by its external id at the address where later versions list objects; that is no list, whatever it is called.
    private static bool IsOneOf(Operation operation) =>
        operation.Path == "/custom_object_instances/{custom_object_type_identifier}" && operation.Result.Type?.Name == "CustomObjectInstance";

    private static string? Fault(Operation operation, Dictionary<string, RecordType> records)
    {
        if (operation.Result.Returns is not { Name: "Paged", Arguments: [var page, var item] })
            return $"it returns {operation.Result.Returns}";
        if (page.Name == "IReadOnlyList")
            return null;
        var items = records[page.Name].Items?.Item ?? records[page.Name].Properties.FirstOrDefault(static property => property.Name == ListedItems.Name)?.Type.Arguments[0];
        return items == item ? null : $"the items of {page} are {items}, and not {item}";
    }
}
