using System.Diagnostics;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Sync.Reconciling;

/// <summary>
/// With the two sides exchanged, and the rules with them, the same end state is decided. It speaks only where
/// translation is one-to-one and a tie cannot be meant.
/// </summary>
internal static class MirrorLaw
{
    public static bool? Holds(Judged j)
    {
        if (!j.IsPlain || !j.Policy.Translation.Template.IsSubjectOnly || j.Mode == TaskSyncMode.Off) return null;
        if (j is { HereGone: true, ThereGone: true }) return null;            // only Salesforce has a bin to look into
        if (j.Linked is not { } pair || Other(pair.Local) is not { } salesforce) return null;
        if (Other(pair.Salesforce) is not { } local || HasDetails(pair)) return null;
        if (!IsPlainWord(pair.Base.There) || pair.Base.Here.Subject != pair.Base.There.Subject) return null;
        var mirrored = pair with { Local = local, Salesforce = salesforce };
        return Same(j.Decision, j.Core.Reconcile(mirrored, Other(j.Policy)), pair.Base);
    }

    private static bool Same(Decision ours, Decision theirs, TaskBase taskBase) => (ours.Verdict, theirs.Verdict) switch
    {
        (Verdict.Keep a, Verdict.Keep b) => a.Left == b.Left
            && a.Agreed.DifferingFrom(b.Agreed).Except(a.Left).IsEmpty
            && SameLosers(ours, theirs, a.Left),
        (Verdict.Remove, Verdict.Remove) => SameLosers(ours, theirs, FieldSet.None),
        (Verdict.Hold, Verdict.Hold) => true,
        _ => false,
    };

    // a mode's note about what it leaves is made for Salesforce's values only
    private static bool SameLosers(Decision ours, Decision theirs, FieldSet left) =>
        ours.Conflicts.Where(c => !left.Contains(c.Field)).Select(c => (c.Field, c.LosingSide)).SequenceEqual(
            theirs.Conflicts.Where(c => !left.Contains(c.Field)).Select(c => (c.Field, Other(c.LosingSide))));

    private static Side Other(Side side) => side == Side.Local ? Side.Salesforce : Side.Local;

    private static ReconcilePolicy Other(ReconcilePolicy policy) => policy with
    {
        Mode = policy.Mode switch
        {
            TaskSyncMode.InOnly => TaskSyncMode.OutOnly,
            TaskSyncMode.OutOnly => TaskSyncMode.InOnly,
            var mode => mode,
        },
        Conflict = policy.Conflict switch
        {
            ConflictRule.SalesforceWins => ConflictRule.SalesInsightWins,
            ConflictRule.SalesInsightWins => ConflictRule.SalesforceWins,
            var rule => rule,
        },
    };

    // edited 3 s after Words.At on one side becomes modified 3 s after it on the other
    private static SalesforceView? Other(LocalView view) => view switch
    {
        LocalView.Present { EditedAt: var times } x when times[TaskField.Subject] is { } edited =>
            new SalesforceView.Present(Raw(x.Content), edited),
        LocalView.Tombstone x => new SalesforceView.Tombstone(Raw(x.LastContent)),
        _ => null,
    };

    private static LocalView? Other(SalesforceView view) => view switch
    {
        SalesforceView.Present { LastModified: { } modified } x when IsPlainWord(x.Content) =>
            new LocalView.Present(Here(x.Content), EditTimes.None.With(FieldSet.All, modified)),
        SalesforceView.Tombstone { LastContent: { } bin } when IsPlainWord(bin) => new LocalView.Tombstone(Here(bin)),
        _ => null,
    };

    private static bool HasDetails(TaskPair.Linked pair) => pair.Base.There.Description is not null
        || pair.Local is LocalView.Present { Content.Details: not null }
        || pair.Salesforce is SalesforceView.Present { Content.Description: not null };

    private static bool IsPlainWord(SalesforceContent raw) => raw.Status is Words.New or Words.Done;

    private static SalesforceContent Raw(TaskContent here) => new(
        here.Subject, here.Status == ReminderStatus.Open ? Words.New : Words.Done, here.Priority.ToString());

    private static TaskContent Here(SalesforceContent raw) => new(
        raw.Subject ?? throw new UnreachableException(),
        raw.Status == Words.New ? ReminderStatus.Open : ReminderStatus.Completed);
}
