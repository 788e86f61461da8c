using System.Threading.RateLimiting;

namespace SalesInsight.Web.Emails.Tracking;

/// <summary>
/// So many counted events a minute from one address. What goes beyond is answered, but not counted: a reader of a mail
/// is never kept from a link.
/// </summary>
internal sealed class TrackingLimit : IDisposable
{
    public const int EventsPerMinuteMax = 120;

    private readonly PartitionedRateLimiter<HttpContext> _limiter =
        PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = EventsPerMinuteMax,
                Window = TimeSpan.FromMinutes(1),
            }));

    public bool Allows(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
