using Intercom.AspNetCore;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>A page that shows the inbox.</summary>
public static class IntercomWebhookInboxEndpoints
{
    /// <summary>Shows what waits, runs, has failed and is dead, to people whom the application authorizes; they can put it back and drop
    /// it.</summary>
    /// <param name="endpoints">The application's routes.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="policies">The policies of the application's authorization that all must hold; none for its default one.</param>
    /// <remarks>Bodies are shown one at a time, and only when they are asked for.</remarks>
    /// <exception cref="InvalidOperationException">The services have no inbox, or no authorization; or, when the endpoints are built, the
    /// page was opened to everybody.</exception>
    public static IEndpointConventionBuilder MapIntercomWebhookInbox(
        this IEndpointRouteBuilder endpoints,
        string pattern,
        params string[] policies)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(policies);
        var services = endpoints.ServiceProvider;
        var inbox = services.GetService<IIntercomWebhookInbox>() ?? throw new InvalidOperationException(
            "The services have no inbox: AddIntercomWebhookInbox adds one.");
        if (services.GetService<IAuthorizationPolicyProvider>() is null)
            throw new InvalidOperationException(
                $"The page at {pattern} shows what customers wrote, and is for people whom the application authorizes: "
                + "AddAuthorization, and a way to sign in.");
        var desk = new InboxPages(inbox);
        var group = endpoints.MapGroup(pattern);
        group.RequireAuthorization(policies);
        group.MapMethods("/", [HttpMethods.Get], (RequestDelegate)desk.ListAsync);
        group.MapMethods("/{id:long}", [HttpMethods.Get], (RequestDelegate)desk.ShowAsync);
        group.MapMethods("/{id:long}/put-back", [HttpMethods.Post], (RequestDelegate)desk.PutBackAsync);
        group.MapMethods("/{id:long}/drop", [HttpMethods.Post], (RequestDelegate)desk.DropAsync);
        ((IEndpointConventionBuilder)group).Finally(static endpoint =>
        {
            if (endpoint.Metadata.OfType<IAllowAnonymous>().Any())
                throw new InvalidOperationException("The page of the inbox is not for everybody: leave out AllowAnonymous.");
        });
        return group;
    }
}
