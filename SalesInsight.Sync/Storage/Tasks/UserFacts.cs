using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Settings;
using SalesInsight.Sync.Storage.SettingLevels;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Tasks;

/// <summary>What a user's tasks depend on beside themselves.</summary>
/// <param name="ConnectionId">The current connection, alive or not.</param>
/// <param name="IsConnected">It has not been taken apart by the user.</param>
internal sealed record UserFacts(
    TaskSyncStates.Facts SyncFacts, Guid? ConnectionId, bool IsConnected, string? InstanceUrl)
{
    /// <summary>
    /// The connection a task made now goes out under; null: it stays here. Read in the transaction that adds the task,
    /// so 'made after the Save' is the store's order and no clock's (design 5.2).
    /// </summary>
    public Guid? OutboundConnectionId => IsConnected && SyncFacts.Sends ? ConnectionId : null;

    public static async Task<UserFacts> LoadAsync(AppDb db, Guid userId, CancellationToken stop)
    {
        var connection = await db.Set<ConnectionRow>().AsNoTracking()
            .Where(c => c.UserId == userId && c.IsCurrent)
            .Select(c => new { c.Id, c.Status, c.InstanceUrl }).SingleOrDefaultAsync(stop);
        var settings = await db.ViewSettingsAsync(userId, stop);
        var off = SettingKeys.TaskSync.BuiltInText;
        var firstOnAt = await db.Set<SettingChangeRow>()
            .Where(c => c.OwnerId == userId && c.Key == SettingKeys.TaskSync.Name && c.To != null && c.To != off)
            .OrderBy(c => c.Number).Select(c => (DateTimeOffset?)c.ChangedAt).FirstOrDefaultAsync(stop);
        return new UserFacts(
            new(settings.Of(SettingKeys.TaskSync).Value, connection?.Id, firstOnAt),
            connection?.Id,
            connection is not null && connection.Status != ConnectionStatus.NotConnected,
            connection?.InstanceUrl);
    }
}
