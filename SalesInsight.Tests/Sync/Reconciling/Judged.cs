using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Sync.Reconciling;

/// <summary>A situation and what a core made of it.</summary>
internal sealed record Judged(Core Core, Situation At, Decision Decision, Operation Operation)
{
    public ReconcilePolicy Policy => At.Policy;
    public Translation Translation => At.Policy.Translation;
    public TaskSyncMode Mode => At.Policy.Mode;
    public TaskPair.Linked? Linked => At.Pair as TaskPair.Linked;
    public TaskContent? Ours => (Linked?.Local as LocalView.Present)?.Content;
    public SalesforceContent? Raw => (Linked?.Salesforce as SalesforceView.Present)?.Content;
    public Verdict.Keep? Keep => Decision.Verdict as Verdict.Keep;
    public bool HereGone => Linked?.Local is LocalView.Tombstone;
    public bool ThereGone => Linked?.Salesforce is SalesforceView.Tombstone;

    /// <summary>An ordinary link: nothing removed, parked or in doubt.</summary>
    public bool IsPlain => Linked is { Removed: false, Parked.IsEmpty: true, Base.Doubt.Any: false };

    public bool IsOneWay(TaskField field) => field == TaskField.Subject && !Translation.Template.IsSubjectOnly;

    public FieldSet EditedHere { get; } =
        At.Pair is TaskPair.Linked { Local: LocalView.Present x } pair
            ? x.Content.DifferingFrom(pair.Base.Here)
            : FieldSet.None;

    public FieldSet EditedThere { get; } =
        At.Pair is TaskPair.Linked { Salesforce: SalesforceView.Present x } pair
            ? x.Content.DifferingFrom(pair.Base.There)
            : FieldSet.None;

    public string? Rendered(TaskField field, string? here) =>
        Translation.Render(field, here, Linked!.Base.LastOpenStatus);

    /// <summary>One side is gone, and showed in this field just what the other holds: its deleter has seen it.
    /// </summary>
    public bool WasSeenByDeleter(TaskField field) => Linked switch
    {
        { Local: LocalView.Tombstone x, Salesforce: SalesforceView.Present } =>
            Rendered(field, x.LastContent[field]) == Raw![field],
        { Local: LocalView.Present, Salesforce: SalesforceView.Tombstone { LastContent: { } bin } } =>
            Rendered(field, Ours![field]) == bin[field],
        _ => false,
    };

    public bool Writes => Operation is Operation.Update or Operation.Create or Operation.Delete;

    public bool Lost(TaskField field, Side side, string? value) =>
        Decision.Conflicts.Any(c => c.Field == field && c.LosingSide == side && c.Losing == value);

    /// <summary>Both halves of the operation done: what the next run finds.</summary>
    public TaskPair After() => Rehearsal.Commit(Rehearsal.Send(At.Pair, this), this);

    public Judged Next(TaskPair pair) => Core.Judge(At with { Pair = pair });
}
