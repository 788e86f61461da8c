using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SalesInsight.Sync.Storage.Tokens;

namespace SalesInsight.Web.Api.Tokens;

/// <summary>Who calls, by <c>Authorization: Bearer</c> (RFC 6750). A token never has the rights of an admin.</summary>
internal sealed class ApiTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, IApiTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    private const string Realm = "Bearer realm=\"SalesInsight\"";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header)
            || !header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        if (await tokens.FindAsync(header.Parameter ?? string.Empty, Context.RequestAborted) is not { } token)
            return AuthenticateResult.Fail("No such token");

        var claims = ApiScopeNames.Of(token.Scopes).Select(name => new Claim(ApiAccess.ScopeClaim, name))
            .Prepend(new Claim(ClaimTypes.NameIdentifier, token.UserId.ToString()));
        var person = new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme.Name));
        return AuthenticateResult.Success(new AuthenticationTicket(person, Scheme.Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var wasSent = (await HandleAuthenticateOnceSafeAsync()).Failure is not null;
        Response.Headers.Append(HeaderNames.WWWAuthenticate, wasSent ? $"{Realm}, error=\"invalid_token\"" : Realm);
        await (wasSent ? ApiProblem.TokenInvalid : ApiProblem.TokenMissing).Answer().ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var scope = Context.GetEndpoint()?.Metadata.GetMetadata<ApiAccess>()?.Scope;
        Response.Headers.Append(
            HeaderNames.WWWAuthenticate, $"{Realm}, error=\"insufficient_scope\", scope=\"{scope}\"");
        return ApiProblem.ScopeMissing.Answer().ExecuteAsync(Context);
    }
}
