using System.Runtime.CompilerServices;

namespace Intercom.Package.Tests;

/// <summary>A fresh project that uses the packages, as its author would have written it.</summary>
internal sealed class Consumer
{
    /// <summary>Calls a canned Intercom, and prints what was sent and what was read.</summary>
    public const string Program =
        """
        using System.Text;
        using Intercom;
        using Intercom.Models;

        var intercom = new IntercomClient(new IntercomClientOptions { AccessToken = "token", HttpClient = new HttpClient(new Canned()) });
        Contact contact = await intercom.Contacts.CreateAsync(new CreateContactRequest { Email = "ada@example.com" });
        Console.WriteLine($"{contact.Id}: {contact}");

        internal sealed class Canned : HttpMessageHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                Console.WriteLine(await request.Content!.ReadAsStringAsync(cancellationToken));
                return new HttpResponseMessage { Content = new StringContent("{\"id\":42,\"created_at\":1700000000,\"new\":[1]}", Encoding.UTF8, "application/json") };
            }
        }
        """;

    public const string Sent = """{"email":"ada@example.com"}""";
    public const string Received = """42: Contact { "id":42,"created_at":1700000000,"new":[1] }""";

    public Consumer(Feed feed, string? name = null, [CallerMemberName] string test = "")
    {
        Name = name ?? "Consumer";
        Folder = Directory.CreateDirectory(Path.Combine(feed.Folder, test, Name)).FullName;
    }

    public string Name { get; }

    public string Folder { get; }

    public Consumer With(string file, string text)
    {
        File.WriteAllText(Path.Combine(Folder, file), text);
        return this;
    }

    /// <summary>Writes the project file.</summary>
    public Consumer Project(
        string framework,
        string properties = "",
        string items = "",
        bool isLibrary = false,
        string package = $"""<PackageReference Include="Intercom.Generator" Version="{Feed.Version}" />""",
        string extension = "csproj") => With(
        $"{Name}.{extension}",
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>{framework}</TargetFramework>
            <OutputType>{(isLibrary ? "Library" : "Exe")}</OutputType>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {package}
            {items}
          </ItemGroup>
        </Project>
        """);

    public async Task<CommandResult> Builds(string options = "") => (await DotNet.Run(Folder, $"build {options}")).Succeeds().DoesNotSay("warning");

    public Task<CommandResult> Build(string options = "") => DotNet.Run(Folder, $"build {options}");

    public async Task<CommandResult> Runs() => (await DotNet.Run(Folder, "run --no-build")).Succeeds();

    public string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>The names of the files that the build put beside the program.</summary>
    public IEnumerable<string> Output(string framework) =>
        Directory.EnumerateFiles(Path.Combine(Folder, "bin", "Debug", framework), "*.dll").Select(static file => Path.GetFileName(file)).Order(StringComparer.Ordinal);
}
