using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Settings;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.SettingLevels;

/// <summary>Writes one Save of one level: values and history, only where something changes.</summary>
internal sealed class SettingsWriter(AppDb db, Guid ownerId, Guid actorId, DateTimeOffset now)
{
    public async Task ApplyAsync(SettingsEdit edit, CancellationToken cancel)
    {
        var rows = await db.Set<SettingValueRow>().Where(v => v.OwnerId == ownerId)
            .ToDictionaryAsync(v => v.Key, cancel);
        foreach (var (key, entry) in edit.Entries) Apply(key, entry, rows.GetValueOrDefault(key.Name));
        await db.SaveChangesAsync(cancel);
    }

    private void Apply(SettingKey key, SettingsEdit.Entry entry, SettingValueRow? row)
    {
        var wasLocked = row is { IsLocked: true };
        var (text, isLocked) = entry.AppliedTo(key, row?.Value, wasLocked);
        if (text == row?.Value && isLocked == wasLocked) return;

        db.Add(new SettingChangeRow
        {
            OwnerId = ownerId,
            Key = key.Name,
            From = row?.Value,
            To = text,
            WasLocked = wasLocked,
            IsLocked = isLocked,
            ChangedById = actorId,
            ChangedAt = now,
        });

        if (text is null)
        {
            db.Remove(row!);
            return;
        }

        row ??= db.Add(new SettingValueRow { OwnerId = ownerId, Key = key.Name }).Entity;
        (row.Value, row.IsLocked, row.SetById, row.SetAt) = (text, isLocked, actorId, now);
    }
}
