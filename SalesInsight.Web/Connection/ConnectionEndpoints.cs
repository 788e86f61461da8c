using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Web.Shell;

namespace SalesInsight.Web.Connection;

/// <summary>The two ends of signing in at Salesforce: leaving, and coming back.</summary>
internal static class ConnectionEndpoints
{
    public const string StartPath = "/connect/salesforce";
    public const string StartReaderPath = "/connect/salesforce/reader";
    public const string CallbackPath = "/connect/salesforce/callback";
    private const string PagePath = "/settings/salesforce";
    private const string TeamPagePath = "/settings/admin/salesforce";
    private const string BrowserCookie = "salesinsight-connect";
    private const int BrowserBytes = 32;
    private static readonly TimeSpan SignInTime = TimeSpan.FromMinutes(10);

    public static void AddConnection(this WebApplicationBuilder builder) => builder.Services.AddScoped<LoginHosts>();

    public static void MapConnection(this IEndpointRouteBuilder routes)
    {
        // the form parameter makes the antiforgery token obligatory
        routes.MapPost(StartPath, async (
            [FromForm] string? host, HttpContext context, ClaimsPrincipal person, IConnections connections) =>
            await LeaveAsync(context, PagePath, (browser, stop) => connections.StartAsync(
                person.PersonId, browser, host ?? string.Empty, Callback(context), stop)));
        routes.MapPost(StartReaderPath, async (
            [FromForm] string? host, HttpContext context, ClaimsPrincipal person, IOrgReaders readers) =>
            await LeaveAsync(context, TeamPagePath, (browser, stop) => readers.StartAsync(
                ActorOf(person), browser, host ?? string.Empty, Callback(context), stop)))
            .RequireAuthorization(policy => policy.RequireRole(PersonClaims.AdminRole));
        routes.MapGet(CallbackPath, CompleteAsync);
    }

    private static async Task<IResult> LeaveAsync(
        HttpContext context, string page, Func<string, CancellationToken, Task<StartConnection>> start)
    {
        var browser = Convert.ToHexString(RandomNumberGenerator.GetBytes(BrowserBytes));
        var result = await start(browser, context.RequestAborted);
        if (result is not StartConnection.Redirect redirect)
            return Refuse(page, ((StartConnection.Refused)result).Problem);

        context.Response.Cookies.Append(BrowserCookie, browser, CookieOf(context));
        return Results.Redirect(redirect.Authorize.AbsoluteUri);
    }

    private static async Task<IResult> CompleteAsync(
        HttpContext context, ClaimsPrincipal person, IConnections connections, ISyncControl sync, ILiveUpdates live)
    {
        var browser = context.Request.Cookies[BrowserCookie] ?? string.Empty;
        context.Response.Cookies.Delete(BrowserCookie, CookieOf(context));
        var query = context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        var result = await connections.CompleteAsync(ActorOf(person), browser, query, context.RequestAborted);
        if (result is CompleteConnection.Refused refused)
            return Refuse(refused.IsOfReader ? TeamPagePath : PagePath, refused.Problem);
        if (result is CompleteConnection.ReaderConnected reader)
        {
            sync.RequestReading(reader.ReaderId);
            return Results.LocalRedirect(TeamPagePath);
        }

        live.Tell(person.PersonId, LiveChange.Account);
        // what waited while the grant was dead goes out now
        sync.Request(person.PersonId, RunReason.Save);
        var other = ((CompleteConnection.Connected)result).SameAsBefore ? string.Empty : "?pair=new";
        return Results.LocalRedirect(PagePath + other);
    }

    private static Actor ActorOf(ClaimsPrincipal person) => new(person.PersonId, person.IsAdmin);

    private static IResult Refuse(string page, ConnectionProblem problem) =>
        Results.LocalRedirect($"{page}?problem={problem}");

    private static Uri Callback(HttpContext context)
    {
        var configured = context.RequestServices.GetRequiredService<IConfiguration>()["PublicUrl"];
        var origin = configured is { Length: > 0 }
            ? configured.TrimEnd('/')
            : $"{context.Request.Scheme}://{context.Request.Host}";
        return new Uri(origin + CallbackPath);
    }

    // Lax: the browser comes back from another site by a link, and must bring it.
    private static CookieOptions CookieOf(HttpContext context) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = SignInTime,
        Path = StartPath,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    };
}
