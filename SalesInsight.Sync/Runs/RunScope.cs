using System.Collections.Immutable;
using SalesInsight.Sync.Ledger;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Applying;
using SalesInsight.Sync.Runs.Deciding;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs;

/// <summary>One run while it is going: its lease, its facts, and how it writes. Not thread-safe.</summary>
internal sealed class RunScope(
    RunServices services, RunFacts facts, ISalesforceSession session, RunLease lease, Guid runId)
{
    private RunLease _lease = lease;

    public RunServices Services => services;

    public RunFacts Facts { get; set; } = facts;

    public ISalesforceSession Session => session;

    public Guid RunId => runId;

    public RunTally Tally { get; } = new();

    /// <summary>Somebody wants to see what Salesforce holds now, whatever an org reader has read.</summary>
    public bool LooksForItself { get; init; }

    public DateTimeOffset Now => services.Time.GetUtcNow();

    /// <summary>Salesforce's clock at the newest call something was committed on, or will be.</summary>
    public DateTimeOffset? KnownAt => _lease.KnownAt;

    /// <summary>A call of this connection was answered: what is committed from now on may rest on it.</summary>
    public void Learnt(DateTimeOffset serverTime) =>
        _lease = _lease with { KnownAt = _lease.KnownAt > serverTime ? _lease.KnownAt : serverTime };

    /// <summary>Before each send and each long step: throws <see cref="LeaseLostException"/> if another run took over,
    /// <see cref="GaveWayException"/> if the settings are no longer those of the snapshot.</summary>
    public async Task CheckAsync(CancellationToken stop)
    {
        _lease = await services.Store.RenewLeaseAsync(_lease, services.Times.Lease, stop)
            ?? throw new LeaseLostException(_lease.ConnectionId, _lease.Epoch);
        var version = await services.Settings.VersionAsync(Facts.Connection.UserId, stop);
        if (version != Facts.Settings.Version) throw new GaveWayException();
    }

    public Task<IRunTransaction> BeginAsync(CancellationToken stop) => services.Store.BeginAsync(_lease, stop);

    public Task ReleaseAsync(CancellationToken stop) => services.Store.ReleaseLeaseAsync(_lease, stop);

    /// <summary>Does what decisions ask for here, a bounded number of rows per transaction; rows for which nothing
    /// would be written open none.</summary>
    public async Task ApplyAsync(IEnumerable<RowPlan> plans, CancellationToken stop)
    {
        var writing = plans.Where(p => p.EndsParking || LocalCommit.Apply(p, p.Row, Facts) != Applied.Unchanged);
        foreach (var chunk in writing.Chunk(RunLimits.TransactionRowsMax))
        {
            await using var transaction = await BeginAsync(stop);
            var fresh = await transaction.LoadAsync([.. chunk.Select(p => p.TaskId)], stop);
            foreach (var plan in chunk)
            {
                if (!fresh.TryGetValue(plan.TaskId, out var row)) continue;
                Write(transaction, row, LocalCommit.Apply(plan, row, Facts));
                if (plan.EndsParking) transaction.ClearParking(plan.TaskId);
            }
            await transaction.CommitAsync(stop);
        }
    }

    /// <param name="row">The row as it is now; null for one that is new.</param>
    public void Write(IRunTransaction transaction, StagedTask? row, Applied applied)
    {
        if (applied.Task is not null) transaction.Put(applied.Task);
        if (applied.Link is not null) transaction.Put(applied.Link);
        if (applied.Entry is null) return;
        var task = applied.Task ?? row!.Task;
        transaction.Append(Record(task, (applied.Link ?? row?.Link)?.SalesforceId, applied.Entry));
        Tally.Count(applied.Entry);
    }

    public DecisionRecord Record(ReminderTask task, string? salesforceId, Applied.LedgerEntry entry) => new(
        services.Ids.Next(),
        Facts.Connection.Id,
        task.Id,
        salesforceId,
        runId,
        Now,
        entry.Outcome,
        entry.Reason,
        entry.Fields,
        entry.ErrorCode,
        new DecisionContent(task.Content.Subject, entry.Losers, entry.Changes, entry.Message));
}
