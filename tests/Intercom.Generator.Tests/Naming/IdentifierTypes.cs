using Intercom.Generator.Model;
using Intercom.Generator.Parsing;
using Intercom.Generator.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace Intercom.Generator.Tests.Naming;

/// <summary>What one call returns as an identifier, the next one takes: it is a text wherever it stands.</summary>
public sealed class IdentifierTypes(ITestOutputHelper output)
{
    private static readonly string[] Numbers = ["long", "double", "decimal"];

    [Theory]
    [InlineData(WholeDocument.Ours)]
    [InlineData("2.16")]
    [InlineData("2.14")]
    public void Every_identifier_is_a_text(string name)
    {
        var model = ModelParser.Parse(WholeDocument.Read(name, hasOverlay: true), new ParseOptions(name), default);
        var identifiers = Members(model).Where(static member => IsIdentifier(member.WireName)).ToList();
        var numbers = identifiers.Where(member => Holds(member.Type, model)).Select(static member => $"{member.Place}: {member.Type}").ToList();
        output.WriteLine($"{name}: {identifiers.Count} identifiers, {identifiers.Count(static member => member.IsNumberSent)} of them numbers on the wire");
        Assert.True(identifiers.Count(static member => member.IsNumberSent) > 40);
        Assert.True(numbers.Count == 0, string.Join("\n", numbers));
    }

    private static IEnumerable<(string Place, string WireName, TypeName Type, bool IsNumberSent)> Members(ApiModel model) =>
    [
        .. from record in model.Types.OfType<RecordType>()
           from property in record.Properties
           select ($"{record.Name}.{property.Name}", property.WireName, property.Type, property.Method.ToString().Contains("Identifier", StringComparison.Ordinal)),
        .. from resource in model.Resources
           from operation in resource.Operations
           from argument in operation.Arguments
           select ($"{resource.Name}.{operation.Name}({argument.Name})", argument.WireName, argument.Type, false),
    ];

    private static bool IsIdentifier(string name) => name is "id" or "ids" || name.EndsWith("_id", StringComparison.Ordinal) || name.EndsWith("_ids", StringComparison.Ordinal)
        || name.EndsWith("Id", StringComparison.Ordinal) || name.EndsWith("Ids", StringComparison.Ordinal);

    /// <summary>Whether a type is a number, a list of numbers, or a union of which one case is.</summary>
    private static bool Holds(TypeName type, ApiModel model) => Numbers.Contains(type.Name)
        || type.Arguments.Any(argument => Holds(argument, model))
        || model.Types.OfType<UnionType>().Any(union => union.Name == type.Name && union.Cases.Any(@case => Holds(@case.Shape.Type, model)));
}
