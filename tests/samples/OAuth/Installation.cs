using Intercom;

namespace OAuth;

/// <summary>Sends the owner of a workspace to Intercom, and takes them back.</summary>
internal sealed class Installation
{
    private const string StateCookie = "intercom-state";

    private readonly Uri? _intercom;
    private readonly IntercomOAuth _oauth;

    public Installation(IConfiguration settings)
    {
        _intercom = settings.GetValue<Uri>("BaseAddress");
        _oauth = new IntercomOAuth(Setting("ClientId"), Setting("ClientSecret"), new IntercomClientOptions { BaseAddress = _intercom });

        string Setting(string name) =>
            settings[name] ?? throw new InvalidOperationException($"Intercom:{name} is missing in the configuration.");
    }

    /// <summary><c>/login?region=EU</c>: sends a visitor to the page of their region where they grant access.</summary>
    public IResult Login(HttpContext visitor, string region = "US")
    {
        if (!IntercomRegions.TryParse(region, out var where))
            return Refused("The regions are US, EU and AU.");

        // Who was not sent from here has no cookie: nobody can be lured here with the code of somebody else's workspace.
        var state = $"{where}.{IntercomOAuth.CreateState()}";
        visitor.Response.Cookies.Append(StateCookie, state, new CookieOptions
        {
            HttpOnly = true,
            Secure = visitor.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            MaxAge = TimeSpan.FromMinutes(10),
        });
        var callback = new Uri($"{visitor.Request.Scheme}://{visitor.Request.Host}/callback");
        return TypedResults.Redirect(_oauth.AuthorizeAddress(where, state, callback).AbsoluteUri);
    }

    /// <summary><c>/callback?code=…&amp;state=…</c>: makes a token of the code, and asks whose it is.</summary>
    public async Task<IResult> CallbackAsync(HttpContext visitor, string? code, string? state, CancellationToken cancellationToken)
    {
        if (!IntercomOAuth.ValidateState(visitor.Request.Cookies[StateCookie], state))
            return Refused("This does not come from a login here. Start at /login.");
        visitor.Response.Cookies.Delete(StateCookie);
        if (string.IsNullOrEmpty(code))
            return Refused("Access was not granted.");

        try
        {
            var granted = await _oauth.ExchangeAsync(code, cancellationToken);
            var region = IntercomRegions.Parse(state!.Split('.')[0]);
            var me = await Client(granted, region).Admins.GetMeAsync(cancellationToken: cancellationToken);
            // Here an app stores granted.GetToken() for the workspace me.App.IdCode, as the secret that it is.
            return TypedResults.Text($"{me.Name} has connected the workspace {me.App?.Name} ({me.App?.IdCode}).");
        }
        catch (IntercomException e)
        {
            return TypedResults.Text(e.Message, statusCode: StatusCodes.Status502BadGateway);
        }
    }

    private static IResult Refused(string why) => TypedResults.Text(why, statusCode: StatusCodes.Status400BadRequest);

    private IntercomClient Client(IntercomOAuthToken granted, IntercomRegion region) =>
        new(new IntercomClientOptions { Credential = granted.ToCredential(), Region = region, BaseAddress = _intercom });
}
