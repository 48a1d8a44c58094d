using System.Collections.Immutable;
using System.Text;
using Intercom.Generator.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Intercom.Generator.Tests.Harness;

/// <summary>A file of the project as the compiler sees it.</summary>
internal sealed class CompilerText(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}

/// <summary>The metadata of the project's items as the compiler sees it.</summary>
internal sealed class CompilerMetadata(SpecInput input) : AnalyzerConfigOptionsProvider
{
    private readonly Dictionary<string, Options> _files = input.Files
        .GroupBy(static file => file.Path)
        .ToDictionary(static same => same.Key, static same => new Options("build_metadata.AdditionalFiles.", same.First().Metadata));

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options("build_property.", input.Properties);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _files.GetValueOrDefault(textFile.Path) ?? GlobalOptions;

    public static ImmutableArray<AdditionalText> Texts(SpecInput input) => [.. input.Files.Select(static file => new CompilerText(file.Path, file.Text))];

    private sealed class Options(string prefix, IReadOnlyList<(string Name, string Value)> values) : AnalyzerConfigOptions
    {
        private readonly Dictionary<string, string> _values = values.ToDictionary(value => prefix + value.Name, static value => Encoded(value), KeyComparer);

        // As the package's targets hand over what the project says.
        private static string Encoded((string Name, string Value) metadata) => SpecSettings.Names.Any(option => metadata.Name == "Intercom" + option)
            ? Convert.ToBase64String(Encoding.UTF8.GetBytes(metadata.Value))
            : metadata.Value;

        public override bool TryGetValue(string key, out string value) => _values.TryGetValue(key, out value!);
    }
}
