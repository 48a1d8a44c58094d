using System.Diagnostics;
using System.Net;

namespace Intercom;

/// <summary>
/// What spans and measurements say of a call: OpenTelemetry's names for HTTP beside the library's own. The values of the path and the query
/// are in none of it.
/// </summary>
internal readonly struct CallTags(Call call, IntercomClientOptions options, Uri baseAddress)
{
    private string Template => call.Operation[(call.Operation.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    /// <summary>The address with the names of the path's parameters in the place of their values.</summary>
    public string Address => baseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/') + Template;

    /// <summary>Of the server, and of the workspace whose limits it keeps.</summary>
    public TagList OfServer()
    {
        var tags = new TagList { { "server.address", baseAddress.Host }, { "server.port", baseAddress.Port } };
        if (options.WorkspaceName is { } workspace)
            tags.Add("intercom.workspace", workspace);
        return tags;
    }

    /// <summary>Of a call, and how it ended where it has.</summary>
    public TagList OfCall(HttpStatusCode? status = null, string? error = null)
    {
        var tags = OfServer();
        tags.Add("intercom.operation", call.Operation);
        tags.Add("http.request.method", call.Request.Method.Method);
        tags.Add("url.template", Template);
        if (status is { } answered)
            tags.Add("http.response.status_code", (int)answered);
        if (error is not null)
            tags.Add("error.type", error);
        return tags;
    }
}
