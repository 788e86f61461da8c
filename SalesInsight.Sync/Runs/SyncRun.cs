using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.Deciding;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Sync.Runs;

/// <summary>
/// One run of one connection: take the lease, snapshot the settings, stage both sides, reconcile, plan, apply, and last
/// of all move the cursor. A run that fails leaves everything it did not commit to the next one (design section 6).
/// </summary>
internal sealed class SyncRun(RunServices services, RunProgressBoard board)
{
    /// <summary>Errors of a call, and of a lease or settings that moved, end the run and are told in the summary; only
    /// a bug of ours, or <paramref name="stop"/>, throws.</summary>
    /// <param name="looksForItself">Whatever an org reader has read.</param>
    public async Task<RunSummary> RunAsync(
        Guid connectionId, string holder, CancellationToken stop, bool looksForItself = false)
    {
        if (await services.Store.FindConnectionAsync(connectionId, stop) is not
            { UserIsActive: true, NeedsReconnect: false } connection) return RunSummary.DidNotRun;
        var settings = await services.Settings.SnapshotAsync(connection.UserId, stop);
        if (settings.Mode == TaskSyncMode.Off || settings.IsPaused) return RunSummary.DidNotRun;
        var lease = await services.Store.TakeLeaseAsync(connectionId, holder, services.Times.Lease, stop);
        if (lease is null) return RunSummary.DidNotRun;

        // read again under the lease: another run may have moved the cursor meanwhile
        connection = await services.Store.FindConnectionAsync(connectionId, stop) ?? connection;
        var record = new RunRecord(
            services.Ids.Next(), connectionId, services.Time.GetUtcNow(), null, RunOutcome.Running, null, null,
            0, 0, 0, 0, 0, 0);
        board.Show(connectionId, connection.UserId, new(connection.Cursor.Upper is null, 0, 0, record.StartedAt));
        try
        {
            return await RunUnderLeaseAsync(connection, settings, lease, record, looksForItself, stop);
        }
        finally
        {
            board.Clear(connectionId, connection.UserId);
        }
    }

    private async Task<RunSummary> RunUnderLeaseAsync(
        SyncConnection connection, SyncSettings settings, RunLease lease, RunRecord record, bool looksForItself,
        CancellationToken stop)
    {
        RunScope? scope = null;
        var summary = new RunSummary(RunOutcome.Failed, null, Again: false, NextAt: null);
        try
        {
            var session = await services.Gateway.OpenAsync(connection.Id, stop);
            var org = await session.ReadOrgFactsAsync(fresh: false, stop);
            scope = new RunScope(services, FactsOf(connection, settings, org), session, lease, record.Id)
            {
                LooksForItself = looksForItself,
            };
            summary = await new RunSteps(scope, board).RunAsync(stop);
        }
        catch (SalesforceFaultException fault)
        {
            summary = new RunSummary(RunOutcome.Failed, fault.Fault, Again: false, RetryAt(fault.Fault));
            if (fault.Fault is { Remedy: FaultRemedy.NeedsUser, Code: FaultCode.GrantRevoked })
                await services.Store.MarkNeedsReconnectAsync(connection.Id, fault.Fault, stop);
        }
        catch (Exception exception) when (exception is LeaseLostException or GaveWayException)
        {
            summary = new RunSummary(RunOutcome.GaveWay, null, Again: exception is GaveWayException, NextAt: null);
        }
        finally
        {
            await (scope?.ReleaseAsync(CancellationToken.None)
                ?? services.Store.ReleaseLeaseAsync(lease, CancellationToken.None));
            await services.Store.AddRunAsync(Ended(record, summary, scope), CancellationToken.None);
        }
        return summary;
    }

    private RunFacts FactsOf(SyncConnection connection, SyncSettings settings, OrgFacts org) => new(
        connection,
        settings,
        new ReconcilePolicy(
            settings.Mode, settings.ConflictRule, settings.DeleteRule,
            new Translation(org.Vocabulary, new ActivityDetail(settings.SubjectTemplate))),
        org.CreateMode,
        services.Time.GetUtcNow(),
        connection.Cursor.ClockOffset,
        services.Gateway.RequestTimeout + services.Times.SendWindow + services.Times.DeadlineMargin);

    private DateTimeOffset? RetryAt(SalesforceFault fault) => fault.Remedy == FaultRemedy.RetryAfter
        ? services.Time.GetUtcNow() + (fault.RetryAfter ?? RunLimits.RetryFirst)
        : null;

    private RunRecord Ended(RunRecord record, RunSummary summary, RunScope? scope) => record with
    {
        EndedAt = services.Time.GetUtcNow(),
        Outcome = summary.Outcome ?? RunOutcome.Failed,
        Fault = summary.Fault?.Code,
        ErrorCode = summary.Fault?.ErrorCode,
        CameIn = scope?.Tally.CameIn ?? 0,
        SentOut = scope?.Tally.SentOut ?? 0,
        Removed = scope?.Tally.Removed ?? 0,
        Held = scope?.Tally.Held ?? 0,
        Parked = scope?.Tally.Parked ?? 0,
        ApiCalls = scope?.Session.CallsMade ?? 0,
    };
}
