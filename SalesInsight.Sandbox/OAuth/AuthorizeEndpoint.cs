using System.Diagnostics;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Screen;

namespace SalesInsight.Sandbox.OAuth;

/// <summary><c>/services/oauth2/authorize</c>: login, consent, and back to the app.</summary>
internal sealed class AuthorizeEndpoint(OAuthClients clients, CodeStore codes, LoginHost loginHost)
{
    /// <summary>Apps on this computer may redirect between its names once called back.</summary>
    private const string LoopbackTargets = " http://localhost:* http://127.0.0.1:* https://localhost:*";

    public IResult Show(HttpContext http)
    {
        var user = loginHost.UserOf(http);
        return AuthorizeRequest.Read(http.Request.Query, clients) switch
        {
            AuthorizeRequest.Untrusted untrusted => Untrusted(http, untrusted.Error),
            AuthorizeRequest.Refused refused => Results.Redirect(refused.Location),
            AuthorizeRequest.Valid when user is null || http.Request.Query["prompt"] == "login" =>
                LoginHost.SendToLogin(http.Request),
            AuthorizeRequest.Valid valid => Consent(http, valid, user!),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The answer to the consent page. The request is read again: nothing in the form is trusted but the
    /// button.</summary>
    public async Task<IResult> DecideAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var again = Results.Redirect(OAuthUrls.Authorize + http.Request.QueryString);
        if (AuthorizeRequest.Read(http.Request.Query, clients) is not AuthorizeRequest.Valid valid) return again;
        if (loginHost.UserOf(http) is not { } user || !loginHost.IsOurs(http, form)) return again;
        return form["decision"] == "allow"
            ? Results.Redirect(valid.Allowed(codes.Issue(valid, user.Id)))
            : Results.Redirect(valid.Denied);
    }

    private IResult Consent(HttpContext http, AuthorizeRequest.Valid valid, SandboxUser user)
    {
        var query = http.Request.QueryString.ToUriComponent();
        var page = ConsentPage.Render(valid, user, query, loginHost.FormTokenFor(http));
        var callback = new Uri(valid.RedirectUri).GetLeftPart(UriPartial.Authority);
        return SandboxPage.Card(http, "Allow access?", page, $" {callback}{LoopbackTargets}");
    }

    private static IResult Untrusted(HttpContext http, TokenError error) =>
        SandboxPage.Card(http, "Not possible", Html.Of($"""
            <h1>This app cannot be connected</h1>
            <p>The sandbox does not know the app, or not the address it wants to return to. Nothing was shared.</p>
            <p class="mono caption" data-testid="oauth-error">error={error.Code}
            error_description={error.Description}</p>
            """), status: StatusCodes.Status400BadRequest);
}
