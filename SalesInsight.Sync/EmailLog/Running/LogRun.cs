using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.Runs;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Sync.EmailLog.Running;

/// <summary>
/// One logging run of one connection: take the lease, look up what has no answer yet, decide what is due, make leads
/// and activities, bring marks up to date. A run that fails leaves what it did not commit to the next one.
/// </summary>
internal sealed class LogRun(LogServices services)
{
    /// <summary>Errors of a call, and of a lease or settings that moved, end the run and are told in the summary; only
    /// a bug of ours, or <paramref name="stop"/>, throws.</summary>
    public async Task<RunSummary> RunAsync(Guid connectionId, string holder, CancellationToken stop)
    {
        if (await services.Connections.FindConnectionAsync(connectionId, stop) is not
            { UserIsActive: true, NeedsReconnect: false } connection) return RunSummary.DidNotRun;
        var now = services.Time.GetUtcNow();
        if (!await services.Store.HasWorkAsync(connectionId, connection.UserId, now, stop))
            return new RunSummary(RunOutcome.Done, null, false, await NextAsync(connection, stop));
        var lease = await services.Store.TakeLeaseAsync(connectionId, holder, services.Times.Lease, stop);
        return lease is null
            ? RunSummary.DidNotRun with { NextAt = now + RunLimits.RetryFirst }
            : await RunUnderLeaseAsync(connection, lease, stop);
    }

    private async Task<RunSummary> RunUnderLeaseAsync(SyncConnection connection, RunLease lease, CancellationToken stop)
    {
        LogScope? scope = null;
        try
        {
            var settings = await services.Settings.SnapshotAsync(connection.UserId, stop);
            var session = await services.Gateway.OpenForEmailAsync(connection.Id, stop);
            var org = await session.Tasks.ReadOrgFactsAsync(fresh: false, stop);
            scope = new LogScope(services, connection, settings, session, org, lease);
            var again = await RunAsync(scope, stop);
            return new RunSummary(RunOutcome.Done, null, again, await NextAsync(connection, stop));
        }
        catch (SalesforceFaultException fault)
        {
            if (fault.Fault is { Remedy: FaultRemedy.NeedsUser, Code: FaultCode.GrantRevoked })
                await services.Connections.MarkNeedsReconnectAsync(connection.Id, fault.Fault, stop);
            return new RunSummary(RunOutcome.Failed, fault.Fault, false, RetryAt(fault.Fault));
        }
        catch (Exception exception) when (exception is LeaseLostException or GaveWayException)
        {
            return new RunSummary(RunOutcome.GaveWay, null, exception is GaveWayException, null);
        }
        finally
        {
            await (scope?.ReleaseAsync(CancellationToken.None)
                ?? services.Store.ReleaseLeaseAsync(lease, CancellationToken.None));
        }
    }

    /// <returns>True when there is more to do at once.</returns>
    private static async Task<bool> RunAsync(LogScope scope, CancellationToken stop)
    {
        await new OpenEntries(scope).ResolveAsync(stop);
        var staged = await scope.Store.StageAsync(
            scope.Connection.UserId, scope.Now, LogLimits.RecipientsMax, stop);
        List<RecipientWork> works = [.. staged.SelectMany(m => m.Due.Select(r => new RecipientWork(m, r)))];

        var (planner, sending) = (new LogPlanner(scope), new SafeSend(scope));
        var sender = new LogSender(scope, sending);
        if (works.Count > 0)
        {
            var plan = await planner.PlanAsync(works, stop);
            await new LeadMaker(scope, sending).MakeAsync(plan, stop);
            await planner.RelateAsync(plan, stop);
            await sender.SendAsync(plan, stop);
        }

        await new MarkSender(scope).SendAsync(stop);
        await new RollUpSender(scope).SendAsync(stop);
        await scope.Store.DropTextsAsync(scope.Connection.UserId, scope.Now - LogLimits.TextAge, stop);
        return works.Count == LogLimits.RecipientsMax || sender.SawDuplicate;
    }

    private Task<DateTimeOffset?> NextAsync(SyncConnection connection, CancellationToken stop) =>
        services.Store.NextDueAsync(connection.UserId, stop);

    /// <summary>What time does not cure is tried again all the same, seldom: an admin gives no sign.</summary>
    private DateTimeOffset RetryAt(SalesforceFault fault) => services.Time.GetUtcNow()
        + (fault.Remedy == FaultRemedy.RetryAfter ? fault.RetryAfter ?? RunLimits.RetryFirst : RunLimits.RightsAgain);
}
