using System.Text.RegularExpressions;

namespace Intercom.Peers.Benchmarks;

/// <summary>The peers as they are published, how they are told to make a client, and what their client needs before it compiles.</summary>
internal sealed partial class PeerTools(string folder, Options options)
{
    private const string KiotaVersion = "1.38.0";
    private const string NSwagVersion = "14.7.1";

    // Those that `kiota info` names; its bundle holds nothing else.
    public const string KiotaPackagesVersion = "2.1.2";
    public static readonly string[] KiotaPackages =
    [
        "Abstractions", "Http.HttpClientLibrary",
        "Serialization.Form", "Serialization.Json", "Serialization.Multipart", "Serialization.Text",
    ];

    private string Tools => Path.Combine(folder, "tools");

    public void Install()
    {
        Install("Microsoft.OpenApi.Kiota", KiotaVersion);
        Install("NSwag.ConsoleCore", NSwagVersion);
    }

    public static string Called(string contestant) => contestant switch
    {
        Contestants.Kiota => $"Kiota {KiotaVersion}",
        Contestants.NSwag => $"NSwag {NSwagVersion}",
        _ => contestant,
    };

    /// <summary>Makes the client, as the tool does by itself.</summary>
    public Spent Generate(Contestant peer, string output) => peer.Name == Contestants.Kiota
        ? Command.Run(folder, Path.Combine(Tools, "kiota"),
            "generate", "-l", "CSharp", "-d", options.Document, "-o", output, "-c", "KiotaClient", "-n", "Peers.Kiota",
            "--exclude-backward-compatible", "--log-level", "Error")
        : Command.Run(folder, Path.Combine(Tools, "nswag"),
            "openapi2csclient", $"/input:{options.Document}", $"/output:{Path.Combine(output, "Client.cs")}", "/namespace:Peers.NSwag",
            "/className:{controller}Client", "/operationGenerationMode:MultipleClientsFromFirstTagAndOperationId",
            "/jsonLibrary:SystemTextJson", "/generateOptionalParameters:true", "/generateNullableReferenceTypes:true");

    /// <summary>Mends what does not compile, and says what that was.</summary>
    public static IEnumerable<string> Mend(Contestant peer)
    {
        var output = Path.Combine(peer.Folder, "Generated");
        foreach (var file in Directory.GetFiles(output, "*.cs", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            var mended = DuplicateMember().Replace(NoIdentifier().Replace(text, "$1Caret,"), "$1_$2 = $2,");
            if (mended == text)
                continue;
            File.WriteAllText(file, mended);
            yield return $"members of an enum without a name of their own, in {Path.GetFileName(file)}";
        }

        if (peer.Name == Contestants.NSwag && MissingTypes(peer) is { Count: > 0 } missing)
        {
            File.WriteAllText(Path.Combine(output, "Missing.cs"), "namespace Peers.NSwag;\n" + string.Concat(missing.Select(static name =>
                $$"""

                public partial class {{name}}
                {
                    [System.Text.Json.Serialization.JsonExtensionData]
                    public System.Collections.Generic.IDictionary<string, object> AdditionalProperties { get; set; } = null!;
                }

                """)));
            yield return $"types or their members that are used and not there: {string.Join(", ", missing)}";
        }
    }

    // The compiler looks into methods only once all types are there.
    private static List<string> MissingTypes(Contestant peer)
    {
        var types = Names(peer, MissingType());
        if (types.Count == 0)
            return types;
        var stubs = Path.Combine(peer.Folder, "Stubs.cs");
        File.WriteAllText(stubs, "namespace Peers.NSwag;\n" + string.Concat(types.Select(static name => $"public partial class {name};\n")));
        types.AddRange(Names(peer, MissingMember()));
        File.Delete(stubs);
        return types;
    }

    private static List<string> Names(Contestant peer, Regex error)
    {
        var build = Command.TryRun(peer.Folder, "dotnet", out _, "build", "-c", "Release", "-p:UseSharedCompilation=false", "-v:q");
        return [.. error.Matches(build.Output).Select(static match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];
    }

    private void Install(string package, string version) =>
        Command.Run(folder, "dotnet", "tool", "install", package, "--version", version, "--tool-path", Tools);

    [GeneratedRegex(@"^(\s+)\^,", RegexOptions.Multiline)]
    private static partial Regex NoIdentifier();

    [GeneratedRegex(@"^(\s+)_ = ([0-9]+),", RegexOptions.Multiline)]
    private static partial Regex DuplicateMember();

    [GeneratedRegex("error CS0246: The type or namespace name '([A-Za-z0-9_]+)'")]
    private static partial Regex MissingType();

    [GeneratedRegex("error CS1061: '([A-Za-z0-9_]+)' does not contain a definition for 'AdditionalProperties'")]
    private static partial Regex MissingMember();
}
