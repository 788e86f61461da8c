using SalesInsight.Sync.Ledger;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Web.CommandCenter;

/// <summary>The list of the pictures: every state once, then what nobody would type on a good day.</summary>
internal static class DeskSamples
{
    private static readonly DateOnly Today = TaskPageTest.Today;

    public static void Fill(DeskHost desk)
    {
        desk.Control.Status = FakeSyncControl.Quiet with { LastSuccess = desk.Clock.GetUtcNow().AddSeconds(-12) };
        desk.Tasks.NewSync = () => In(SyncGlyph.InStep, ReasonCode.InStep);
        Put(desk, "Call Dana about the pilot extension", Today, ReminderType.Call, true,
            ("Dana Whitfield", "Brightwater Logistics", "Fleet rollout, phase 2"));
        Put(desk, "Send the revised security questionnaire", Today, ReminderType.Email, true,
            ("Priya Raghunathan", "Pacific Crest Medical Supply", "Three-year platform agreement"),
            In(SyncGlyph.Sending, ReasonCode.EditedHere));
        Put(desk, "Answer procurement on payment terms", Today, ReminderType.Email, false,
            ("Tomás Herrera", "Ostrava Steel Works", "Ostrava pilot"));
        Put(desk, "Introduce yourself to the new head of operations and ask who signs", Today, ReminderType.InMail,
            false, ("Aleksandra Wójcikowska-Lindström", "Kestrel Dental Group", null));
        var merged = Put(desk, "Prepare the renewal offer", Today, ReminderType.Custom, true,
            ("Ben Okafor", "Kestrel Dental Group", "Kestrel renewal 2027"),
            In(SyncGlyph.Merged, ReasonCode.ConflictWonHere));
        Put(desk, "Check in after the demo", Today, ReminderType.Call, false,
            ("Yuki Tanaka", "Fenwick Foods", "Fenwick evaluation"),
            In(SyncGlyph.InStep, ReasonCode.InStep) with { ForeignStatus = "Waiting on someone else" });
        Put(desk, "Follow up on the signed order form", Today, ReminderType.Email, false,
            ("Henrik Dahl", "Aldgate Insurance", "Aldgate claims desk"),
            In(SyncGlyph.Parked, ReasonCode.RefusedByRule) with
            {
                Fault = FaultCode.ValidationRule,
                ErrorCode = "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                Message = "The close date must be in the future.",
            });
        Put(desk, "Send the reference list", Today, ReminderType.Email, false, ("Noor Haddad", "Lumen & Vale", null),
            In(SyncGlyph.OutOfSight, ReasonCode.OutOfSight));
        var done = Put(desk, "Book a room for the Kestrel workshop", Today, ReminderType.Custom, false,
            ("Ben Okafor", "Kestrel Dental Group", "Kestrel renewal 2027"),
            In(SyncGlyph.Sending, ReasonCode.EditedHere));
        desk.Tasks.Put(
            TaskPageTest.Rep, done.Content with { Status = ReminderStatus.Completed }, id: done.Id);
        Put(desk, "Walk Sofia through the order of events for launch week", Today.AddDays(1), ReminderType.Call, false,
            ("Sofia Marchetti", "Lumen & Vale Architects", "Lumen studio seats"));
        Put(desk, "Renew the NDA", Today.AddDays(1), ReminderType.Custom, false,
            ("Priya Raghunathan", "Pacific Crest Medical Supply", null),
            In(SyncGlyph.OnlyHere, ReasonCode.OlderThanSync));
        Put(desk, "Send the contract draft", Today.AddDays(-11), ReminderType.Email, false,
            ("Yuki Tanaka", "Fenwick Foods", null));
        Put(desk, "Share the Q4 price list", Today.AddDays(2), ReminderType.Email, false,
            ("Tomás Herrera", "Ostrava Steel Works", null));
        Put(desk, "Some day", null, ReminderType.Custom, false, (null, null, null));
        Tell(desk, merged);
    }

    public static void FillHostile(DeskHost desk)
    {
        desk.Tasks.NewSync = () => In(SyncGlyph.InStep, ReasonCode.InStep);
        string[] names =
        [
            new('W', 255),
            "<script>alert('subject')</script><b>bold</b> & \"quotes\"",
            "مرحبا: اتصل بالعميل غدًا \u202E reversed \u202C",
            "請在明天下午三點之前打電話給客戶確認合約內容與付款條件並更新商機階段",
            string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 60)),
            "line one\nline two\ttab",
        ];
        foreach (var name in names)
            Put(desk, name, Today, ReminderType.Custom, true, (name, name, name),
                In(SyncGlyph.Parked, ReasonCode.RefusedByRule) with
                {
                    Fault = FaultCode.ValidationRule, Message = name + new string('x', 400), ForeignStatus = name,
                });
    }

    private static void Tell(DeskHost desk, TaskView task)
    {
        var now = desk.Clock.GetUtcNow();
        desk.Tasks.Happened(task.Id, Entry(1, now.AddDays(-22), DecisionOutcome.CameIn, ReasonCode.CreatedThere));
        desk.Tasks.Happened(task.Id, Entry(2, now.AddMinutes(-21), DecisionOutcome.CameIn, ReasonCode.EditedThere) with
        {
            Changes = [new HistoryEntry.Value(TaskField.Priority, Side.Local, "Normal", "High")],
        });
        desk.Tasks.Happened(
            task.Id, Entry(3, now.AddSeconds(-20), DecisionOutcome.SentOut, ReasonCode.ConflictWonHere) with
            {
                Changes = [new HistoryEntry.Value(TaskField.DueDate, Side.Local, "2026-11-20", "2026-11-24")],
                Losers = [new HistoryEntry.Value(TaskField.DueDate, Side.Salesforce, "2026-11-27", "2026-11-24")],
            });
        desk.Tasks.Happened(task.Id, Entry(4, now.AddSeconds(-12), DecisionOutcome.Noted, ReasonCode.InStep));
    }

    private static HistoryEntry Entry(int id, DateTimeOffset at, DecisionOutcome outcome, ReasonCode reason) =>
        new(SequentialIds.Of(id), at, outcome, reason, null, null, [], []);

    private static TaskSyncState In(SyncGlyph glyph, ReasonCode reason) =>
        new(glyph, reason, new DateTimeOffset(2026, 11, 24, 8, 15, 48, TimeSpan.Zero));

    private static TaskView Put(
        DeskHost desk, string subject, DateOnly? due, ReminderType type, bool isHigh,
        (string? Person, string? Company, string? Related) about, TaskSyncState? sync = null) => desk.Tasks.Put(
        TaskPageTest.Rep,
        new TaskContent(
            subject, ReminderStatus.Open, isHigh ? ReminderPriority.High : ReminderPriority.Normal, due,
            PersonId: about.Person is null ? null : "003000000000001AAA",
            RelatedId: about.Related is null ? null : "006000000000001AAA"),
        task => task with
        {
            Type = type,
            PersonName = about.Person,
            PersonCompany = about.Company,
            RelatedName = about.Related,
            RelatedType = about.Related is null ? null : "Opportunity",
            SalesforceUrl = new Uri("https://halden.my.salesforce.com/00T000000000001AAA"),
            Sync = sync ?? task.Sync,
        });
}
