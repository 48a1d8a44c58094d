using Intercom.Generator.Model;
using Intercom.Generator.Spec;

namespace Intercom.Generator.Parsing;

/// <summary>From the servers that an operation or its path has of its own to the path under which it is called.</summary>
/// <remarks>
/// A token goes to the address that the options of the client name, and never to a host that a document names. Another path of the same
/// host is another place of the same server, and is honoured.
/// </remarks>
internal sealed class ServerParser(SpecDocument document, Omissions omissions)
{
    private static readonly Uri NoHost = new("https://intercom.invalid");

    private readonly Uri? _root = AddressOf(FirstUrl(document.Root));

    public ServerPath? Parse(string path, string operationPointer)
    {
        foreach (var pointer in new[] { operationPointer, SpecPointer.Child("#/paths", path) })
            if (SpecPointer.Find(document.Root, pointer) is SpecMap map && FirstUrl(map) is { } url)
                return Of(url, pointer + "/servers/0");
        return null;
    }

    private ServerPath? Of(string url, string pointer)
    {
        if (AddressOf(url) is { } address && IsSameHost(address))
            return PathOf(address) == PathOf(_root) ? null : new ServerPath(PathOf(_root), PathOf(address));
        omissions.LeftOut(
            pointer,
            $"the server '{url}' of this operation alone",
            "a token is sent to no host that a document names. Make another client whose BaseAddress is that server, where it is yours");
        return null;
    }

    private bool IsSameHost(Uri address) => address.Host == NoHost.Host
        || (_root is not null && address.Scheme == _root.Scheme && address.Authority == _root.Authority);

    private static string PathOf(Uri? address) => address?.AbsolutePath.TrimEnd('/') ?? "";

    private static string? FirstUrl(SpecMap map) =>
        (map["servers"] as SpecList)?.Items.OfType<SpecMap>().Select(static server => server.Text("url")).FirstOrDefault();

    private static Uri? AddressOf(string? url) => url is null || url.IndexOf('{') >= 0 || !Uri.TryCreate(NoHost, url, out var address)
        || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0 ? null : address;
}
