using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Screen;

namespace SalesInsight.Sandbox.OAuth;

/// <summary>Where a person says who they are: with one click as a demo user, or by name and password.</summary>
internal static class LoginPage
{
    private const int ChoicesMax = 6;

    public static Html Render(
        IEnumerable<SandboxUser> users, string startUrl, string formToken, string username, string? fault) =>
        Html.Of($"""
        <h1>Log In</h1>
        <p class="quiet">Pick someone to be in this Salesforce. No password needed.</p>
        {Html.When(fault is not null, () => Html.Of($"""<p class="alert" role="alert" id="login-error">{fault}</p>"""))}
        <ul class="choices">{Html.Join(users.Take(ChoicesMax).Select(user => Choice(user, startUrl, formToken)))}</ul>
        <p class="or"><span>or with a username</span></p>
        <form method="post" action="/login" class="stack">
        {Hidden(startUrl, formToken)}
        <label for="username">Username</label>
        <input id="username" name="username" value="{username}" autocomplete="username" required maxlength="80">
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required maxlength="80">
        <button id="Login" class="primary wide" type="submit">Log In</button>
        </form>
        """);

    private static Html Choice(SandboxUser user, string startUrl, string formToken) => Html.Of($"""
        <li><form method="post" action="/login">
        {Hidden(startUrl, formToken)}
        <input type="hidden" name="username" value="{user.Username}">
        <input type="hidden" name="password" value="{user.Password}">
        <button type="submit" class="choice" data-testid="login-as-{user.Username}">
        <span class="face" aria-hidden="true">{Initials(user)}</span>
        <span class="lines"><span class="name">{user.Name}</span><span class="quiet">{user.Username}</span></span>
        <span class="badge">{(user.Profile == SandboxProfile.Admin ? "Admin" : "User")}</span>{Icons.Chevron}
        </button></form></li>
        """);

    private static Html Hidden(string startUrl, string formToken) => Html.Of($"""
        <input type="hidden" name="startURL" value="{startUrl}">
        <input type="hidden" name="{FormToken.Field}" value="{formToken}">
        """);

    private static string Initials(SandboxUser user) =>
        $"{user.FirstName.FirstOrDefault()}{user.LastName.FirstOrDefault()}";
}
