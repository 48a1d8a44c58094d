namespace Intercom.Peers.Benchmarks;

/// <summary>Everyone who is measured, in the order of the table.</summary>
internal static class Contestants
{
    public const string Empty = "Empty project";
    public const string ByHand = "Written by hand";
    public const string Generator = "Intercom.Generator";
    public const string InLibrary = "In a library of its own";
    public const string Ready = "Intercom.Client";
    public const string Kiota = "Kiota";
    public const string NSwag = "NSwag";

    private static readonly string Beside = AppContext.BaseDirectory;

    private const string UseOurs = """
        var intercom = new Intercom.IntercomClient(new Intercom.IntercomClientOptions { AccessToken = "token" });
        Console.WriteLine(intercom.Contacts);
        """;

    public static IEnumerable<Contestant> Ours(string folder, Options options) =>
    [
        new(Empty, Path.Combine(folder, "Empty"), "", "Console.WriteLine();", null),
        new(ByHand, Path.Combine(folder, "ByHand"), Plain, "Console.WriteLine();", "ByHand"),
        new(Generator, Path.Combine(folder, "Generated"), Generated(options.Document), UseOurs, "Intercom"),
        new(InLibrary, Path.Combine(folder, "Apart"), References("Intercom.Runtime.dll"), UseOurs, null)
        {
            Library = Generated(options.Document),
        },
        new(Ready, Path.Combine(folder, "Ready"), References("Intercom.Client.dll", "Intercom.Runtime.dll"), UseOurs, null),
    ];

    public static IEnumerable<Contestant> Theirs(string folder) =>
    [
        new(Kiota, Path.Combine(folder, "Kiota"), KiotaPackages, """
            var adapter = new Microsoft.Kiota.Http.HttpClientLibrary.HttpClientRequestAdapter(
                new Microsoft.Kiota.Abstractions.Authentication.AnonymousAuthenticationProvider());
            Console.WriteLine(new Peers.Kiota.KiotaClient(adapter).Contacts);
            """, "Kiota"),
        new(NSwag, Path.Combine(folder, "NSwag"), "", "Console.WriteLine(new Peers.NSwag.ContactsClient(new HttpClient()));", "NSwag"),
    ];

    private static string Plain => $"""
          <ItemGroup><Compile Include="{Repository.Root}/tests/benchmarks/Intercom.Benchmarks/Plain/*.cs" /></ItemGroup>
        """;

    // What the package does, from what lies beside this program.
    private static string Generated(string document) => $"""
          <PropertyGroup>
            <IntercomBundledSpecs>{Repository.Root}/specs/</IntercomBundledSpecs>
            <IntercomBundledDocument>{document}</IntercomBundledDocument>
          </PropertyGroup>
          <Import Project="{Repository.Generator}/build/Intercom.Generator.props" />
        {References("Intercom.Runtime.dll")}
          <ItemGroup>
            <Analyzer Include="{Beside}Intercom.Generator.dll;{Beside}YamlDotNet.dll;{Beside}Microsoft.OpenApi.dll" />
          </ItemGroup>
          <Import Project="{Repository.Generator}/build/Intercom.Generator.targets" />
        """;

    private static string References(params IEnumerable<string> assemblies) => $"""
          <ItemGroup><Reference Include="{string.Join(';', assemblies.Select(static name => Beside + name))}" /></ItemGroup>
        """;

    private static string KiotaPackages => $"""
          <ItemGroup>
        {string.Join('\n', PeerTools.KiotaPackages.Select(static package =>
            $"""    <PackageReference Include="Microsoft.Kiota.{package}" Version="{PeerTools.KiotaPackagesVersion}" />"""))}
          </ItemGroup>
        """;
}
