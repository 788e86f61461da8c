using System.Collections.Immutable;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.Reading;

namespace SalesInsight.Sync.Runs.Org;

/// <summary>
/// Reads an organization once for all of its reps: one call, one local transaction, and word to those it concerns. It
/// decides nothing and writes no task; a reading that fails leaves reps with the last one until that is too old, then
/// they read for themselves again (design section 6, Org reader).
/// </summary>
internal sealed class OrgReadRun(RunServices services)
{
    private static readonly SalesforceFault SeesTooLittle =
        new(FaultCode.NoAccess, FaultRemedy.NeedsAdmin, "VIEW_ALL_DATA_MISSING");

    private static readonly SalesforceFault TooWide =
        new(FaultCode.QueryTooWide, FaultRemedy.OurBug, "READING_TOO_WIDE");

    private DateTimeOffset Now => services.Time.GetUtcNow();

    /// <summary>Errors of a call are told in the summary; only a bug of ours, or <paramref name="stop"/>, throws.
    /// </summary>
    public async Task<OrgReadSummary> RunAsync(Guid readerId, string holder, CancellationToken stop)
    {
        if (await services.Readings.FindReaderAsync(readerId, stop) is not { } known) return OrgReadSummary.DidNotRun;
        if (!known.IsAlive) return await LeaveToRepsAsync(known, stop);
        var lease = await services.Store.TakeLeaseAsync(readerId, holder, services.Times.Lease, stop);
        if (lease is null) return OrgReadSummary.DidNotRun;
        try
        {
            // read again under the lease: another run may have read meanwhile
            if (await services.Readings.FindReaderAsync(readerId, stop) is not { IsAlive: true } reader)
                return OrgReadSummary.DidNotRun;
            var reps = await services.Readings.ListRepsAsync(reader.OrganizationId, stop);
            return reps.IsEmpty
                ? await RestAsync(reader, stop)
                : await ReadAsync(reader, reps, lease, stop);
        }
        finally
        {
            await services.Store.ReleaseLeaseAsync(lease, CancellationToken.None);
        }
    }

    /// <summary>Nobody syncs there: nothing is read, and nothing is kept.</summary>
    private async Task<OrgReadSummary> RestAsync(OrgReader reader, CancellationToken stop)
    {
        if (reader.Last is not null) await services.Readings.DropAsync(reader.OrganizationId, stop);
        return OrgReadSummary.DidNotRun with { NextAt = Now + RunLimits.OrgIdleLook };
    }

    /// <summary>Nobody reads for them: they run, and look for themselves.</summary>
    private async Task<OrgReadSummary> LeaveToRepsAsync(OrgReader reader, CancellationToken stop)
    {
        var reps = await services.Readings.ListRepsAsync(reader.OrganizationId, stop);
        return OrgReadSummary.DidNotRun with { Concerned = [.. reps.Select(r => r.ConnectionId)] };
    }

    private async Task<OrgReadSummary> ReadAsync(
        OrgReader reader, ImmutableArray<OrgRep> reps, RunLease lease, CancellationToken stop)
    {
        var record = new RunRecord(
            services.Ids.Next(), reader.Id, Now, null, RunOutcome.Running, null, null, 0, 0, 0, 0, 0, 0);
        var harvest = new OrgHarvest(services.Readings, reps);
        ISalesforceSession? session = null;
        var summary = new OrgReadSummary(RunOutcome.Failed, null, [], null);
        try
        {
            session = await services.Gateway.OpenAsync(reader.Id, stop);
            summary = await ReadAsync(reader, session, harvest, lease, stop);
        }
        catch (SalesforceFaultException fault)
        {
            summary = await FailAsync(reader, harvest, fault.Fault, stop);
        }
        catch (LeaseLostException)
        {
            summary = new OrgReadSummary(RunOutcome.GaveWay, null, [], Now + harvest.Interval);
        }
        finally
        {
            await services.Store.AddRunAsync(
                record with
                {
                    EndedAt = Now,
                    Outcome = summary.Outcome ?? RunOutcome.Failed,
                    Fault = summary.Fault?.Code,
                    ErrorCode = summary.Fault?.ErrorCode,
                    CameIn = harvest.Rows.Count,
                    ApiCalls = session?.CallsMade ?? 0,
                },
                CancellationToken.None);
        }
        return summary;
    }

    private async Task<OrgReadSummary> ReadAsync(
        OrgReader reader, ISalesforceSession session, OrgHarvest harvest, RunLease lease, CancellationToken stop)
    {
        var asked = Now;
        var window = ImportWindow.OfOrg(reader.Last?.Upper, asked + (reader.Last?.ClockOffset ?? TimeSpan.Zero));
        var first = await session.ReadOrgAsync(window, stop);
        if (!first.SeesAll) throw new SalesforceFaultException(SeesTooLittle, Delivery.NotDelivered);
        var at = Now;
        // a clock that is off must not let the reading reach beyond the moment it was asked for
        var askedThere = ImportWindow.WholeSecond(first.ServerTime - (at - asked));
        var reply = first;
        for (var page = 1; ; page++)
        {
            await harvest.TakeAsync(reply.Rows, stop);
            if (reply.NextPage is null) break;
            if (page == RunLimits.PagesMax || harvest.Rows.Count > RunLimits.OrgRowsMax)
                throw new SalesforceFaultException(TooWide, Delivery.NotDelivered);
            lease = await services.Store.RenewLeaseAsync(lease, services.Times.Lease, stop)
                ?? throw new LeaseLostException(lease.ConnectionId, lease.Epoch);
            reply = await session.ReadOrgPageAsync(reply.NextPage, stop);
        }

        var reading = new OrgReading(
            reader.OrganizationId,
            reader.Id,
            window.From,
            window.Upper < askedThere ? window.Upper : askedThere,
            first.ServerTime - at,
            first.Columns,
            at,
            at + LongerOf(RunLimits.OrgReadingGood, harvest.Interval * RunLimits.OrgReadingsMissedMax));
        var news = await services.Readings.PutAsync(lease, reading, harvest.Rows, harvest.ConnectionIds, stop);
        return new OrgReadSummary(RunOutcome.Done, null, harvest.Concerned(news), Now + harvest.Interval);
    }

    /// <summary>
    /// What time cures is waited out: the last reading is good for a while. What does not pass by itself is told to
    /// everybody at once, so that nobody waits for a reading that will not come.
    /// </summary>
    private async Task<OrgReadSummary> FailAsync(
        OrgReader reader, OrgHarvest harvest, SalesforceFault fault, CancellationToken stop)
    {
        if (fault is { Remedy: FaultRemedy.NeedsUser, Code: FaultCode.GrantRevoked })
            await services.Store.MarkNeedsReconnectAsync(reader.Id, fault, stop);
        if (fault.Remedy == FaultRemedy.RetryAfter)
        {
            if (reader.Last?.At < Now - RunLimits.OrgRowsKept)
                await services.Readings.DropAsync(reader.OrganizationId, stop);
            return new OrgReadSummary(
                RunOutcome.Failed, fault, [], Now + (fault.RetryAfter ?? RunLimits.RetryFirst));
        }
        await services.Readings.DropAsync(reader.OrganizationId, stop);
        return new OrgReadSummary(
            RunOutcome.Failed, fault, harvest.ConnectionIds, Now + RunLimits.OrgFaultAgain);
    }

    private static TimeSpan LongerOf(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
