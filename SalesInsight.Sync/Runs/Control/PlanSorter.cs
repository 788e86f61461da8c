using System.Collections.Immutable;
using System.Globalization;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.Reading;

namespace SalesInsight.Sync.Runs.Control;

/// <summary>Sorts what was read into create here, link to yours, remove here and skip; pure.</summary>
internal sealed class PlanSorter(
    SyncConnection connection, TaskSyncMode mode, ImmutableDictionary<string, StagedTask> linked,
    ImmutableArray<StagedTask> unlinked)
{
    /// <summary>Rows a plan shows; its counts cover all.</summary>
    public const int RowsMax = 2_000;

    public IReadOnlyList<FirstSyncPlan.Row> Sort(IReadOnlyCollection<SalesforceTask> records)
    {
        var arrivals = records.Where(r => !linked.ContainsKey(r.Id) && !r.IsDeleted).ToList();
        var links = AdoptionMatch.Find(
            unlinked.Select(u => new AdoptionMatch.Candidate<Guid>(
                u.Task.Id, u.Task.Content.Subject, u.Task.Content.DueDate, u.Task.Content.PersonId)),
            arrivals.Where(IsOurs).Select(r => new AdoptionMatch.Candidate<string>(
                r.Id, r.Content.Subject, DueDate(r), r.Content.WhoId)))
            .ToDictionary(m => m.SalesforceId, m => m.TaskId);
        var removals = records.Where(r => r.IsDeleted
            && linked.GetValueOrDefault(r.Id) is { Task.IsDeleted: false, Link.State: LinkState.Active });
        return [.. arrivals.Select(r => Place(r, links)), .. removals.Select(r => RowOf(
            FirstSyncPlan.Step.RemoveHere, ReasonCode.DeletedThere, linked[r.Id].Task.Id, r))];
    }

    public bool IsOurs(SalesforceTask row) => WhyNot(row) is null;

    private FirstSyncPlan.Row Place(SalesforceTask row, Dictionary<string, Guid> links)
    {
        if (WhyNot(row) is { } why) return RowOf(FirstSyncPlan.Step.Skip, why, null, row);
        return links.TryGetValue(row.Id, out var taskId)
            ? RowOf(FirstSyncPlan.Step.LinkToYours, ReasonCode.Adopted, taskId, row)
            : RowOf(FirstSyncPlan.Step.CreateHere, ReasonCode.CreatedThere, null, row);
    }

    private ReasonCode? WhyNot(SalesforceTask row) => mode == TaskSyncMode.OutOnly
        ? ReasonCode.NotedOutOnly
        : NotOurs.Why(WindowRows.TraitsOf(row), connection.SalesforceUserId, connection.ExternalIdPrefix);

    private static FirstSyncPlan.Row RowOf(
        FirstSyncPlan.Step step, ReasonCode why, Guid? taskId, SalesforceTask row) => new(
            step, why, row.Id, taskId, row.Content.Subject ?? "", DueDate(row), null, row.LastModifiedDate);

    public static DateOnly? DueDate(SalesforceTask row) => row.Content.ActivityDate is { } due
        ? DateOnly.ParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : null;
}
