using System.Collections.Immutable;
using SalesInsight.Sync.Ledger;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Applying;
using SalesInsight.Sync.Runs.Deciding;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Sync.Runs.Pushing;

/// <summary>
/// A person whose id Salesforce refused may have been merged or converted: who they are now is asked before the refused
/// id is sent again, and taken here (design 5.16). Who is gone stays refused and is asked for daily; a new task goes
/// out without.
/// </summary>
internal sealed class PersonFollower(RunScope scope)
{
    /// <returns>The rows as they are afterwards.</returns>
    public async Task<ImmutableArray<StagedTask>> FollowAsync(
        ImmutableArray<StagedTask> staged, CancellationToken stop)
    {
        var asking = staged.Where(IsAsked).ToList();
        if (asking.Count == 0) return staged;
        foreach (var chunk in asking.Chunk(RunLimits.TransactionRowsMax)) await FollowAsync(chunk, stop);
        var fresh = await scope.Services.Store.FindByTaskIdsAsync([.. asking.Select(r => r.Task.Id)], stop);
        return [.. staged.Select(r => fresh.GetValueOrDefault(r.Task.Id, r))];
    }

    private bool IsAsked(StagedTask row) =>
        row is { Intent: null, Task: { IsDeleted: false, Content.PersonId: not null } }
        && row.Parking is { } parking && parking.LocalVersion == row.Task.Version && parking.RetryAt <= scope.Now
        && Parkings.IsPersonGone(parking)
        && scope.Facts.Policy.Mode is TaskSyncMode.Both or TaskSyncMode.OutOnly;

    private async Task FollowAsync(StagedTask[] rows, CancellationToken stop)
    {
        await scope.CheckAsync(stop);
        var successors = await AskAsync(rows, stop);
        await using var transaction = await scope.BeginAsync(stop);
        var fresh = await transaction.LoadAsync([.. rows.Select(r => r.Task.Id)], stop);
        foreach (var row in rows)
            if (fresh.TryGetValue(row.Task.Id, out var now) && now.Task.Version == row.Task.Version)
                Commit(transaction, now, successors);
        await transaction.CommitAsync(stop);
    }

    /// <summary>Null when nobody could be asked: only the rows that name them wait for that.</summary>
    private async Task<ImmutableDictionary<string, string>?> AskAsync(StagedTask[] rows, CancellationToken stop)
    {
        try
        {
            return await scope.Session.FindSuccessorsAsync(
                [.. rows.Select(r => r.Task.Content.PersonId!).Distinct()], stop);
        }
        catch (SalesforceFaultException)
        {
            return null;
        }
    }

    private void Commit(
        IRunTransaction transaction, StagedTask row, ImmutableDictionary<string, string>? successors)
    {
        if (row is not { Parking: { } parking, Task.Content.PersonId: { } person }) return;
        if (successors is null)
        {
            transaction.Put(parking with { RetryAt = scope.Now + RunLimits.RetryFirst });
            scope.Tally.WaitUntil(scope.Now + RunLimits.RetryFirst);
            return;
        }
        var successor = successors.GetValueOrDefault(person);
        // who is there, and was refused a moment ago, still would be
        if (successor is null || (successor == person && scope.Now - parking.At < RunLimits.PersonAgain))
        {
            transaction.Put(parking with { RetryAt = scope.Now + RunLimits.PersonAgain });
            return;
        }
        if (successor != person) scope.Write(transaction, row, Followed(row.Task, successor));
        transaction.ClearParking(row.Task.Id);
    }

    private static Applied Followed(ReminderTask task, string successor)
    {
        var followed = task with
        {
            Content = task.Content.With(TaskField.Person, successor), Version = task.Version + 1,
        };
        return new(followed, null, new(
            DecisionOutcome.CameIn, ReasonCode.PersonFollowed, FieldSet.Of(TaskField.Person), [],
            [new(TaskField.Person, task.Content.PersonId, successor)]));
    }
}
