using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Settings;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.SettingLevels;

/// <summary>
/// The settings in the database. A Save is one write transaction; afterwards pages are told and a run is asked for.
/// </summary>
internal sealed class SettingsStore(
    IDbContextFactory<AppDb> databases, TimeProvider time, ILiveUpdates live, ISyncControl runs) : ISettingsStore
{
    private const int HistoryMax = 200;

    public async Task<SettingsView?> ViewAsync(Guid userId, Actor actor, CancellationToken cancel)
    {
        if (!SettingsRights.MayView(userId, actor)) return null;
        await using var db = databases.CreateDbContext();
        return await db.ViewSettingsAsync(userId, cancel);
    }

    public async Task<SettingsView?> TeamViewAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.IsAdmin) return null;
        await using var db = databases.CreateDbContext();
        return await db.ViewSettingsAsync(SettingValueRow.Team, cancel);
    }

    public async Task<SaveSettingsResult> SaveAsync(
        Guid userId, SettingsEdit edit, Actor actor, CancellationToken cancel)
    {
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var team = await db.ReadTeamAsync(cancel);
        var refusals = SettingsRights.CheckOwn(userId, edit, actor, team);
        if (refusals.Count > 0) return new SaveSettingsResult.Refused(refusals);

        await new SettingsWriter(db, userId, actor.UserId, time.GetUtcNow()).ApplyAsync(edit, cancel);
        var view = await db.ViewSettingsAsync(userId, cancel);
        await transaction.CommitAsync(cancel);
        Tell([userId]);
        return new SaveSettingsResult.Saved(view);
    }

    public async Task<SaveSettingsResult> SaveTeamAsync(SettingsEdit edit, Actor actor, CancellationToken cancel)
    {
        var refusals = SettingsRights.CheckTeam(edit, actor);
        if (refusals.Count > 0) return new SaveSettingsResult.Refused(refusals);

        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await new SettingsWriter(db, SettingValueRow.Team, actor.UserId, time.GetUtcNow()).ApplyAsync(edit, cancel);
        var view = await db.ViewSettingsAsync(SettingValueRow.Team, cancel);
        var userIds = await db.Users.Select(u => u.Id).ToListAsync(cancel);
        await transaction.CommitAsync(cancel);
        Tell(userIds);
        return new SaveSettingsResult.Saved(view);
    }

    public async Task<IReadOnlyList<SettingChange>> HistoryAsync(
        Guid? userId, Actor actor, CancellationToken cancel)
    {
        var ownerId = userId ?? SettingValueRow.Team;
        if (!SettingsRights.MayView(ownerId, actor)) return [];

        await using var db = databases.CreateDbContext();
        var rows = await db.Set<SettingChangeRow>().AsNoTracking()
            .Where(c => c.OwnerId == ownerId || c.OwnerId == SettingValueRow.Team)
            .OrderByDescending(c => c.Number).Take(HistoryMax).ToListAsync(cancel);
        var names = await db.NamesAsync(rows.Select(r => r.ChangedById), cancel);
        var keys = SettingKeys.All.ToDictionary(k => k.Name);
        return [.. rows.Where(r => keys.ContainsKey(r.Key)).Select(r => new SettingChange(
            r.Number,
            keys[r.Key],
            r.OwnerId == SettingValueRow.Team ? SettingOrigin.Team : SettingOrigin.You,
            r.From,
            r.To,
            r.WasLocked,
            r.IsLocked,
            names.GetValueOrDefault(r.ChangedById, ""),
            r.ChangedAt))];
    }

    private void Tell(IReadOnlyCollection<Guid> userIds)
    {
        foreach (var userId in userIds)
        {
            live.Tell(userId, LiveChange.Account);
            runs.Request(userId, RunReason.Save);
        }
    }
}
