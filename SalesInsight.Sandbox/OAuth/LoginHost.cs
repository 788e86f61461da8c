using Microsoft.AspNetCore.WebUtilities;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Screen;

namespace SalesInsight.Sandbox.OAuth;

/// <summary>Signing in and out of this browser, for the authorize page and for the screen alike.</summary>
internal sealed class LoginHost(SandboxOrg org, SignIn signIn, BrowserSessions browsers, FormToken formToken)
{
    private const string LoginPath = "/login";

    /// <summary>The active user this browser is signed in as.</summary>
    public SandboxUser? UserOf(HttpContext http) => signIn.Active(browsers.UserOf(http));

    public string FormTokenFor(HttpContext http) => formToken.For(browsers.BrowserOf(http));

    public bool IsOurs(HttpContext http, IFormCollection form) =>
        formToken.Matches(browsers.BrowserOf(http), form[FormToken.Field].ToString());

    /// <summary>To the login page and, once signed in, back to this very page, which then does not ask to log in
    /// again.</summary>
    public static IResult SendToLogin(HttpRequest request)
    {
        var rest = QueryString.Create(request.Query.Where(pair => pair.Key != "prompt"));
        var query = new Dictionary<string, string?> { ["startURL"] = request.Path + rest };
        if (request.Query["login_hint"].FirstOrDefault() is { } hint) query["un"] = hint;
        return Results.Redirect(QueryHelpers.AddQueryString(LoginPath, query));
    }

    public IResult ShowLogin(HttpContext http) =>
        Login(http, http.Request.Query["startURL"], http.Request.Query["un"].ToString(), fault: null);

    public async Task<IResult> LogInAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var username = form["username"].ToString();
        if (!IsOurs(http, form))
            return Login(http, form["startURL"], username, "This page was open for too long. Try again.");
        var (user, refused) = signIn.Check(username, form["password"].ToString());
        if (user is null) return Login(http, form["startURL"], username, Sentence(refused!));
        browsers.SignIn(http, user.Id);
        return Results.Redirect(LocalPath.OrHome(form["startURL"]));
    }

    public async Task<IResult> LogOutAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (IsOurs(http, form)) browsers.SignOut(http);
        return Results.Redirect(LocalPath.OrHome(form["startURL"]));
    }

    private static string Sentence(TokenError refused) => refused == TokenError.WrongLogin
        ? "That username and password do not go together."
        : "This user is inactive. An admin can activate it in Setup.";

    private IResult Login(HttpContext http, string? startUrl, string username, string? fault)
    {
        var users = org.Users.All.Where(user => user.IsActive);
        var page = LoginPage.Render(users, LocalPath.OrHome(startUrl), FormTokenFor(http), username, fault);
        var status = fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return SandboxPage.Card(http, "Log In", page, status: status);
    }
}
