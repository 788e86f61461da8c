using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Sync.Reconciling;

/// <summary>
/// Every linked pair over a small space, under every policy. Subject is one-to-one under the exact template and one-way
/// under the others; of Status the org knows two open and two closed words.
/// </summary>
internal static class LinkedSpace
{
    private sealed record Timing(ConflictRule Rule, double EditedAfter, DateTimeOffset? LastModified);

    private sealed record Trait(bool Removed, FieldSet Parked, Doubt Doubt);

    private static readonly Timing[] Timings =
    [
        new(ConflictRule.NewestWins, 3, Words.At), new(ConflictRule.NewestWins, -3, Words.At),
        new(ConflictRule.NewestWins, 3, null), new(ConflictRule.SalesforceWins, 3, Words.At),
        new(ConflictRule.SalesInsightWins, -3, Words.At),
    ];

    private static readonly Trait[] Traits =
    [
        new(false, FieldSet.None, default), new(true, FieldSet.None, default),
        new(false, FieldSet.Of(TaskField.Subject), default), new(false, FieldSet.Of(TaskField.Status), default),
        new(false, FieldSet.None, new(FieldSet.Of(TaskField.Subject), false)),
        new(false, FieldSet.None, new(FieldSet.Of(TaskField.Status), false)),
        new(false, FieldSet.None, new(FieldSet.None, true)),
    ];

    // what Salesforce held when both sides last agreed on 'a'; under a template now or earlier, or renamed there
    private static readonly TaskBase[] Bases =
    [
        .. from subject in new[] { "a", "Call: a" }
           from status in new (string Raw, string? LastOpen)[]
           {
               (Words.New, Words.New), (Words.Waiting, Words.Waiting), (Words.Done, null),
               (Words.Done, Words.Waiting), (Words.Dropped, null),
           }
           select new TaskBase(new("a", Read(status.Raw)), new(subject, status.Raw, "Normal"), status.LastOpen),
    ];

    private static readonly TaskContent[] Ours =
    [
        .. from subject in new[] { "a", "b" }
           from status in Enum.GetValues<ReminderStatus>()
           select new TaskContent(subject, status),
    ];

    private static readonly SalesforceContent[] Theirs =
    [
        .. from subject in new[] { "a", "b", "c", "Call: a", "Call: b" }
           from status in new[] { Words.New, Words.Waiting, Words.Done, Words.Dropped }
           select new SalesforceContent(subject, status, "Normal"),
    ];

    /// <param name="step">Every so many-th situation; a prime touches every value of every dimension.</param>
    public static IEnumerable<Situation> All(int step = 1)
    {
        var number = 0;
        foreach (var timing in Timings)
        foreach (var policy in Policies(timing.Rule))
        foreach (var pair in Pairs(timing))
            if (number++ % step == 0) yield return new(pair, policy);
    }

    private static IEnumerable<ReconcilePolicy> Policies(ConflictRule rule) =>
        from mode in Words.Modes
        from delete in Enum.GetValues<DeleteRule>()
        from template in mode == TaskSyncMode.Off ? [Words.Exact] : Words.Templates
        select Words.Policy(mode, rule, delete, template);

    private static IEnumerable<TaskPair> Pairs(Timing timing)
    {
        var times = Words.Edited(timing.EditedAfter);
        LocalView[] locals =
        [
            .. Ours.Select(c => new LocalView.Present(c, times)),
            new LocalView.Tombstone(Ours[0]), new LocalView.Tombstone(Ours[^1]),
        ];
        SalesforceView[] views =
        [
            .. Theirs.Select(c => new SalesforceView.Present(c, timing.LastModified)), new SalesforceView.Tombstone(),
            new SalesforceView.Tombstone(Theirs[0]), new SalesforceView.Tombstone(Theirs[^1]),
            new SalesforceView.OutOfSight(), new SalesforceView.Reassigned(),
        ];
        return
            from taskBase in Bases
            from trait in Traits
            from local in locals
            from view in views
            select new TaskPair.Linked(
                taskBase with { Doubt = trait.Doubt }, local, view, trait.Removed, trait.Parked);
    }

    private static ReminderStatus Read(string raw) =>
        Words.Org.IsClosed(raw) ? ReminderStatus.Completed : ReminderStatus.Open;
}
