using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Org.Setup;

namespace SalesInsight.Sandbox.Faults.Control;

/// <summary>Under <c>/_sandbox</c>: rights, rules, users, org; what an admin would do in Setup.</summary>
internal static class RightsControl
{
    internal static void MapRightsControl(this RouteGroupBuilder control)
    {
        control.MapPost("/rights", (RightsChange change, SandboxOrg org) => change.Apply(org));
        control.MapDelete("/rights", (SandboxOrg org) => org.Rights.Clear());
        control.MapPost("/rules", (ValidationRule rule, SandboxOrg org) => org.AddRule(rule));
        control.MapDelete("/rules", (SandboxOrg org) => org.ClearRules());
        control.MapPost("/users/{username}", (string username, UserChange change, SandboxOrg org) =>
        {
            org.Users.Change(org.As(username).UserId, change.Apply);
        });
        control.MapPost("/org", (OrgChange change, SandboxOrg org) =>
        {
            (org.ApiDisabled, org.Locked) = (change.ApiDisabled ?? org.ApiDisabled, change.Locked ?? org.Locked);
        });
        control.MapPost("/grants/revoke", (WhoseChange whose, SandboxOrg org) =>
            org.Sessions.RevokeGrants(whose.UserId(org)));
        control.MapPost("/sessions/expire", (WhoseChange whose, SandboxOrg org) =>
        {
            org.Sessions.Expire(whose.UserId(org));
        });
    }

    /// <param name="Kind">hideRecord, showRecord, readOnlyRecord, writeableRecord, hideField, showField,
    /// readOnlyField or writeableField.</param>
    private sealed record RightsChange(string Kind, string? User, string? Record, string? Object, string? Field)
    {
        internal void Apply(SandboxOrg org)
        {
            var userId = User is null ? null : org.As(User).UserId;
            var rights = org.Rights;
            switch (Kind)
            {
                case "hideRecord": rights.HideRecord(Needed(userId), Needed(RecordId.Normalise(Record))); break;
                case "showRecord": rights.ShowRecord(Needed(userId), Needed(RecordId.Normalise(Record))); break;
                case "readOnlyRecord":
                    rights.MakeRecordReadOnly(Needed(userId), Needed(RecordId.Normalise(Record)));
                    break;
                case "writeableRecord":
                    rights.MakeRecordWriteable(Needed(userId), Needed(RecordId.Normalise(Record)));
                    break;
                case "hideField": rights.HideField(Object ?? "Task", Needed(Field), userId); break;
                case "showField": rights.ShowField(Object ?? "Task", Needed(Field), userId); break;
                case "readOnlyField": rights.MakeFieldReadOnly(Object ?? "Task", Needed(Field), userId); break;
                case "writeableField": rights.MakeFieldWriteable(Object ?? "Task", Needed(Field), userId); break;
                default: throw new ArgumentException($"Unknown rights kind {Kind}");
            }
        }

        private string Needed(string? value) =>
            value ?? throw new ArgumentException($"{Kind} needs user and record, or field");
    }

    private sealed record UserChange(bool? ApiEnabled, bool? IsActive, bool? LoginRestricted, string? Password)
    {
        internal SandboxUser Apply(SandboxUser user) => user with
        {
            ApiEnabled = ApiEnabled ?? user.ApiEnabled,
            IsActive = IsActive ?? user.IsActive,
            LoginRestricted = LoginRestricted ?? user.LoginRestricted,
            Password = Password ?? user.Password,
        };
    }

    private sealed record OrgChange(bool? ApiDisabled, bool? Locked);

    private sealed record WhoseChange(string? User)
    {
        internal string? UserId(SandboxOrg org) => User is null ? null : org.As(User).UserId;
    }
}
