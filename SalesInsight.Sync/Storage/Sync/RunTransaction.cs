using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore.Storage;
using SalesInsight.Sync.Ledger;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Sync;

/// <summary>
/// Collects what a run puts and writes it at commit. SQLite's BEGIN IMMEDIATE lets no other writer in from the start,
/// so what is loaded here cannot change before it is committed against.
/// </summary>
internal sealed class RunTransaction(
    AppDb db, IDbContextTransaction transaction, RunLease lease, Guid userId, ILiveUpdates live) : IRunTransaction
{
    private readonly PendingRows<ReminderTaskRow> _tasks = new();
    private readonly PendingRows<TaskLinkRow> _links = new();
    private readonly PendingRows<PushIntentRow> _intents = new();
    private readonly PendingRows<ParkingRow> _parkings = new();
    private readonly PendingRows<HeldDeletionRow> _held = new();
    private readonly Dictionary<string, bool> _lookAgain = [];
    private readonly List<DecisionRecord> _records = [];
    private SyncCursor? _cursor;

    public Task<ImmutableDictionary<Guid, StagedTask>> LoadAsync(
        IReadOnlyCollection<Guid> taskIds, CancellationToken stop) => db.LoadStagedAsync(taskIds, stop);

    public void Put(ReminderTask task) => _tasks.Put(ReminderTaskRow.From(task));

    public void Put(TaskLink link) => _links.Put(TaskLinkRow.From(link));

    public void Put(PushIntent intent) => _intents.Put(PushIntentRow.From(intent));

    public void ClearIntent(Guid taskId) => _intents.Clear(taskId);

    public void Put(Parking parking) => _parkings.Put(ParkingRow.From(parking));

    public void ClearParking(Guid taskId) => _parkings.Clear(taskId);

    public void Put(HeldRow held) => _held.Put(HeldDeletionRow.From(held));

    public void ClearHeld(Guid taskId) => _held.Clear(taskId);

    public void LookAgain(string salesforceId) => _lookAgain[salesforceId] = true;

    public void Looked(string salesforceId) => _lookAgain[salesforceId] = false;

    public void Append(DecisionRecord record) => _records.Add(record);

    public void Put(SyncCursor cursor) => _cursor = cursor;

    public async Task CommitAsync(CancellationToken stop)
    {
        var approved = await db.ApprovedAmongAsync(_records, stop);
        await _tasks.WriteAsync(db, stop);
        await _links.WriteAsync(db, stop);
        await _intents.WriteAsync(db, stop);
        await _parkings.WriteAsync(db, stop);
        await _held.WriteAsync(db, stop);
        await db.AddLinkIdsAsync(_links.Rows, stop);
        await db.EndConfirmedAsync(_links.Rows, stop);
        await db.SetLookAgainAsync(lease.ConnectionId, _lookAgain, stop);
        if (_cursor is not null) await db.SetCursorAsync(_cursor, stop);
        db.AddRange(_records.Select(r => DecisionRecordRow.From(r, approved.Contains(r.TaskId))));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        if (IsShown) live.Tell(userId, LiveChange.Tasks);
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await db.DisposeAsync();
    }

    private bool IsShown => _tasks.Any || _links.Any || _intents.Any || _parkings.Any || _held.Any;
}
