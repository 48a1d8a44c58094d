using Intercom.Generator.Tests.Harness;
using Xunit;

namespace Intercom.Generator.Tests;

public sealed class HarnessTests
{
    [Fact]
    public void Lines_are_found_at_any_depth_and_compared_with_their_white_space()
    {
        Excerpt.AssertIn("a\n  b", "x\n    a\n      b\ny");
        Assert.Contains("expected:   b", Assert.ThrowsAny<Exception>(() => Excerpt.AssertIn("a\n  b", "    a\n     b")).Message, StringComparison.Ordinal);
        Assert.Contains("No emitted line", Assert.ThrowsAny<Exception>(() => Excerpt.AssertIn("c", "a")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mismatch_names_the_first_line_that_differs() =>
        Assert.StartsWith("  line 2\n  - b\n  + c\n", Baseline.FirstDifference("a\nb\n", "a\nc\n"), StringComparison.Ordinal);

    [Fact]
    public void Code_that_warns_does_not_compile_here() =>
        Assert.ThrowsAny<Exception>(() => Generation.Of(SpecInput.Schemas("a: { type: object }"), "public class Undocumented;").Compiles());

    [Fact]
    public void A_small_document_compiles() => Generation.Of(SpecInput.Schemas("a: { type: object, properties: { b: { type: string } } }")).Compiles().Emits(
        """
        public string? B { get => _b; init => _b = value; }
        """);
}
