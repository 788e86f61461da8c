using Microsoft.Extensions.Configuration;

namespace SalesInsight.Sync.EmailDelivery.Tracking;

/// <summary>
/// <c>Email:TrackingUrl</c>, default <c>PublicUrl</c>: how recipients reach this install. Without one nothing is
/// tracked, since a link nobody can follow is worse than one that is not counted.
/// </summary>
/// <param name="Base">Ends with a slash; null: not configured, or no http(s) address.</param>
internal sealed record TrackingAddress(Uri? Base)
{
    public const string PicturePath = "t/o/", LinkPath = "t/c/";

    public static TrackingAddress From(IConfiguration configuration)
    {
        var configured = configuration["Email:TrackingUrl"] is { Length: > 0 } own ? own : configuration["PublicUrl"];
        return new TrackingAddress(TrackedHtml.WebAddress(configured) is { } address
            ? new Uri($"{address.GetLeftPart(UriPartial.Path).TrimEnd('/')}/")
            : null);
    }
}
