using System.Collections.Immutable;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.Reading;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Sync.Runs.Control;

/// <summary>Reads what a first (or resumed) sync would read, and sorts it without writing anything.</summary>
internal sealed class FirstSync(RunServices services) : IFirstSync
{
    /// <summary>Local tasks compared for links.</summary>
    private const int UnlinkedMax = 10_000;

    public async Task<FirstSyncResult> PreviewAsync(
        Guid userId, TaskSyncMode mode, FirstImport window, DateOnly today, CancellationToken stop)
    {
        var standing = await services.Store.ReadStandingAsync(userId, stop);
        if (standing.ConnectionId is not { } id || await services.Store.FindConnectionAsync(id, stop) is not { } found)
            return new FirstSyncResult.NotConnected();
        try
        {
            var session = await services.Gateway.OpenAsync(id, stop);
            return new FirstSyncResult.Ready(await PlanAsync(found, session, mode, window, today, stop));
        }
        catch (SalesforceFaultException fault)
        {
            return new FirstSyncResult.Failed(fault.Fault.Code, fault.Fault.ErrorCode);
        }
    }

    public async Task ConfirmLinksAsync(Guid userId, FirstSyncPlan plan, CancellationToken stop)
    {
        if ((await services.Store.ReadStandingAsync(userId, stop)).ConnectionId is not { } id) return;
        var links = plan.Rows
            .Where(r => r is { Kind: FirstSyncPlan.Step.LinkToYours, TaskId: not null })
            .Select(r => new ConfirmedLink(r.TaskId!.Value, r.SalesforceId));
        await services.Store.PutConfirmedLinksAsync(id, [.. links], stop);
    }

    private async Task<FirstSyncPlan> PlanAsync(
        SyncConnection connection, ISalesforceSession session, TaskSyncMode mode, FirstImport import, DateOnly today,
        CancellationToken stop)
    {
        var serverNow = services.Time.GetUtcNow() + connection.Cursor.ClockOffset;
        var window = ImportWindow.Of(connection.Cursor.Upper, import, serverNow);
        var (records, readAt) = await ReadAllAsync(session, connection, window, stop);
        var outside = import == FirstImport.AllOpen ? [] : (await session.ReadAsync(
            new(connection.SalesforceUserId, ImportWindow.AllOpen(window.Upper), []), stop)).Window;
        var linked = await services.Store.FindBySalesforceIdsAsync(connection.Id, [.. records.Select(r => r.Id)], stop);
        var unlinked = await services.Store.ListUnlinkedAsync(connection.Id, UnlinkedMax, stop);
        var sorter = new PlanSorter(connection, mode, linked, unlinked);
        var rows = sorter.Sort(records);
        var inWindow = records.Select(r => r.Id).ToHashSet();
        return new FirstSyncPlan(
            readAt,
            [.. rows.Take(PlanSorter.RowsMax)],
            Count(FirstSyncPlan.Step.CreateHere),
            Count(FirstSyncPlan.Step.LinkToYours),
            Count(FirstSyncPlan.Step.RemoveHere),
            Count(FirstSyncPlan.Step.Skip),
            outside.Count(r => !inWindow.Contains(r.Id) && sorter.IsOurs(r) && IsDueFrom(today, r)),
            unlinked.Length - Count(FirstSyncPlan.Step.LinkToYours),
            session.CallsMade,
            session.Usage?.Max,
            session.Usage is { } usage ? usage.Max - usage.Used : null);

        int Count(FirstSyncPlan.Step step) => rows.Count(r => r.Kind == step);
    }

    private static async Task<(List<SalesforceTask> Records, DateTimeOffset ReadAt)> ReadAllAsync(
        ISalesforceSession session, SyncConnection connection, StampWindow window, CancellationToken stop)
    {
        var reply = await session.ReadAsync(new(connection.SalesforceUserId, window, []), stop);
        var records = reply.Window.ToList();
        for (var page = 1; page < RunLimits.PagesMax && reply.NextPage is not null; page++)
        {
            reply = await session.ReadPageAsync(reply.NextPage, stop);
            records.AddRange(reply.Window);
        }
        return (records, reply.ServerTime);
    }

    private static bool IsDueFrom(DateOnly today, SalesforceTask row) => PlanSorter.DueDate(row) >= today;
}
