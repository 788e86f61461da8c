using System.Collections.Concurrent;
using SalesInsight.Sandbox.OAuth;
using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Screen;

/// <summary>Which browser is signed in as which Salesforce user. One cookie serves the login host and the screen,
/// so that a second authorization goes straight to the consent page.</summary>
internal sealed class BrowserSessions
{
    /// <summary>Named for the sandbox: on localhost, cookies are shared between ports.</summary>
    public const string CookieName = "sandbox_sid";

    private const int SessionsMax = 10_000;

    private readonly ConcurrentDictionary<string, string> users = new();

    public BrowserSessions(SandboxOrg org) => org.AfterReset += users.Clear;

    /// <summary>The browser's cookie; a browser without one is given one.</summary>
    public string BrowserOf(HttpContext http)
    {
        if (http.Items.TryGetValue(CookieName, out var given))
            return (string)given!;
        return http.Request.Cookies[CookieName] is { Length: > 0 } known ? known : Give(http);
    }

    public string? UserOf(HttpContext http) => users.GetValueOrDefault(BrowserOf(http));

    /// <summary>Signs in under a fresh cookie: one planted beforehand gains nothing.</summary>
    public void SignIn(HttpContext http, string userId)
    {
        users.TryRemove(BrowserOf(http), out _);
        if (users.Count >= SessionsMax)
            users.Clear();
        users[Give(http)] = userId;
    }

    public void SignOut(HttpContext http)
    {
        users.TryRemove(BrowserOf(http), out _);
        http.Response.Cookies.Delete(CookieName);
    }

    public void EndAll(string userId)
    {
        foreach (var (browser, user) in users)
        {
            if (user == userId)
                users.TryRemove(browser, out _);
        }
    }

    private static string Give(HttpContext http)
    {
        var browser = SecretText.Next();
        http.Items[CookieName] = browser;
        http.Response.Cookies.Append(CookieName, browser, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Path = "/",
        });
        return browser;
    }
}
