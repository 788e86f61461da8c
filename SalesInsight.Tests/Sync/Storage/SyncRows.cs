using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Ledger;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Storage.Tables;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.Storage;

/// <summary>Rows with something in every column, so that a column nobody maps is noticed.</summary>
internal static class SyncRows
{
    private static readonly DateTimeOffset Now = TestStore.Start;

    private static readonly TaskContent Here = new(
        "Call <b>Dana</b> \u2028 & co", ReminderStatus.Completed, ReminderPriority.High, new DateOnly(2026, 11, 24),
        "line one\nline two", "003000000000001AAA", "006000000000001AAA");

    private static readonly SalesforceContent There = new(
        "Call Dana", "Waiting on someone else", "Low", "2026-11-24", "line one", "003000000000001AAA", null);

    public static StagedTask Full(Guid taskId, Guid runId) => new(
        new ReminderTask(
            taskId, TestStore.RepId, Here, ReminderType.InMail, 7,
            EditTimes.None.With(FieldSet.Of(TaskField.Subject, TaskField.Related), Now.AddTicks(1)),
            Now.AddDays(-2), TestStore.ConnectionId, Now.AddDays(-1), true),
        new TaskLink(
            taskId, TestStore.ConnectionId, Record(taskId), LinkState.Removed,
            new TaskBase(Here, There, "In Progress", new Doubt(FieldSet.Of(TaskField.Details), true)),
            6, Now, Now.AddSeconds(1), true, true, [Record(taskId), "00T000000000005AAA"],
            ReasonCode.ConflictWonByBoth, Now.AddSeconds(2), Now.AddSeconds(3)),
        new PushIntent(
            taskId, TestStore.ConnectionId, PushKind.Update, Record(taskId), FieldSet.All, Here, There,
            There with { Subject = null }, Now.AddSeconds(4), Now.AddSeconds(5), true),
        new Parking(
            taskId, TestStore.ConnectionId, FieldSet.Of(TaskField.DueDate),
            new SalesforceFault(
                FaultCode.ValidationRule, FaultRemedy.NeedsUser, "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                TimeSpan.FromMinutes(1), "a close date in the future", ["ActivityDate"]),
            7, Now.AddSeconds(6), 12, Now.AddSeconds(7), Now.AddSeconds(8), 3));

    public static void PutAll(IRunTransaction run, StagedTask rows)
    {
        run.Put(rows.Task);
        if (rows.Link is not null) run.Put(rows.Link);
        if (rows.Intent is not null) run.Put(rows.Intent);
        if (rows.Parking is not null) run.Put(rows.Parking);
    }

    public static DecisionRecord Decision(Guid id, Guid taskId) => new(
        id, TestStore.ConnectionId, taskId, Record(taskId), null, Now, DecisionOutcome.Noted,
        ReasonCode.ConflictWonThere, FieldSet.Of(TaskField.DueDate, TaskField.Subject), "UNABLE_TO_LOCK_ROW",
        new DecisionContent(
            "Call Dana",
            [new Conflict(TaskField.DueDate, Side.Local, "2026-11-24", null)],
            [new DecisionContent.Change(TaskField.Subject, null, "Call")],
            "the org's own text"));

    public static async Task<List<DecisionRecord>> ReadLedgerAsync(TestStore store, Guid taskId)
    {
        await using var db = store.OpenDb();
        var rows = await db.Set<DecisionRecordRow>().Include(r => r.Content).Where(r => r.TaskId == taskId)
            .OrderBy(r => r.Number).ToListAsync();
        return [.. rows.Select(r => r.ToRecord())];
    }

    public static string Record(Guid taskId) => $"00T{taskId.ToString("N")[^12..].ToUpperInvariant()}AAA";
}
