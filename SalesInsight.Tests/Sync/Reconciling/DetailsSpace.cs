using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Sync.Reconciling;

/// <summary>
/// Linked pairs whose details are longer than Salesforce holds: what is there is a cut rendering, and two long texts
/// may have the same one.
/// </summary>
internal static class DetailsSpace
{
    public static readonly string Long = new('x', 40_000);
    public static readonly string SameStart = new string('x', 39_000) + " and another end";
    public static readonly string Cut = Long[..TaskContent.SentDetailsLengthMax];

    public static IEnumerable<Situation> All() =>
        from mode in Words.Modes
        from conflict in Enum.GetValues<ConflictRule>()
        from delete in Enum.GetValues<DeleteRule>()
        from taskBase in new (string? Here, string? There)[] { (Long, Cut), ("y", "y"), (null, null) }
        from ours in new[] { Long, SameStart, "y", "z", null }
        from theirs in new[] { Cut, "y", "w", null }
        from edited in new[] { 3, -3 }
        select new Situation(
            new TaskPair.Linked(
                new(new("a", Details: taskBase.Here), Raw(taskBase.There), Words.New),
                new LocalView.Present(new("a", Details: ours), Words.Edited(edited)),
                new SalesforceView.Present(Raw(theirs), Words.At)),
            Words.Policy(mode, conflict, delete));

    private static SalesforceContent Raw(string? details) => new("a", Words.New, "Normal", Description: details);
}
