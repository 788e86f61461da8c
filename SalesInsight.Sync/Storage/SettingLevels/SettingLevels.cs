using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Settings;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.SettingLevels;

/// <summary>Reads the two levels of one user, with the names of who set them.</summary>
internal static class SettingLevels
{
    /// <summary>For the team's own page <paramref name="ownerId"/> is <see cref="SettingValueRow.Team"/>.</summary>
    public static async Task<SettingsView> ViewSettingsAsync(this AppDb db, Guid ownerId, CancellationToken cancel)
    {
        var version = await db.SettingsVersionAsync(ownerId, cancel);
        var team = await db.ReadLevelAsync(SettingValueRow.Team, cancel);
        var own = ownerId == SettingValueRow.Team
            ? new Dictionary<string, StoredSetting>()
            : await db.ReadLevelAsync(ownerId, cancel);
        return new SettingsView(version, team, own);
    }

    /// <summary>The newest change that may concern the owner: theirs or the team's; 0 before the first.</summary>
    public static async Task<long> SettingsVersionAsync(this AppDb db, Guid ownerId, CancellationToken cancel) =>
        await db.Set<SettingChangeRow>().Where(c => c.OwnerId == ownerId || c.OwnerId == SettingValueRow.Team)
            .MaxAsync(c => (long?)c.Number, cancel) ?? 0;

    public static async Task<Dictionary<Guid, string>> NamesAsync(
        this AppDb db, IEnumerable<Guid> userIds, CancellationToken cancel)
    {
        var ids = userIds.Distinct().ToList();
        return await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id))
            .ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancel);
    }

    public static async Task<IReadOnlyDictionary<string, StoredSetting>> ReadLevelAsync(
        this AppDb db, Guid ownerId, CancellationToken cancel)
    {
        var rows = await db.Set<SettingValueRow>().AsNoTracking().Where(v => v.OwnerId == ownerId).ToListAsync(cancel);
        var names = await db.NamesAsync(rows.Select(r => r.SetById), cancel);
        return rows.ToDictionary(
            r => r.Key,
            r => new StoredSetting(r.Value, r.IsLocked, names.GetValueOrDefault(r.SetById, ""), r.SetAt));
    }
}
