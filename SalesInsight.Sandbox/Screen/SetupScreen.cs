using SalesInsight.Sandbox.OAuth;
using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Screen;

/// <summary>What an admin does in Setup.</summary>
internal sealed class SetupScreen(SandboxOrg org, RecordNames names, GrantStore grants, BrowserSessions browsers)
{
    private static readonly IResult done = Results.Redirect("/setup?done=setup");

    public IResult Show(HttpContext http, Viewer viewer)
    {
        var field = SetupField.Of(org, viewer.Context);
        var html = SetupPage.Render(viewer, org, names, grants.Live, field, http.Request.Query["done"]);
        return SandboxPage.Screen(http, viewer, "Setup", html);
    }

    /// <summary>A deactivated user is out at once, in browsers and apps; their grants stay but refuse.</summary>
    public IResult SetActive(HttpContext http, Viewer viewer, IFormCollection form)
    {
        if (Target(http) is not { } user || user.Id == viewer.User.Id) return ScreenDoor.Missing(http, viewer);
        var on = form["on"] == "true";
        org.Users.Change(user.Id, one => one with { IsActive = on });
        if (on) return done;
        browsers.EndAll(user.Id);
        org.Sessions.Expire(user.Id);
        return done;
    }

    public IResult SetApi(HttpContext http, Viewer viewer, IFormCollection form)
    {
        if (Target(http) is not { } user) return ScreenDoor.Missing(http, viewer);
        org.Users.Change(user.Id, one => one with { ApiEnabled = form["on"] == "true" });
        return done;
    }

    public IResult SetField(HttpContext http, Viewer viewer, IFormCollection form)
    {
        SetupField.Switch(org, form["on"] == "true");
        return done;
    }

    public IResult Revoke(HttpContext http, Viewer viewer, IFormCollection form)
    {
        grants.RevokeGrant(http.Request.RouteValues["id"] as string ?? "");
        return done;
    }

    private SandboxUser? Target(HttpContext http) => org.Users.Find(http.Request.RouteValues["id"] as string);
}
