using SalesInsight.Web.Api.Tokens;

namespace SalesInsight.Web.Api;

/// <summary>What each call of the API says about itself.</summary>
internal static class ApiEndpoint
{
    /// <summary>Only a token with this scope gets in.</summary>
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder call, ApiAccess access) => call
        .RequireAuthorization(access.Policy)
        .WithMetadata(access)
        .Fails(ApiProblem.TokenMissing, ApiProblem.ScopeMissing, ApiProblem.TooManyRequests);

    /// <summary>The ways it can fail, for the description.</summary>
    public static RouteHandlerBuilder Fails(this RouteHandlerBuilder call, params ApiProblem[] problems) =>
        problems.Aggregate(call, (described, problem) => described.ProducesProblem(problem.Status));
}
