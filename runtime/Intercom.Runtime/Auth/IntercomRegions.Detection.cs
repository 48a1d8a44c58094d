using System.Text.Json;

namespace Intercom;

public static partial class IntercomRegions
{
    /// <summary>Finds out in which region a token works, by asking each region's <c>GET /me</c> until the answer is not 401.</summary>
    /// <param name="token">The access token. It is sent to Intercom's own addresses only.</param>
    /// <param name="options">How to reach Intercom; its credential, region and base address are not used.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The region that the workspace names, or else the one that answered.</returns>
    /// <exception cref="IntercomUnauthorizedException">The token works in no region.</exception>
    /// <exception cref="IntercomException">A region could not be asked.</exception>
    public static async Task<IntercomRegion> DetectAsync(
        string token,
        IntercomClientOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var credential = IntercomCredential.FromToken(token);
        IntercomUnauthorizedException? refused = null;
        foreach (var region in Enum.GetValues<IntercomRegion>())
        {
            try
            {
                var connection = new IntercomConnection((options ?? new()).At(region, credential), "");
                var me = await connection.SendElementAsync(new ApiRequest("GET /me"), null, cancellationToken).ConfigureAwait(false);
                return Named(me) ?? region;
            }
            catch (IntercomUnauthorizedException e)
            {
                refused = e;
            }
            catch (IntercomForbiddenException)
            {
                return region;
            }
        }

        throw refused!;
    }

    private static IntercomRegion? Named(JsonElement me) =>
        me.ValueKind == JsonValueKind.Object
        && me.TryGetProperty("app", out var app) && app.ValueKind == JsonValueKind.Object
        && app.TryGetProperty("region", out var name) && name.ValueKind == JsonValueKind.String
        && TryParse(name.GetString(), out var region)
            ? region
            : null;
}
