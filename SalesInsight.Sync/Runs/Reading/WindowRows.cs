using System.Collections.Immutable;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Applying;
using SalesInsight.Sync.Runs.Deciding;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Reading;

/// <summary>
/// Rows of the window: decides those that are linked, brings in those that are not and are ours. Rows that were staged
/// because something changed here are decided elsewhere, on what was read of them by id.
/// </summary>
internal sealed class WindowRows(
    RunScope scope, ImmutableHashSet<string> stagedIds, ImmutableArray<StagedTask> openCreates,
    ImmutableArray<ConfirmedLink> confirmed)
{
    private readonly List<RowPlan> _plans = [];

    /// <summary>Something is to be written on the word of the org reader: the next run reads it by itself first.
    /// </summary>
    public bool AsksForOwnLook { get; private set; }

    /// <summary>The rows are the org reader's.</summary>
    public bool IsOfOrg { get; init; }
    private readonly Dictionary<string, Guid> _confirmed = confirmed.ToDictionary(c => c.SalesforceId, c => c.TaskId);

    /// <summary>Plans that wait for the whole window: pushes, and removals, which the fence counts together.</summary>
    public IReadOnlyList<RowPlan> Plans => _plans;

    /// <summary>Takes one page: imports and local commits are done before the next page is read.</summary>
    public async Task TakeAsync(
        IReadOnlyCollection<SalesforceTask> rows, DateTimeOffset serverTime, CancellationToken stop)
    {
        var news = rows.Where(r => !stagedIds.Contains(r.Id)).ToList();
        if (news.Count == 0) return;
        var linked = await scope.Services.Store.FindBySalesforceIdsAsync(
            scope.Facts.Connection.Id, [.. news.Select(r => r.Id)], stop);
        var arrivals = new List<Sighting.Seen>();
        var here = new List<RowPlan>();
        foreach (var row in news)
        {
            var seen = new Sighting.Seen(row, serverTime) { IsOfOrg = IsOfOrg };
            if (!linked.TryGetValue(row.Id, out var task)) arrivals.Add(seen);
            else if (task.Link!.SalesforceId == row.Id && !IsOutOfSight(task.Link, row))
                Sort(RowDecider.Decide(task, seen, scope.Facts), here);
        }
        await scope.ApplyAsync(here, stop);
        await BringInAsync(arrivals, stop);
    }

    /// <summary>The org reader is shown what this user is not: only their own look brings it back.</summary>
    private bool IsOutOfSight(TaskLink link, SalesforceTask row) => IsOfOrg
        && link.Reason == ReasonCode.OutOfSight && row.OwnerId == scope.Facts.Connection.SalesforceUserId;

    private void Sort(RowPlan plan, List<RowPlan> here)
    {
        AsksForOwnLook |= IsOfOrg && plan.Wait is { Reason: ReasonCode.ChangedMeanwhile, LookAgain: true };
        if (plan.Operation is Operation.Nothing or Operation.CommitHere) here.Add(plan);
        else _plans.Add(plan);
    }

    private async Task BringInAsync(List<Sighting.Seen> arrivals, CancellationToken stop)
    {
        var known = await scope.Services.Store.FindByTaskIdsAsync(
            [.. arrivals.Select(a => PartnerOf(a.Row)).OfType<Guid>()], stop);
        var wanted = arrivals.Where(a => IsWanted(a.Row, known)).ToList();
        foreach (var chunk in wanted.Chunk(RunLimits.TransactionRowsMax))
        {
            await using var transaction = await scope.BeginAsync(stop);
            var fresh = await transaction.LoadAsync([.. chunk.Select(c => PartnerOf(c.Row)).OfType<Guid>()], stop);
            foreach (var seen in chunk) BringIn(transaction, seen, fresh);
            await transaction.CommitAsync(stop);
        }
    }

    /// <summary>The task here that a record names by our external id, or that its user agreed to link it to.</summary>
    private Guid? PartnerOf(SalesforceTask row) => scope.Facts.Connection.TaskIdOf(row.ExternalId)
        ?? (_confirmed.TryGetValue(row.Id, out var taskId) ? taskId : null);

    private bool IsWanted(SalesforceTask row, ImmutableDictionary<Guid, StagedTask> known)
    {
        var connection = scope.Facts.Connection;
        if (row.IsDeleted || scope.Facts.Policy.Mode == TaskSyncMode.OutOnly) return false;
        if (NotOurs.Why(TraitsOf(row), connection.SalesforceUserId, connection.ExternalIdPrefix) is not null)
            return false;
        // a record that carries our id is never brought in as new: it is linked to its task, or left alone
        return connection.TaskIdOf(row.ExternalId) is not { } taskId || IsFree(known.GetValueOrDefault(taskId));
    }

    private bool IsFree(StagedTask? task) => task is { Link: null, Intent: null, Task.IsDeleted: false }
        && task.Task.UserId == scope.Facts.Connection.UserId;

    private void BringIn(
        IRunTransaction transaction, Sighting.Seen seen, ImmutableDictionary<Guid, StagedTask> fresh)
    {
        var partner = PartnerOf(seen.Row) is { } taskId ? fresh.GetValueOrDefault(taskId) : null;
        if (IsFree(partner)) scope.Write(transaction, partner, LocalCommit.Adopt(partner!, seen, scope.Facts));
        else if (CouldBeOpenCreate(seen.Row))
        {
            transaction.LookAgain(seen.Row.Id);
            return;
        }
        else scope.Write(transaction, null, LocalCommit.Import(seen.Row, scope.Services.Ids.Next(), scope.Facts));
        transaction.Looked(seen.Row.Id);
    }

    /// <summary>While the fate of a create is open nothing that could be it is brought in (rule
    /// OpenCreateBlocksImport); with a unique id the record itself says what it is.</summary>
    private bool CouldBeOpenCreate(SalesforceTask row) => scope.Facts.CreateMode == CreateMode.NaturalKey
        && openCreates.Any(c => c.Intent!.Sent.Subject == row.Content.Subject);

    internal static RecordTraits TraitsOf(SalesforceTask row) => new(
        IsLinked: false, row.OwnerId, row.IsRecurrence, row.IsArchived, row.IsClosed, row.TaskSubtype,
        row.CreatedDate, row.CompletedDateTime, row.ExternalId);
}
