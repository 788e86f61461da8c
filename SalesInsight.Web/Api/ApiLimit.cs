using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace SalesInsight.Web.Api;

/// <summary>
/// So many calls a minute for each token, <c>Api:CallsPerMinuteMax</c>, default 600; who sends none is counted by
/// address. A bucket that refills every second: a burst is fine, a loop is not.
/// </summary>
internal sealed class ApiLimit(IConfiguration configuration) : IRateLimiterPolicy<string>
{
    private const int CallsPerMinuteDefault = 600;
    private static readonly TimeSpan RefillEvery = TimeSpan.FromSeconds(1);

    private readonly int perMinuteMax = configuration.GetValue("Api:CallsPerMinuteMax", CallsPerMinuteDefault);

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => AnswerAsync;

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
        RateLimitPartition.GetTokenBucketLimiter(KeyOf(httpContext), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinuteMax,
            TokensPerPeriod = Math.Max(1, perMinuteMax / 60),
            ReplenishmentPeriod = RefillEvery,
        });

    // the hash, so that no token stays in memory for the counting's sake
    private static string KeyOf(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() is { Length: > 0 } header
            ? Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(header)))
            : context.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    private static async ValueTask AnswerAsync(OnRejectedContext rejected, CancellationToken stop)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : RefillEvery;
        var seconds = (int)Math.Max(1, Math.Ceiling(wait.TotalSeconds));
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await ApiProblem.TooManyRequests.Answer().ExecuteAsync(rejected.HttpContext);
    }
}
