using SalesInsight.Sandbox.Org.Rows;

namespace SalesInsight.Sandbox.Org.Setup;

/// <summary>The org's users. Each also has a User row, kept in step, that clients read by SOQL.</summary>
public sealed class SandboxUsers
{
    private readonly Lock gate;
    private readonly OrgStore store;
    private readonly Dictionary<string, SandboxUser> byId = new(StringComparer.Ordinal);

    internal SandboxUsers(Lock gate, OrgStore store) => (this.gate, this.store) = (gate, store);

    public IReadOnlyList<SandboxUser> All
    {
        get
        {
            lock (gate) return [.. byId.Values];
        }
    }

    public SandboxUser? Find(string? id)
    {
        lock (gate) return id is null ? null : byId.GetValueOrDefault(id);
    }

    public SandboxUser? FindByUsername(string? username)
    {
        lock (gate)
        {
            return byId.Values.FirstOrDefault(
                user => string.Equals(user.Username, username, StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>The user of a name and password; null when either is wrong or the user was deactivated.</summary>
    public SandboxUser? SignIn(string? username, string? password) =>
        FindByUsername(username) is { IsActive: true } user && user.Password == password ? user : null;

    public SandboxUser Add(SandboxUser user)
    {
        lock (gate)
        {
            byId.Add(user.Id, user);
            PutRow(user);
            return user;
        }
    }

    /// <summary>Changes a user, for example <c>user => user with { ApiEnabled = false }</c>.</summary>
    public SandboxUser Change(string id, Func<SandboxUser, SandboxUser> change)
    {
        lock (gate)
        {
            var user = change(byId[id]);
            byId[id] = user;
            PutRow(user);
            return user;
        }
    }

    /// <summary>Id of the row that says what a user may do.</summary>
    internal static string PermissionsOf(string userId) => RecordId.Normalise($"0PU{userId[3..15]}")!;

    internal string NextId()
    {
        lock (gate) return store.Table("User").NextId();
    }

    internal void Clear() => byId.Clear();

    private void PutRow(SandboxUser user)
    {
        var now = store.Clock.Stamp;
        var created = store.Find(user.Id)?.Moment("CreatedDate") ?? now;
        store.Put(new RowDraft(store.Schema.Require("User"))
            .Set("Id", user.Id).Set("Username", user.Username).Set("LastName", user.LastName)
            .Set("FirstName", user.FirstName).Set("Name", user.Name).Set("Email", user.Email)
            .Set("TimeZoneSidKey", user.TimeZone).Set("UserType", "Standard").Set("IsActive", user.IsActive)
            .Stamped(user.Id, created, user.Id, now).ToRecord());
        store.Put(new RowDraft(store.Schema.Require("UserPermissionAccess"))
            .Set("Id", PermissionsOf(user.Id)).Set("PermissionsApiEnabled", user.ApiEnabled)
            .Set("PermissionsViewAllData", user.CanViewAllData)
            .Stamped(user.Id, created, user.Id, now).ToRecord());
    }
}
