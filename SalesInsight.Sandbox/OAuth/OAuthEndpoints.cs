namespace SalesInsight.Sandbox.OAuth;

/// <summary>The login host: OAuth 2.0 as Salesforce speaks it.</summary>
internal static class OAuthEndpoints
{
    public static IServiceCollection AddSandboxOAuth(this IServiceCollection services) => services
        .AddSingleton<OAuthOptions>()
        .AddSingleton<OAuthClients>()
        .AddSingleton<SignIn>()
        .AddSingleton<CodeStore>()
        .AddSingleton<GrantStore>()
        .AddSingleton<LoginHost>()
        .AddSingleton<AuthorizeEndpoint>()
        .AddSingleton<TokenEndpoint>()
        .AddSingleton<TokenServices>()
        .AddSingleton<IdentityServices>();

    public static void MapSandboxOAuth(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var loginHost = services.GetRequiredService<LoginHost>();
        routes.MapGet("/login", loginHost.ShowLogin);
        routes.MapPost("/login", (Delegate)loginHost.LogInAsync);
        routes.MapPost("/logout", (Delegate)loginHost.LogOutAsync);

        var authorize = services.GetRequiredService<AuthorizeEndpoint>();
        routes.MapGet(OAuthUrls.Authorize, authorize.Show);
        routes.MapPost(OAuthUrls.Decision, (Delegate)authorize.DecideAsync);

        routes.MapPost(OAuthUrls.Token, TokenAsync);
        var tokens = services.GetRequiredService<TokenServices>();
        routes.MapMethods(OAuthUrls.Revoke, [HttpMethods.Get, HttpMethods.Post], (Delegate)tokens.RevokeAsync);
        routes.MapPost(OAuthUrls.Introspect, (Delegate)tokens.IntrospectAsync);

        var identity = services.GetRequiredService<IdentityServices>();
        routes.MapMethods(OAuthUrls.UserInfo, [HttpMethods.Get, HttpMethods.Post], identity.UserInfo);
        routes.MapGet("/id/{orgId}/{userId}", identity.Identity);
        routes.MapGet("/.well-known/openid-configuration", identity.Discovery);
    }

    private static async Task<IResult> TokenAsync(HttpContext http, TokenEndpoint endpoint, Org.SandboxOrg org) =>
        TokenAnswers.Write(endpoint.Decide(await TokenRequest.ReadAsync(http.Request)), OAuthUrls.Base(http), org.Id);
}
