using System.Collections.Immutable;
using SalesInsight.Sync.Ledger;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Tests.Simulation.Planted;

/// <summary>A transaction whose entries in the history pass through a function.</summary>
internal sealed class TransactionFilter(IRunTransaction inner, Func<DecisionRecord, DecisionRecord> change)
    : IRunTransaction
{
    public Task<ImmutableDictionary<Guid, StagedTask>> LoadAsync(
        IReadOnlyCollection<Guid> taskIds, CancellationToken stop) => inner.LoadAsync(taskIds, stop);

    public void Put(ReminderTask task) => inner.Put(task);

    public void Put(TaskLink link) => inner.Put(link);

    public void Put(PushIntent intent) => inner.Put(intent);

    public void ClearIntent(Guid taskId) => inner.ClearIntent(taskId);

    public void Put(Parking parking) => inner.Put(parking);

    public void ClearParking(Guid taskId) => inner.ClearParking(taskId);

    public void Put(HeldRow held) => inner.Put(held);

    public void ClearHeld(Guid taskId) => inner.ClearHeld(taskId);

    public void LookAgain(string salesforceId) => inner.LookAgain(salesforceId);

    public void Looked(string salesforceId) => inner.Looked(salesforceId);

    public void Append(DecisionRecord record) => inner.Append(change(record));

    public void Put(SyncCursor cursor) => inner.Put(cursor);

    public Task CommitAsync(CancellationToken stop) => inner.CommitAsync(stop);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
