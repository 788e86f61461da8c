using System.Security.Claims;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Web.Shell;

namespace SalesInsight.Web.Emails.Tracking;

/// <summary>
/// Where the picture and the links of a tracked mail lead, for anybody and without a session. An answer never tells
/// whether something was counted: the picture is always the same, and a link leads on or is not found.
/// </summary>
internal static class TrackingEndpoints
{
    /// <summary>A transparent GIF of one by one.</summary>
    private static readonly byte[] Picture =
        Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    // HEAD is asked by machines that look before they fetch; it is answered and not counted
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapTracking(this WebApplication app)
    {
        var marks = app.MapGroup("/t").AllowAnonymous().ExcludeFromDescription();
        marks.MapMethods("/o/{mark}", Methods, OpenAsync);
        marks.MapMethods("/c/{mark}", Methods, FollowAsync);
    }

    private static async Task<IResult> OpenAsync(
        string mark, HttpContext context, IEmailTracking tracking, TrackingLimit limit)
    {
        await CountAsync(mark, context, tracking, limit);
        KeepNothing(context.Response);
        return Results.Bytes(Picture, "image/gif");
    }

    private static async Task<IResult> FollowAsync(
        string mark, HttpContext context, IEmailTracking tracking, TrackingLimit limit)
    {
        KeepNothing(context.Response);
        if (tracking.TargetOf(mark) is not { } target) return Results.NotFound();
        await CountAsync(mark, context, tracking, limit);
        return Results.Redirect(target.AbsoluteUri);
    }

    private static Task CountAsync(string mark, HttpContext context, IEmailTracking tracking, TrackingLimit limit)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || !limit.Allows(context)) return Task.CompletedTask;
        return tracking.CountAsync(mark, ViewerOf(context.User), context.RequestAborted);
    }

    private static Guid? ViewerOf(ClaimsPrincipal person) =>
        person.Identity is { IsAuthenticated: true } ? person.PersonId : null;

    /// <summary>Fetched anew each time; and whoever is led on does not learn from where.</summary>
    private static void KeepNothing(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store, private";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}
