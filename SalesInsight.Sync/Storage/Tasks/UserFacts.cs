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
    private static readonly PreparedQuery<Func<AppDb, Guid, CancellationToken, Task<Connection?>>> Current = new(() =>
        EF.CompileAsyncQuery((AppDb db, Guid userId, CancellationToken _) => db.Set<ConnectionRow>()
            .Where(c => c.UserId == userId && c.IsCurrent)
            .Select(c => new Connection(c.Id, c.Status, c.InstanceUrl)).SingleOrDefault()));

    private static readonly PreparedQuery<Func<AppDb, Guid, string, string, CancellationToken, Task<DateTimeOffset?>>>
        FirstOnAt = new(() => EF.CompileAsyncQuery((
            AppDb db, Guid userId, string key, string off, CancellationToken _) => db.Set<SettingChangeRow>()
            .Where(c => c.OwnerId == userId && c.Key == key && c.To != null && c.To != off)
            .OrderBy(c => c.Number).Select(c => (DateTimeOffset?)c.ChangedAt).FirstOrDefault()));

    /// <summary>
    /// The connection a task made now goes out under; null: it stays here. Read in the transaction that adds the task,
    /// so 'made after the Save' is the store's order and no clock's (design 5.2).
    /// </summary>
    public Guid? OutboundConnectionId => IsConnected && SyncFacts.Sends ? ConnectionId : null;

    public static async Task<UserFacts> LoadAsync(AppDb db, Guid userId, CancellationToken stop)
    {
        var connection = await Current.In(db)(db, userId, stop);
        var settings = await db.ViewSettingsAsync(userId, stop);
        var firstOnAt = await FirstOnAt.In(db)(
            db, userId, SettingKeys.TaskSync.Name, SettingKeys.TaskSync.BuiltInText, stop);
        return new UserFacts(
            new(settings.Of(SettingKeys.TaskSync).Value, connection?.Id, firstOnAt),
            connection?.Id,
            connection is not null && connection.Status != ConnectionStatus.NotConnected,
            connection?.InstanceUrl);
    }

    private sealed record Connection(Guid Id, ConnectionStatus Status, string? InstanceUrl);
}
