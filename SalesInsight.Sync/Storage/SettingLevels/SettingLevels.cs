using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Settings;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.SettingLevels;

/// <summary>Reads the two levels of one user, with the names of who set them.</summary>
internal static class SettingLevels
{
    private static readonly Dictionary<string, StoredSetting> Nothing = [];

    private static readonly PreparedQuery<Func<AppDb, Guid, CancellationToken, Task<long?>>> Newest = new(() =>
        EF.CompileAsyncQuery((AppDb db, Guid ownerId, CancellationToken _) => db.Set<SettingChangeRow>()
            .Where(c => c.OwnerId == ownerId || c.OwnerId == SettingValueRow.Team).Max(c => (long?)c.Number)));

    private static readonly PreparedQuery<Func<AppDb, Guid, IAsyncEnumerable<Saved>>> Levels = new(() =>
        EF.CompileAsyncQuery((AppDb db, Guid ownerId) =>
            from value in db.Set<SettingValueRow>().AsNoTracking()
            where value.OwnerId == ownerId || value.OwnerId == SettingValueRow.Team
            join user in db.Users on value.SetById equals user.Id into users
            from user in users.DefaultIfEmpty()
            select new Saved(value, user.DisplayName)));

    /// <summary>For the team's own page <paramref name="ownerId"/> is <see cref="SettingValueRow.Team"/>.</summary>
    public static async Task<SettingsView> ViewSettingsAsync(this AppDb db, Guid ownerId, CancellationToken cancel)
    {
        var version = await db.SettingsVersionAsync(ownerId, cancel);
        var levels = await db.ReadLevelsAsync(ownerId, cancel);
        var team = Level(levels, SettingValueRow.Team);
        return new SettingsView(version, team, ownerId == SettingValueRow.Team ? Nothing : Level(levels, ownerId));
    }

    /// <summary>What is in force for many users at once; not for runs of theirs, since it tells no version.</summary>
    public static async Task<Dictionary<Guid, SyncSettings>> SnapshotsAsync(
        this AppDb db, IReadOnlyCollection<Guid> userIds, CancellationToken cancel)
    {
        var rows = await db.Set<SettingValueRow>().AsNoTracking()
            .Where(v => v.OwnerId == SettingValueRow.Team || userIds.Contains(v.OwnerId)).ToListAsync(cancel);
        List<Saved> saved = [.. rows.Select(r => new Saved(r, null))];
        var team = Level(saved, SettingValueRow.Team);
        return userIds.ToDictionary(
            id => id, id => SyncSettings.From(new SettingsView(0, team, Level(saved, id))));
    }

    /// <summary>The newest change that may concern the owner: theirs or the team's; 0 before the first.</summary>
    public static async Task<long> SettingsVersionAsync(this AppDb db, Guid ownerId, CancellationToken cancel) =>
        await Newest.In(db)(db, ownerId, cancel) ?? 0;

    public static async Task<Dictionary<Guid, string>> NamesAsync(
        this AppDb db, IEnumerable<Guid> userIds, CancellationToken cancel)
    {
        var ids = userIds.Distinct().ToList();
        return await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id))
            .ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancel);
    }

    public static async Task<IReadOnlyDictionary<string, StoredSetting>> ReadTeamAsync(
        this AppDb db, CancellationToken cancel) =>
        Level(await db.ReadLevelsAsync(SettingValueRow.Team, cancel), SettingValueRow.Team);

    /// <summary>Both levels and the names in one question: every run asks it.</summary>
    private static ValueTask<List<Saved>> ReadLevelsAsync(
        this AppDb db, Guid ownerId, CancellationToken cancel) =>
        Levels.In(db)(db, ownerId).ToListAsync(cancel);

    private static Dictionary<string, StoredSetting> Level(List<Saved> saved, Guid ownerId) => saved
        .Where(s => s.Row.OwnerId == ownerId)
        .ToDictionary(
            s => s.Row.Key, s => new StoredSetting(s.Row.Value, s.Row.IsLocked, s.SetBy ?? "", s.Row.SetAt));

    private sealed record Saved(SettingValueRow Row, string? SetBy);
}
