using SalesInsight.Sandbox.OAuth;
using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Screen;

/// <summary>Lets people in: signed in, and posting only forms we gave them.</summary>
internal sealed class ScreenDoor(LoginHost loginHost, SandboxOrg org)
{
    public Delegate Shown(Func<HttpContext, Viewer, IResult> show) =>
        (HttpContext http) => ViewerOf(http) is { } viewer ? show(http, viewer) : LoginHost.SendToLogin(http.Request);

    public Delegate Posted(Func<HttpContext, Viewer, IFormCollection, IResult> act) => async (HttpContext http) =>
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (ViewerOf(http) is not { } viewer) return Results.Redirect("/login");
        return loginHost.IsOurs(http, form) ? act(http, viewer, form) : Stale(http, viewer);
    };

    public Delegate ShownToAdmin(Func<HttpContext, Viewer, IResult> show) =>
        Shown((http, viewer) => viewer.IsAdmin ? show(http, viewer) : AdminsOnly(http, viewer));

    public Delegate PostedByAdmin(Func<HttpContext, Viewer, IFormCollection, IResult> act) =>
        Posted((http, viewer, form) => viewer.IsAdmin ? act(http, viewer, form) : AdminsOnly(http, viewer));

    public static IResult Missing(HttpContext http, Viewer viewer) => Say(
        http, viewer, "Not found", "There is no such record, or it is not shared with you.",
        StatusCodes.Status404NotFound);

    private static IResult Stale(HttpContext http, Viewer viewer) => Say(
        http, viewer, "Not done", "This page was open for too long. Open it again and repeat what you did.",
        StatusCodes.Status400BadRequest);

    private static IResult AdminsOnly(HttpContext http, Viewer viewer) => Say(
        http, viewer, "Admins only", "Log in as an admin to change how this Salesforce is set up.",
        StatusCodes.Status403Forbidden);

    private static IResult Say(HttpContext http, Viewer viewer, string title, string sentence, int status) =>
        SandboxPage.Screen(http, viewer, title, Html.Of($"""
            <div class="head"><h1>{title}</h1></div><p>{sentence}</p>
            """), status);

    private Viewer? ViewerOf(HttpContext http) => loginHost.UserOf(http) is { } user
        ? new Viewer(user, org.Clock, loginHost.FormTokenFor(http))
        : null;
}
