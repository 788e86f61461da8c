using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Sync.Reconciling;

/// <summary>Every task that has no link yet, under every policy.</summary>
internal static class UnlinkedSpace
{
    private static readonly TaskContent[] Ours =
    [
        .. from subject in new[] { "a", "b" }
           from status in Enum.GetValues<ReminderStatus>()
           from details in new[] { null, "y", DetailsSpace.Long }
           select new TaskContent(subject, status, Details: details),
    ];

    private static readonly SalesforceContent[] Theirs =
    [
        .. from subject in new[] { "a", "c", "Call: a", null }
           from status in new[] { Words.New, Words.Waiting, Words.Done, Words.Dropped }
           from details in new[] { null, "w", DetailsSpace.Cut }
           select new SalesforceContent(subject, status, "Low", Description: details),
    ];

    public static IEnumerable<Situation> All() =>
        from mode in Words.Modes
        from conflict in Enum.GetValues<ConflictRule>()
        from delete in Enum.GetValues<DeleteRule>()
        from template in Words.Templates
        from pair in Pairs()
        select new Situation(pair, Words.Policy(mode, conflict, delete, template));

    private static IEnumerable<TaskPair> Pairs()
    {
        foreach (var outbound in new[] { true, false })
        {
            yield return new TaskPair.LocalOnly(new LocalView.Tombstone(Ours[0]), outbound);
            foreach (var ours in Ours) yield return new TaskPair.LocalOnly(new LocalView.Present(ours), outbound);
        }
        foreach (var theirs in Theirs)
        {
            yield return new TaskPair.SalesforceOnly(new(theirs, Words.At));
            foreach (var ours in Ours) yield return new TaskPair.Matched(new(ours), new(theirs, Words.At));
        }
    }
}
