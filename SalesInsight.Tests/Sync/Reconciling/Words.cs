using System.Collections.Immutable;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Sync.Reconciling;

/// <summary>The values the laws and tables speak of.</summary>
internal static class Words
{
    public const string New = "New", Waiting = "Waiting", Done = "Done", Dropped = "Dropped";

    /// <summary>An org of its own mind: two closed words, and one that sounds closed and is open.</summary>
    public const string SoundsClosed = "Completed";

    public static readonly OrgVocabulary Org = new(
    [
        new(Waiting, false, false), new(New, false, true), new(SoundsClosed, false, false),
        new(Done, true, false), new(Dropped, true, false),
    ]);

    public static readonly ActivityDetail Exact = ActivityDetail.SubjectOnly;
    public static readonly ActivityDetail Prefixed = new("Call: {{activity_subject}}");
    public static readonly ActivityDetail Fixed = new("Follow-up");

    public static readonly DateTimeOffset At = new(2026, 11, 3, 9, 0, 0, TimeSpan.Zero);

    public static readonly ImmutableArray<TaskSyncMode> Modes =
        [TaskSyncMode.Both, TaskSyncMode.InOnly, TaskSyncMode.OutOnly, TaskSyncMode.Off];

    public static readonly ImmutableArray<ActivityDetail> Templates = [Exact, Prefixed, Fixed];

    public static ReconcilePolicy Policy(
        TaskSyncMode mode = TaskSyncMode.Both, ConflictRule conflict = ConflictRule.NewestWins,
        DeleteRule delete = DeleteRule.DeleteWins, ActivityDetail? template = null) =>
        new(mode, conflict, delete, new(Org, template ?? Exact));

    public static EditTimes Edited(double secondsAfter) =>
        EditTimes.None.With(FieldSet.All, At.AddSeconds(secondsAfter));
}
