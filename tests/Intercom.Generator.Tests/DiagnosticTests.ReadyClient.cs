using Intercom.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Intercom.Generator.Tests;

/// <content>A project whose references hold a client already.</content>
public sealed partial class DiagnosticTests
{
    [Fact]
    public void IC2009_A_client_that_a_reference_brings_is_said_once_and_not_made()
    {
        var generation = Beside(SpecInput.Schemas("thing: { type: object }"), "public class IntercomClient;");
        Assert.Equal(
            "'Intercom.IntercomClient' comes with Intercom.Client, which this project references, so none was made. Remove that reference or the "
                + "package Intercom.Generator, or give the client that is made a Namespace of its own: <IntercomSpec Include=\"…\" Namespace=\"…\" />.",
            Assert.Single(generation.Run.Diagnostics).GetMessage(null));
        Assert.Equal("IC2009", generation.Run.Diagnostics[0].Id);
        Assert.DoesNotContain(generation.Files.Keys, static file => file.Contains("Thing", StringComparison.Ordinal) || file.Contains("Client", StringComparison.Ordinal));
        Assert.Empty(generation.Complaints);
    }

    [Fact]
    public void A_client_that_nobody_else_can_name_stands_in_nobodys_way() =>
        Assert.Empty(Beside(SpecInput.Schemas(""), "internal class IntercomClient;").Compiles().Run.Diagnostics);

    [Fact]
    public void A_namespace_of_its_own_is_the_way_out()
    {
        var generation = Beside(SpecInput.Schemas("").Option("IntercomNamespace", "Acme.Intercom"), "public class IntercomClient;").Compiles();
        Assert.Empty(generation.Run.Diagnostics);
        Assert.NotEmpty(generation.Files);
    }

    private static Generation Beside(SpecInput input, string type)
    {
        var ready = CSharpCompilation.Create(
            "Intercom.Client",
            [CSharpSyntaxTree.ParseText($"namespace Intercom {{ {type} }}", Project.Language)],
            Project.Framework,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return Generation.Of(input, Project.Create(Project.Language, [.. Project.Framework, Project.Runtime, ready.ToMetadataReference()], ""));
    }
}
