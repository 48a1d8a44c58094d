using Intercom.Generator.Model;
using Intercom.Generator.Parsing;
using Intercom.Generator.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Generator.Tests.Naming;

/// <summary>What needs little is said in one line.</summary>
public sealed class ShortcutTypes(ITestOutputHelper output)
{
    private static readonly string[] Simple = ["string", "long", "double", "bool", "DateTimeOffset", "DateOnly"];

    [Theory]
    [InlineData(WholeDocument.Ours)]
    [InlineData("2.16")]
    [InlineData("2.14")]
    public void A_body_of_one_value_is_an_argument(string name)
    {
        var model = Model(name);
        var small = Operations(model).Where(found => BodyOf(found.Operation, model) is { Properties: [{ IsRequired: true } only] } && IsSimple(only.Type)).ToList();
        output.WriteLine($"{name}: {small.Count} bodies of one value");
        Assert.True(small.Count >= 5);
        Assert.All(small, static found => Assert.Contains(found.Operation.Shortcuts, shortcut => shortcut.Name == found.Operation.Name && shortcut.Arguments.Count == 1));
    }

    [Theory]
    [InlineData(WholeDocument.Ours)]
    [InlineData("2.16")]
    [InlineData("2.14")]
    public void What_is_searched_by_conditions_takes_a_query_and_offers_its_fields(string name)
    {
        var model = Model(name);
        var searches = Operations(model).Where(found => BodyOf(found.Operation, model)?.Properties.Any(static property => property.Type.Name == "SearchFilter") == true).ToList();
        output.WriteLine($"{name}: {string.Join(", ", searches.Select(static found => found.Place))}");
        Assert.True(searches.Count >= 3);
        Assert.All(searches, static found => Assert.Contains(found.Operation.Shortcuts, static shortcut => shortcut.Arguments is [{ Type.Name: "SearchQuery" }]));
        Assert.Equal(searches.Count, model.Types.OfType<FieldsType>().Count());
    }

    [Fact]
    public void Every_shortcut_that_is_said_is_there()
    {
        var said = Repository.Read("specs", "intercom.names.overlay.yaml").Split('\n').Count(static line => line.Trim() == "x-intercom-shortcuts:");
        Assert.Equal(said, Operations(Model(WholeDocument.Ours)).Count(static found => found.Operation.Shortcuts.Any(static shortcut => shortcut.Arguments is not [{ Type.Name: "SearchQuery" }])));
    }

    private static ApiModel Model(string name)
    {
        var document = WholeDocument.Read(name, hasOverlay: true);
        var model = ModelParser.Parse(document, new ParseOptions(name), default);
        Assert.DoesNotContain(document.Problems, static problem => problem.Arguments.Any(static said => said.Contains("that makes its body", StringComparison.Ordinal)));
        return model;
    }

    private static IEnumerable<(string Place, Operation Operation)> Operations(ApiModel model) =>
        model.Resources.SelectMany(static resource => resource.Operations.Select(operation => ($"{resource.Name}.{operation.Name}", operation)));

    private static RecordType? BodyOf(Operation operation, ApiModel model) =>
        operation.Body is { IsRequired: true } body ? model.Types.OfType<RecordType>().FirstOrDefault(record => record.Name == body.Type.Name && !record.IsForm) : null;

    private static bool IsSimple(TypeName type) => Simple.Contains(type.Name) || (type.Name == "IReadOnlyList" && Simple.Contains(type.Arguments[0].Name));
}
