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
}
