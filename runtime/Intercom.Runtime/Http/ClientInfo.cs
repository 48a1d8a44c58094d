using System.Net.Http.Headers;
using System.Reflection;

namespace Intercom;

/// <summary>How the client names itself to the server, and what it sends of its own accord.</summary>
internal static class ClientInfo
{
    public static ProductInfoHeaderValue Product { get; } =
        new("intercom-dotnet", typeof(ClientInfo).Assembly.GetName().Version?.ToString(3) ?? "0");

    /// <summary>Whether a text can stand in <c>User-Agent</c> before the library's own name.</summary>
    public static bool IsProduct(string text)
    {
        using var message = new HttpRequestMessage();
        return message.Headers.UserAgent.TryParseAdd(text);
    }

    /// <summary>Whether a header is none that an option can set: it holds the token, or it is one of the body.</summary>
    public static bool IsNoDefault(string name) =>
        name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) || HeaderNames.IsOfBody(name);
}
