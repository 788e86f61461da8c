using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Screen;

namespace SalesInsight.Sandbox.OAuth;

/// <summary>Where a person allows an app, or does not.</summary>
internal static class ConsentPage
{
    public static Html Render(AuthorizeRequest.Valid request, SandboxUser user, string query, string formToken) =>
        Html.Of($"""
        <h1>Allow access?</h1>
        <p><strong data-testid="app-name">{request.Client.Name}</strong> wants to:</p>
        <ul class="scopes" data-testid="scopes">{Html.Join(request.Scopes.Names.Select(Scope))}</ul>
        <p class="quiet">It will act as <strong>{user.Name}</strong> ({user.Username}).</p>
        <form method="post" action="{OAuthUrls.Decision}{query}" class="pair">
        <input type="hidden" name="{FormToken.Field}" value="{formToken}">
        <button id="oadeny" name="decision" value="deny" type="submit">Deny</button>
        <button id="oaapprove" name="decision" value="allow" type="submit" class="primary">Allow</button>
        </form>
        <form method="post" action="/logout" class="aside">
        <input type="hidden" name="{FormToken.Field}" value="{formToken}">
        <input type="hidden" name="startURL" value="{OAuthUrls.Authorize}{query}">
        <button class="plain" type="submit">Not {user.FirstName}? Log in as somebody else</button>
        </form>
        <p class="caption">You are sent back to <span class="mono">{new Uri(request.RedirectUri).Authority}</span>.
        You can take this back at any time.</p>
        """);

    private static Html Scope(string name) => Html.Of($"""
        <li>{Icons.Check}<span>{OAuthScopes.MeaningOf(name)} <span class="mono caption">{name}</span></span></li>
        """);
}
