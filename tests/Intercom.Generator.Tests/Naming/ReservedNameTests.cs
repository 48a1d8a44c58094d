using Intercom.Generator.Naming;
using Intercom.Generator.Parsing;
using Intercom.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Intercom.Generator.Tests.Naming;

public class ReservedNameTests
{
    private static readonly string[] InScope =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Net.ServerSentEvents",
        "System.Text.Json", "System.Threading", "System.Threading.Tasks",
    ];

    [Fact]
    public void No_emitted_type_hides_one_of_the_runtime() => Assert.Empty(
        typeof(IntercomConnection).Assembly.GetExportedTypes()
            .Where(static type => !type.IsNested)
            .Select(static type => type.Name.Split('`')[0])
            .Except(ReservedNames.Types));

    // A schema called KeyValuePair made `Task<KeyValuePair>` ambiguous in its client, and a Monitor does in any program.
    [Fact]
    public void No_emitted_type_is_ambiguous_with_one_that_is_in_scope_without_asking()
    {
        var framework = Project.Of().GlobalNamespace;
        var types = InScope
            .SelectMany(name => name.Split('.').Aggregate((INamespaceSymbol?)framework, static (place, part) => place?
                .GetNamespaceMembers().FirstOrDefault(inner => inner.Name == part))?.GetTypeMembers() ?? [])
            .Where(static type => type is { DeclaredAccessibility: Accessibility.Public, Arity: 0 })
            .Select(static type => type.Name)
            .ToList();
        Assert.True(types.Count > 300, $"Only {types.Count} types were found.");
        Assert.Empty(types.Except(ReservedNames.Types));
    }

    // An enum is a record as well: one with a value 'clone' did not compile.
    [Fact]
    public void What_every_record_has_can_be_a_property_a_value_a_parameter_and_a_field_of_a_search()
    {
        var words = TypeFinisher.ReservedMembers.Concat(["Value", "Known", "From", "Read", "Write", "Accepts", "Thing"]).Distinct().ToList();
        var list = string.Join(", ", words);
        Generation.Of(SpecInput.Paths(
            $$"""
            /things:
              get:
                operationId: listThings
                parameters: [{{string.Join(", ", words.Select(static word => $"{{ name: {word}, in: query, schema: {{ type: string }} }}"))}}]
                responses: { '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/thing' } } } } }
            """,
            $$"""
            thing:
              type: object
              properties: { {{string.Join(", ", words.Select(static word => $"{word}: {{ type: string }}"))}}, kind: { type: string, enum: [{{list}}] } }
            """)).Compiles();
    }

    [Fact]
    public void A_name_is_reserved_once() =>
        Assert.Empty(ReservedNames.Types.GroupBy(static name => name).Where(static names => names.Count() > 1).Select(static names => names.Key));
}
