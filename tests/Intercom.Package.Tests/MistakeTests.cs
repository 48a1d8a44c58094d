using Xunit;

namespace Intercom.Package.Tests;

/// <summary>What a project hears that does something wrong.</summary>
[Collection(nameof(Feed))]
public sealed class MistakeTests(Feed feed)
{
    [Fact]
    public async Task A_compiler_that_is_too_old() =>
        (await new Consumer(feed).Project("net10.0").With("Program.cs", Consumer.Program).Build("-p:CompilerApiVersion=roslyn4.7"))
            .Fails().Says("error IC2004: Intercom.Generator needs the compiler of the .NET SDK 8.0.100 (Roslyn 4.8) or later, and this project is built by 'roslyn4.7'.");

    [Fact]
    public async Task A_language_that_is_too_old() =>
        (await new Consumer(feed).Project("net8.0", "<LangVersion>11</LangVersion>").Build()).Fails().Says("error IC2001: The client needs C# 12 or later, and this project is compiled as C# 11.0.");

    [Fact]
    public async Task A_wrong_value_is_shown_at_its_line_with_the_right_ones() =>
        (await new Consumer(feed).Project("net10.0", items: """<IntercomSpec Include="Preview" Accessibility="private" />""").With("Program.cs", Consumer.Program).Build())
            .Fails().Says("Consumer.csproj(11,37): error IC3001: Accessibility cannot be 'private': it can be public or internal.");

    [Fact]
    public async Task A_document_that_is_malformed_is_one_error() =>
        (await new Consumer(feed)
            .Project("net10.0", items: """<IntercomSpec Include="document.yaml" />""")
            .With("document.yaml", "openapi: 3.0.1\npaths:\n\t/a: {}\n")
            .With("Program.cs", "using Intercom;\nConsole.WriteLine(new IntercomClient(new IntercomClientOptions()));\n")
            .Build()).Fails().Says("document.yaml(3,1): error IC1001").Says("1 Error(s)");

    [Fact]
    public async Task A_document_that_is_not_there() =>
        (await new Consumer(feed).Project("net10.0", items: """<IntercomSpec Include="gone.yaml" />""").With("Program.cs", Consumer.Program).Build()).Fails().Says("error IC3004: The document 'gone.yaml' of an IntercomSpec item does not exist.").Says("1 Error(s)");

    [Fact]
    public async Task A_version_that_is_not_bundled() =>
        (await new Consumer(feed).Project("net10.0", items: """<IntercomSpec Include="2.61" />""").With("Program.cs", Consumer.Program).Build())
            .Fails()
            .Says("error IC3004: The document '2.61' of an IntercomSpec item does not exist. Correct its path, or include a bundled version by its name: Preview, 2.16 or 2.14.")
            .Says("1 Error(s)");

    [Theory]
    [InlineData("vbproj", "A.vb", "Public Class A\nEnd Class", "VB")]
    [InlineData("fsproj", "A.fs", "module A\nlet x = 1", "F#")]
    public async Task A_language_that_is_not_made(string extension, string file, string source, string language)
    {
        var consumer = new Consumer(feed, extension).Project("net10.0", isLibrary: true, items: $"<Compile Include=\"{file}\" Condition=\"'{extension}' == 'fsproj'\" />")
            .With(file, source);
        File.Move(Path.Combine(consumer.Folder, extension + ".csproj"), Path.Combine(consumer.Folder, $"{extension}.{extension}"));
        (await consumer.Build()).Fails()
            .Says($"{extension}.{extension} : error IC2006: Intercom.Generator makes C#, and this project is written in {language}. Reference the package Intercom.Client")
            .Says("1 Error(s)");
    }

    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net48")]
    [InlineData("net6.0")]
    public async Task A_framework_that_is_too_old(string framework) =>
        (await new Consumer(feed, framework.Replace(".", "", StringComparison.Ordinal)).Project(framework, "<ImplicitUsings>false</ImplicitUsings>", isLibrary: true).Build()).Fails()
            .Says($"error IC2007: The client of Intercom.Generator needs .NET 8 or later, and this project is compiled for {framework}. Target net8.0 or later")
            .Says("1 Error(s)");

    [Fact]
    public async Task One_of_two_overlays_that_is_not_there() =>
        (await new Consumer(feed).Project("net10.0", items: """<IntercomSpec Include="Preview" Overlay="own.yaml;gone.yaml" />""")
            .With("own.yaml", "overlay: 1.0.0\ninfo: { title: Ours, version: '1' }\nactions: []\n").With("Program.cs", Consumer.Program).Build())
            .Fails().Says("error IC3004: The overlay 'gone.yaml' of an IntercomSpec item does not exist. Correct its path.").Says("1 Error(s)");
}
