using Xunit;
using Xunit.Abstractions;

namespace Intercom.Package.Tests;

/// <summary>Fresh projects of every kind, restored from the packages, built and run.</summary>
[Collection(nameof(Feed))]
public sealed class ConsumerTests(Feed feed, ITestOutputHelper output)
{
    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public async Task A_console_program_runs_with_nothing_of_the_generator_beside_it(string framework)
    {
        var consumer = new Consumer(feed, framework.Replace(".", "", StringComparison.Ordinal)).Project(framework).With("Program.cs", Consumer.Program);
        var build = await consumer.Builds();
        (await consumer.Runs()).Says(Consumer.Sent).Says(Consumer.Received);
        Assert.Equal(
            framework == "net10.0" ? ["Intercom.Runtime.dll", "Polly.Core.dll", consumer.Name + ".dll"] : ["Intercom.Runtime.dll", "Polly.Core.dll", "System.Net.ServerSentEvents.dll", consumer.Name + ".dll"],
            consumer.Output(framework).Order(StringComparer.Ordinal));
        output.WriteLine($"{framework}: built in {build.Time.TotalSeconds:0.0} s, {new FileInfo(Path.Combine(consumer.Folder, "bin", "Debug", framework, consumer.Name + ".dll")).Length / 1000} kB");
    }

    [Fact]
    public async Task A_second_build_does_nothing()
    {
        var consumer = new Consumer(feed).Project("net10.0").With("Program.cs", Consumer.Program);
        await consumer.Builds();
        (await consumer.Builds("--no-restore -v detailed")).Says("""Skipping target "CoreCompile" because all output files are up-to-date""");
    }

    [Fact]
    public async Task A_class_library_holds_the_client_for_an_application()
    {
        new Consumer(feed, "Support").Project("net10.0", isLibrary: true);
        var application = new Consumer(feed, "Application").Project("net10.0", package: """<ProjectReference Include="../Support/Support.csproj" />""").With("Program.cs", Consumer.Program);
        await application.Builds();
        (await application.Runs()).Says(Consumer.Received);
        Assert.Contains("Support.dll", application.Output("net10.0"));
    }

    [Fact]
    public async Task Two_documents_are_two_clients()
    {
        var consumer = new Consumer(feed)
            .Project("net10.0", items: """
                <IntercomSpec Include="Preview" />
                <IntercomSpec Include="small.json" Overlay="small.overlay.yaml" Namespace="Acme.Intercom" ClientName="SmallClient" Accessibility="internal" />
            """)
            .With("small.json", """{ "openapi": "3.0.1", "info": { "title": "Small", "version": "7" }, "paths": { "/things/{id}": { "get": { "operationId": "getThing", "tags": ["Things"], "responses": { "204": { "description": "Done" } } } } } }""")
            .With("small.overlay.yaml", "overlay: 1.0.0\ninfo: { title: Small, version: '1' }\nactions:\n  - target: $.paths['/things/{id}'].get\n    update: { x-intercom-name: Things.Touch }\n")
            .With("Program.cs", """
                using Acme.Intercom;
                using Intercom;
                Console.WriteLine($"{SmallClient.ApiVersion} and {IntercomClient.ApiVersion}, {typeof(SmallClient).IsPublic}, {nameof(ThingsClient.TouchAsync)}");
                """);
        await consumer.Builds();
        (await consumer.Runs()).Says("7 and Preview, False, TouchAsync");
    }

    [Fact]
    public async Task A_stable_version_is_included_by_its_name()
    {
        var consumer = new Consumer(feed)
            .Project("net10.0", items: """<IntercomSpec Include="2.16" />""")
            .With("Program.cs", Consumer.Program.Replace("\ninternal sealed class Canned", "\nConsole.WriteLine($\"Speaks {IntercomClient.ApiVersion}, has {nameof(IntercomClient.IpAllowlist)}\");\n\ninternal sealed class Canned", StringComparison.Ordinal));
        await consumer.Builds();
        (await consumer.Runs()).Says(Consumer.Received).Says("Speaks 2.16, has IpAllowlist");
    }

    [Fact]
    public async Task The_bundled_versions_are_clients_side_by_side()
    {
        var consumer = new Consumer(feed)
            .Project("net10.0", items: """
                <IntercomSpec Include="2.14" Namespace="Intercom.V214" Tags="Notes" />
                <IntercomSpec Include="2.16" Namespace="Intercom.V216" Tags="Notes" />
                <IntercomSpec Include="Preview" Tags="Notes" />
            """)
            .With("Program.cs", """
                Console.WriteLine($"{Intercom.V214.IntercomClient.ApiVersion}, {Intercom.V216.IntercomClient.ApiVersion}, {Intercom.IntercomClient.ApiVersion}");
                Console.WriteLine($"{typeof(Intercom.V214.Models.Note).GetProperty("Company") is null}, {nameof(Intercom.V216.Models.Note.Company)}");
                """);
        await consumer.Builds();
        (await consumer.Runs()).Says("2.14, 2.16, Preview").Says("True, Company");
    }

    [Fact]
    public async Task Versions_are_managed_centrally()
    {
        var consumer = new Consumer(feed)
            .Project("net10.0", package: """<PackageReference Include="Intercom.Generator" />""")
            .With("Directory.Packages.props", $"""<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup><ItemGroup><PackageVersion Include="Intercom.Generator" Version="{Feed.Version}" /></ItemGroup></Project>""")
            .With("Program.cs", Consumer.Program);
        await consumer.Builds();
        (await consumer.Runs()).Says(Consumer.Received);
    }

    [Fact]
    public async Task A_strict_project_hears_nothing()
    {
        var consumer = new Consumer(feed)
            .Project("net8.0", "<LangVersion>12</LangVersion><TreatWarningsAsErrors>true</TreatWarningsAsErrors><AnalysisLevel>latest</AnalysisLevel><AnalysisMode>All</AnalysisMode><EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild><GenerateDocumentationFile>true</GenerateDocumentationFile>", isLibrary: true)
            .With("Support.cs", "namespace Support;\n\n/// <summary>Finds contacts.</summary>\npublic static class Finder\n{\n    /// <summary>Finds one.</summary>\n    public static Task<Intercom.Models.Contact> FindAsync(Intercom.IntercomClient intercom, string id)\n    {\n        ArgumentNullException.ThrowIfNull(intercom);\n        return intercom.Contacts.GetAsync(id);\n    }\n}\n");
        await consumer.Builds();
    }

    [Fact]
    public async Task Tags_cut_the_client_to_what_a_project_uses()
    {
        var consumer = new Consumer(feed)
            .Project("net10.0", items: """<IntercomSpec Include="Preview" Tags="Fin Agent; Procedures" Operations="GET /me;POST /contacts" />""")
            .With("Program.cs", Consumer.Program + "\n" + "internal static class Uses { public static object All(IntercomClient c) => new object[] { c.FinAgent, c.Procedures, c.Admins, WebhookTopics.ProcedureHitlNotificationCreated }; }");
        var build = await consumer.Builds();
        (await consumer.Runs()).Says(Consumer.Received);
        output.WriteLine($"Built in {build.Time.TotalSeconds:0.0} s, {new FileInfo(Path.Combine(consumer.Folder, "bin", "Debug", "net10.0", "Consumer.dll")).Length / 1000} kB");
    }
}
