using System.Text.Json;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Rest;

namespace SalesInsight.Sandbox.Faults.Control;

/// <summary>What the platform does to rows by itself: locks, late commits, archiving, purges, merges.</summary>
internal static class PlatformControl
{
    internal static void MapPlatformControl(this RouteGroupBuilder control)
    {
        control.MapPost("/rows/lock", (LockChange change, SandboxOrg org) =>
            org.Maintenance.LockRow(change.Id, change.Times));
        control.MapPost("/rows/unlock", (LockChange change, SandboxOrg org) => org.Maintenance.UnlockRow(change.Id));
        control.MapPost("/late", WriteLate);
        control.MapPost("/commits", (CommitChange change, SandboxOrg org) =>
        {
            org.LateBy = TimeSpan.FromSeconds(change.DelaySeconds);
        });
        control.MapPost("/archive", (SandboxOrg org) => Results.Ok(new { archived = org.Maintenance.Archive() }));
        control.MapPost("/bin/empty", (SandboxOrg org) => Results.Ok(new { purged = org.Maintenance.EmptyBin() }));
        control.MapPost("/bin/restore", (RestoreChange change, SandboxOrg org) => Results.Ok(new
        {
            restored = org.Records.Undelete(org.As(Seeds.SetupSeed.Admin), change.Object, change.Id).Success,
        }));
        control.MapPost("/deletelog/purge", (SandboxOrg org) => org.Maintenance.PurgeDeleteLog());
        control.MapPost("/leads/{id}/convert", (string id, SandboxOrg org) =>
            Results.Ok(new { contactId = org.Maintenance.ConvertLead(org.As(Seeds.SetupSeed.Admin), id) }));
        control.MapPost("/merge", (MergeChange change, SandboxOrg org) =>
            org.Maintenance.Merge(org.As(Seeds.SetupSeed.Admin), change.MasterId, change.LoserId) is var result
            && result.Success ? Results.Ok() : Results.BadRequest(result.Errors));
    }

    /// <summary>Creates, or with an id updates, a row that keeps today's stamp and appears later.</summary>
    private static IResult WriteLate(LateChange change, SandboxOrg org)
    {
        var context = org.As(change.User);
        var fields = JsonFields.Read(change.Fields);
        var (result, _) = org.Maintenance.WriteLate(TimeSpan.FromSeconds(change.VisibleAfterSeconds), records =>
            change.Id is null
                ? records.Create(context, change.Object, fields)
                : records.Update(context, change.Object, change.Id, fields));
        return result.Success ? Results.Ok(new { id = result.Id }) : Results.BadRequest(result.Errors);
    }

    private sealed record LockChange(string Id, int Times = 1);

    private sealed record LateChange(
        string User, string? Id, JsonElement Fields, double VisibleAfterSeconds, string Object = "Task");

    private sealed record RestoreChange(string Id, string Object = "Task");

    private sealed record CommitChange(double DelaySeconds);

    private sealed record MergeChange(string MasterId, string LoserId);
}
