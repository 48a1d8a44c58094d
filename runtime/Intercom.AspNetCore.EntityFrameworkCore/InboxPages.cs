using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Intercom.AspNetCore;

/// <summary>Answers the requests of people who look at the inbox.</summary>
internal sealed class InboxPages(IIntercomWebhookInbox inbox)
{
    public async Task ListAsync(HttpContext context)
    {
        var (query, aborted) = (context.Request.Query, context.RequestAborted);
        InboxState? state = Enum.TryParse<InboxState>(query["state"], out var named) && Enum.IsDefined(named) ? named : null;
        long? before = long.TryParse(query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        var now = await inbox.NowAsync(aborted).ConfigureAwait(false);
        var counts = await inbox.CountAsync(aborted).ConfigureAwait(false);
        var entries = await inbox.ListAsync(state, before, InboxHtml.PageSize, aborted).ConfigureAwait(false);
        await WriteAsync(context, new InboxHtml(Base(context, 0), now).List(state, counts, entries)).ConfigureAwait(false);
    }

    public async Task ShowAsync(HttpContext context)
    {
        if (await inbox.FindAsync(Id(context), context.RequestAborted).ConfigureAwait(false) is not { } entry)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var now = await inbox.NowAsync(context.RequestAborted).ConfigureAwait(false);
        var withBody = context.Request.Query.ContainsKey("body");
        await WriteAsync(context, new InboxHtml(Base(context, 1), now).Entry(entry, withBody)).ConfigureAwait(false);
    }

    public Task PutBackAsync(HttpContext context) => ChangeAsync(context, inbox.PutBackAsync);

    public Task DropAsync(HttpContext context) => ChangeAsync(context, inbox.DropAsync);

    private static async Task ChangeAsync(HttpContext context, Func<long, CancellationToken, Task<bool>> change)
    {
        if (!IsOwnPage(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var isChanged = await change(Id(context), context.RequestAborted).ConfigureAwait(false);
        context.Response.StatusCode = isChanged ? StatusCodes.Status303SeeOther : StatusCodes.Status409Conflict;
        if (isChanged)
            context.Response.Headers.Location = $"{Base(context, 2)}/{Id(context).ToString(CultureInfo.InvariantCulture)}";
    }

    // Another site can make a browser post here, with the cookies of who is signed in; what it cannot do is to say that it is this one.
    private static bool IsOwnPage(HttpRequest request) => (string?)request.Headers["Sec-Fetch-Site"] is { } site
        ? site == "same-origin"
        : Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
            && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);

    private static long Id(HttpContext context) => long.Parse((string)context.Request.RouteValues["id"]!, CultureInfo.InvariantCulture);

    /// <summary>The path of the list: the path of a request without its last segments.</summary>
    private static string Base(HttpContext context, int segments)
    {
        var path = (context.Request.PathBase + context.Request.Path).ToUriComponent().TrimEnd('/');
        for (; segments > 0; segments--)
            path = path[..path.LastIndexOf('/')];
        return path;
    }

    private static Task WriteAsync(HttpContext context, string html)
    {
        var headers = context.Response.Headers;
        headers.ContentType = "text/html; charset=utf-8";
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src {InboxHtml.StyleSource}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        return context.Response.WriteAsync(html, context.RequestAborted);
    }
}
