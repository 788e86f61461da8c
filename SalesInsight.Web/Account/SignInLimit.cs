using System.Threading.RateLimiting;

namespace SalesInsight.Web.Account;

/// <summary>Slows down guessing: so many posts a minute from one address, whichever account they try.</summary>
internal static class SignInLimit
{
    public const string Policy = "sign-in";
    private const int PostsPerMinuteMax = 20;

    public static void AddSignInLimit(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
                _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = PostsPerMinuteMax,
                    Window = TimeSpan.FromMinutes(1),
                })
            : RateLimitPartition.GetNoLimiter("reading"));
    });
}
