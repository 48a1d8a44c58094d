using Intercom.Generator.Parsing.Places;
using Intercom.Generator.Spec;
using Intercom.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;
using Xunit.Abstractions;
using ModelParser = Intercom.Generator.Parsing.ModelParser;
using ParseOptions = Intercom.Generator.Parsing.ParseOptions;
using TypeKind = Intercom.Generator.Parsing.Places.TypeKind;

namespace Intercom.Generator.Tests.Places;

/// <summary>Walks the whole table of places and kinds: every cell compiles, and one value goes through each.</summary>
public sealed class PlaceTableTests(ITestOutputHelper output)
{
    private static readonly Cell[] Cells =
    [
        .. from place in Enum.GetValues<Place>()
           where place != Place.WebhookItem
           from kind in Kind.All
           // What is one of several types, of which one is anything, is anything.
           where !(place == Place.UnionCase && kind.Of == TypeKind.Json)
           // A map of anything is an object of any properties.
           where !(place == Place.MapValue && kind.Of == TypeKind.Json)
           select new Cell(place, kind),
    ];

    public static TheoryData<string> Places => new(Enum.GetNames<Place>().Where(static place => place != nameof(Place.WebhookItem)));

    [Fact]
    public void Every_kind_and_every_place_is_walked()
    {
        Assert.Equal(Enum.GetValues<TypeKind>().Order(), Kind.All.Select(static kind => kind.Of).Distinct().Order());
        Assert.All(Enum.GetValues<Place>(), static place => Assert.All(Enum.GetValues<TypeKind>(), kind => Assert.True(Enum.IsDefined(PlaceTable.FateOf(place, kind)))));
        foreach (var fate in Cells.GroupBy(static cell => cell.Fate))
            output.WriteLine($"{fate.Key}: {fate.Count()}{(fate.Key == Fate.Typed ? "" : " (" + string.Join(", ", fate) + ")")}");
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Every_kind_goes_through(string place)
    {
        var cells = Cells.Where(cell => cell.Place.ToString() == place).ToList();
        var input = SpecInput.Paths(string.Join("\n", cells.Select(static cell => cell.Operation)), Kind.Components);
        var model = ModelParser.Parse(SpecDocument.Read(input.Files[0].Text, [], default), new ParseOptions("document.yaml"), default);
        var generation = Generation.Of(input, Project.Runnable(Consumer.Program(model, cells))).Compiles();
        var calls = Calls(generation);
        var wrong = new List<string>();
        foreach (var cell in cells)
            wrong.AddRange(await Faults(cell, calls[cell.ToString()]));
        wrong.AddRange(cells.Where(cell => IsSaid(cell) != generation.Run.Diagnostics.Any(d => d.Id == "IC1006" && LineOf(input, d).Contains(cell.Path, StringComparison.Ordinal)))
            .Select(cell => $"{cell}: {(IsSaid(cell) ? "it is not said what became of it" : "it is said of what is as it is declared")}"));
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void What_webhooks_are_about_is_typed_where_it_reads_itself()
    {
        var schemas = Kind.All.Select(static kind => $"{kind.Name.ToLowerInvariant()}_item: {kind.Schema}");
        var webhooks = Kind.All.Select(static kind =>
            $"  {kind.Name}: {{ post: {{ requestBody: {{ content: {{ application/json: {{ schema: {{ type: object, properties: {{ data: {{ type: object, properties: {{ item: {{ $ref: '#/components/schemas/{kind.Name.ToLowerInvariant()}_item' }} }} }} }} }} }} }} }} }} }}");
        var input = SpecInput.Schemas(string.Join("\n", schemas.Prepend(Kind.Components))).Edit(text => text + "webhooks:\n" + string.Join("\n", webhooks) + "\n");
        var generation = Generation.Of(input).Compiles();
        var model = ModelParser.Parse(SpecDocument.Read(input.Files[0].Text, [], default), new ParseOptions("document.yaml"), default);
        Assert.All(Kind.All, kind =>
        {
            var isTyped = PlaceTable.FateOf(Place.WebhookItem, kind.Of) == Fate.Typed;
            Assert.Equal(isTyped, model.Topics.Single(topic => topic.Text == kind.Name).Item is not null);
            Assert.Equal(!isTyped, generation.Run.Diagnostics.Any(d => d.Id == "IC1006" && LineOf(input, d).StartsWith($"  {kind.Name}:", StringComparison.Ordinal)));
        });
    }

    // An identifier in a path is a text by design; elsewhere it is said what a value is in place of what is declared.
    private static bool IsSaid(Cell cell) => (cell.Fate == Fate.Text && cell.Place != Place.Path) || (cell.Place == Place.Path && cell.Kind.Of == TypeKind.File);

    private static string LineOf(SpecInput input, Diagnostic diagnostic) => input.Files[0].Text.Split('\n')[diagnostic.Location.GetLineSpan().StartLinePosition.Line];

    private static Dictionary<string, Func<object, Task<string>>> Calls(Generation generation)
    {
        using var image = new MemoryStream();
        Assert.True(generation.Compilation.Emit(image).Success);
        var assembly = System.Reflection.Assembly.Load(image.ToArray());
        var client = assembly.GetType("Intercom.IntercomClient")!;
        var all = (System.Collections.IDictionary)assembly.GetType("Calls")!.GetField("All")!.GetValue(null)!;
        return all.Keys.Cast<string>().ToDictionary(
            static name => name,
            name => (Func<object, Task<string>>)(options => (Task<string>)((Delegate)all[name]!).DynamicInvoke(Activator.CreateInstance(client, options))!));
    }

    private static async Task<IEnumerable<string>> Faults(Cell cell, Func<object, Task<string>> call)
    {
        using var wire = new Wire(_ => Expected.Answer(cell));
        var faults = new List<string>();
        var options = new IntercomClientOptions
        {
            AccessToken = "token",
            HttpClient = new HttpClient(wire, disposeHandler: false),
            OnDeviation = deviation => faults.Add($"{cell}: {deviation}"),
        };
        try
        {
            if (await call(options) is { Length: > 0 } fault)
                faults.Add($"{cell}: {fault}");
        }
        catch (Exception e)
        {
            faults.Add($"{cell}: {e.GetBaseException().Message}");
        }

        if (wire.Sent != Expected.Request(cell))
            faults.Add($"{cell}: sent\n{wire.Sent}\nand not\n{Expected.Request(cell)}");
        return faults;
    }
}
