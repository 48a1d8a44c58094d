using System.Globalization;
using Intercom.Generator.Tests.Harness;
using Xunit;

namespace Intercom.Generator.Tests;

public sealed class DeterminismTests
{
    [Fact]
    public void Two_runs_give_the_same_text() => Assert.Equal(WholeDocument.Generate(WholeDocument.Ours, hasOverlay: true).Text, Again().Text);

    [Fact]
    public void Another_culture_gives_the_same_text()
    {
        var culture = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        other.NumberFormat = new NumberFormatInfo { NegativeSign = "~", NumberDecimalSeparator = ",", NumberGroupSeparator = "." };
        other.DateTimeFormat = new DateTimeFormatInfo { DateSeparator = "#", TimeSeparator = "!" };
        try
        {
            CultureInfo.CurrentCulture = other;
            Assert.Equal("~1", (-1).ToString(CultureInfo.CurrentCulture));
            Assert.Equal(WholeDocument.Generate(WholeDocument.Ours, hasOverlay: true).Text, Again().Text);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Line_ends_of_the_document_do_not_matter()
    {
        var input = SpecInput.Schemas("thing:\n  type: object\n  description: |\n    One line.\n    Another.\n  properties: { id: { type: string } }");
        var windows = input.Edit(static text => text.Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Equal(Generation.Of(input).Text, Generation.Of(windows).Text);
        Assert.DoesNotContain('\r', Generation.Of(windows).Text);
    }

    [Fact]
    public void The_order_of_the_files_does_not_matter()
    {
        const string overlay = "overlay: 1.0.0\nactions: [ { target: $.info, update: { version: '2' } } ]";
        var input = SpecInput.Schemas("thing: { type: object }").Bundled(overlay);
        Assert.Equal(Generation.Of(input).Text, Generation.Of(new SpecInput([.. input.Files.Reverse()])).Text);
    }

    [Fact]
    public void The_folder_of_the_project_does_not_show()
    {
        var text = WholeDocument.Generate(WholeDocument.Ours, hasOverlay: true).Text;
        Assert.DoesNotContain("/project/", text, StringComparison.Ordinal);
        Assert.DoesNotContain(DateTime.UtcNow.Year.ToString(CultureInfo.InvariantCulture) + "-", text, StringComparison.Ordinal);
    }

    private static Generation Again() => Generation.Of(WholeDocument.Input(WholeDocument.Ours, hasOverlay: true));
}
