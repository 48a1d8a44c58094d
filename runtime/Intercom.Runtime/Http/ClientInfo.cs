using System.Net.Http.Headers;
using System.Reflection;

namespace Intercom;

/// <summary>How the client names itself to the server.</summary>
internal static class ClientInfo
{
    public static ProductInfoHeaderValue Product { get; } = new("intercom-dotnet", typeof(ClientInfo).Assembly.GetName().Version?.ToString(3) ?? "0");
}
