using SalesInsight.Sandbox.OAuth;
using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Screen;

/// <summary>What an admin can do to the others: users, the apps they allowed, the custom field.</summary>
internal static class SetupPage
{
    public static Html Render(
        Viewer viewer, SandboxOrg org, RecordNames names, IReadOnlyList<Grant> grants, SetupField field,
        string? done) => Html.Of($"""
        <div class="head"><h1>Setup</h1></div>
        {Notes.Done(done)}
        <h2>Users</h2>
        <div class="card"><table class="rows setup"><caption class="hidden">Users</caption>
        <thead><tr><th scope="col">Name</th><th scope="col">Username</th><th scope="col">Profile</th>
        <th scope="col">Active</th><th scope="col">API Enabled</th></tr></thead>
        <tbody>{Html.Join(org.Users.All.Select(user => User(viewer, user)))}</tbody></table></div>
        <h2>Connected apps</h2>
        <p class="quiet">Who allowed which app to act for them.</p>
        {(grants.Count == 0 ? NoGrants() : Grants(viewer, names, grants))}
        <h2>Custom field</h2>
        <div class="card line"><div><span class="mono">SalesInsight_Id__c</span> on Task
        <span class="badge {(field.Present ? "good" : "")}" data-testid="custom-field">
        {(field.Present ? "Present" : "Not present")}</span>
        <p class="quiet">{field.Explanation}</p></div>
        {Html.When(field.Switchable, () => Switch(viewer, "/setup/field", field.Present, "custom-field-switch",
            "Remove", "Add"))}</div>
        <h2>Organization</h2>
        <dl class="card facts">
        <div><dt>Organization ID</dt><dd class="mono" data-testid="org-id">{org.Id}</dd></div>
        <div><dt>Name</dt><dd>{names.Of(viewer.Context, org.Id)}</dd></div>
        <div><dt>Clock</dt><dd data-testid="org-clock">{viewer.Moment(org.Clock.UtcNow)}</dd></div></dl>
        """);

    private static Html User(Viewer viewer, SandboxUser user) => Html.Of($"""
        <tr data-testid="user-{user.Username}" data-id="{user.Id}"><th scope="row">{user.Name}</th>
        <td data-label="Username">{user.Username}</td>
        <td data-label="Profile">{Profile(user)}</td>
        <td data-label="Active">{State(user.IsActive)}{Html.When(user.Id != viewer.User.Id, () => Switch(
            viewer, $"/setup/users/{user.Id}/active", user.IsActive, "active", "Deactivate", "Activate"))}</td>
        <td data-label="API Enabled">{State(user.ApiEnabled)}{Switch(
            viewer, $"/setup/users/{user.Id}/api", user.ApiEnabled, "api", "Turn Off", "Turn On")}</td></tr>
        """);

    private static string Profile(SandboxUser user) =>
        user.Profile == SandboxProfile.Admin ? "System Administrator" : "Standard User";

    private static Html State(bool on) => Html.Of($"""
        <span class="badge {(on ? "good" : "bad")}">{(on ? "Yes" : "No")}</span>
        """);

    /// <summary>The form says which state is wanted, so that pressing it twice does no harm.</summary>
    private static Html Switch(Viewer viewer, string action, bool on, string testId, string turnOff, string turnOn) =>
        Html.Of($"""
        <form method="post" action="{action}">
        <input type="hidden" name="{FormToken.Field}" value="{viewer.FormToken}">
        <button class="small" name="on" value="{(on ? "false" : "true")}" data-testid="{testId}">
        {(on ? turnOff : turnOn)}</button></form>
        """);

    private static Html NoGrants() => Html.Of($"""
        <p class="empty card">No app is connected.</p>
        """);

    private static Html Grants(Viewer viewer, RecordNames names, IReadOnlyList<Grant> grants) => Html.Of($"""
        <div class="card"><table class="rows setup" data-testid="grants">
        <caption class="hidden">Connected apps</caption>
        <thead><tr><th scope="col">App</th><th scope="col">User</th><th scope="col">May</th><th scope="col">Allowed</th>
        <th scope="col">Last used</th><th scope="col"><span class="hidden">Action</span></th></tr></thead>
        <tbody>{Html.Join(grants.Select(grant => Row(viewer, names, grant)))}</tbody></table></div>
        """);

    private static Html Row(Viewer viewer, RecordNames names, Grant grant) => Html.Of($"""
        <tr data-testid="grant"><th scope="row">{grant.Client.Name}</th>
        <td data-label="User">{names.Of(viewer.Context, grant.UserId)}</td>
        <td data-label="May" class="mono caption">{grant.Scopes.ToString()}</td>
        <td data-label="Allowed">{viewer.Moment(grant.CreatedAt)}</td>
        <td data-label="Last used">{viewer.Moment(grant.UsedAt)}</td>
        <td class="act"><form method="post" action="/setup/grants/{grant.Id}/revoke">
        <input type="hidden" name="{FormToken.Field}" value="{viewer.FormToken}">
        <button class="small danger" data-testid="revoke">Revoke</button></form></td></tr>
        """);
}
