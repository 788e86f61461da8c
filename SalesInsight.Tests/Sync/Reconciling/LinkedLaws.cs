using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Sync.Reconciling;

/// <summary>The laws of design section 6 for linked tasks, and those that sections 5.5 to 5.15 add.</summary>
internal static class LinkedLaws
{
    private static readonly ReasonCode[] Agreements =
    [
        ReasonCode.InStep, ReasonCode.EditedHere, ReasonCode.EditedThere, ReasonCode.EditedOnBothSides,
    ];

    public static IReadOnlyList<Law> All { get; } =
    [
        new("total", j => Enum.IsDefined(j.Decision.Reason)),
        new("pure", j => j.Core.Reconcile(j.At.Pair, j.Policy) == j.Decision),
        new("settles", j => j.Next(j.After()).Operation is Operation.Nothing),
        new("after Keep all three agree", AllThreeAgree),
        new("after Remove both are gone", j => j.Decision.Verdict is Verdict.Remove ? BothAreGone(j.After()) : null),
        new("unopposed there wins whole", UnopposedThere),
        new("unopposed here wins whole", UnopposedHere),
        new("what loses here is listed", LosersHereAreListed),
        new("what loses there is listed", LosersThereAreListed),
        new("only a changed or doubtful value can lose", NoFalseLosers),
        new("what its deleter has seen is no unseen edit", SeenIsNoEdit),
        new("disjoint edits both survive", DisjointSurvive),
        new("silent when in step", Silent),
        new("a pull never writes back", PullOnly),
        new("only what the user changed is sent", SendsOnlyEdits),
        new("out of sight or reassigned holds", UnseenHolds),
        new("mirror symmetry", MirrorLaw.Holds),
        new("crash between write and commit ends the same", CrashSafe),
        new("in only never writes there", j => j.Mode == TaskSyncMode.InOnly ? !j.Writes : null),
        new("out only never changes here", OutOnlyKeepsHere),
        new("off does nothing", j => j.Mode == TaskSyncMode.Off ? j.Operation is Operation.Nothing : null),
        new("what is left stays as it is", LeftStays),
        new("a parked value is not sent again", ParkedStays),
        new("a template never comes back", TemplateIsOneWay),
        new("a restore brings back, never deletes", RestoreIsKept),
        new("the reason tells what happened", ReasonFits),
    ];

    private static bool? AllThreeAgree(Judged j)
    {
        if (j.Keep is not { } keep || j.Operation is Operation.Nothing) return null;
        if (j.After() is not TaskPair.Linked
            {
                Local: LocalView.Present ours, Salesforce: SalesforceView.Present theirs, Removed: false,
            } after) return false;
        if (after.Base.Doubt.Delete) return false;
        foreach (var field in FieldSet.All.Except(keep.Left).Each())
        {
            var (agreed, raw) = (keep.Agreed[field], theirs.Content[field]);
            if (ours.Content[field] != agreed || after.Base.Here[field] != agreed) return false;
            if (after.Base.There[field] != raw) return false;
            var known = raw == j.Linked!.Base.There[field] && agreed == j.Linked.Base.Here[field];
            var reads = j.Translation.Read(field, raw) == agreed || j.Rendered(field, agreed) == raw;
            if (!known && !reads && !j.IsOneWay(field)) return false;
        }
        return true;
    }

    private static bool BothAreGone(TaskPair after) =>
        after is TaskPair.Linked { Local: LocalView.Tombstone, Salesforce: SalesforceView.Tombstone, Removed: true };

    private static bool? UnopposedThere(Judged j)
    {
        if (j is not { Mode: TaskSyncMode.Both, IsPlain: true, Ours: not null, EditedHere.IsEmpty: true }) return null;
        if (j.ThereGone) return j.Decision is { Verdict: Verdict.Remove, Conflicts.IsEmpty: true };
        if (j.Raw is not { } raw || j.IsOneWay(TaskField.Subject)) return null;
        if (j.Keep is not { Sent.IsEmpty: true, Left.IsEmpty: true } keep) return false;
        return j.Decision.Conflicts.IsEmpty && FieldSet.Fields.All(f => keep.Agreed[f] == (j.EditedThere.Contains(f)
            ? j.Translation.Read(f, raw[f])
            : j.Linked!.Base.Here[f]));
    }

    private static bool? UnopposedHere(Judged j)
    {
        if (j is not { Mode: TaskSyncMode.Both, IsPlain: true, Raw: not null, EditedThere.IsEmpty: true }) return null;
        if (!j.Decision.Conflicts.IsEmpty) return false;
        if (j.HereGone) return j.Decision.Verdict is Verdict.Remove && j.Operation is Operation.Delete;
        return j.Keep is { Left.IsEmpty: true } keep && keep.Agreed == j.Ours
            && j.EditedHere.Each().All(f => keep.Sent.Contains(f) || !MayGoOut(j, f));
    }

    // under a template without the subject a rename stays here; a rendering that is there already need not be sent
    private static bool MayGoOut(Judged j, TaskField field) =>
        !(j.IsOneWay(field) && !j.Translation.Template.CarriesSubject)
        && j.Rendered(field, j.Ours![field]) != j.Raw![field];

    private static bool? LosersHereAreListed(Judged j)
    {
        if (j.Ours is not { } ours || j.Decision.Verdict is Verdict.Hold || j.EditedHere.IsEmpty) return null;
        return j.EditedHere.Each()
            .Where(f => j.Keep?.Agreed[f] != ours[f] && !(j.Keep is null && j.WasSeenByDeleter(f)))
            .All(f => j.Lost(f, Side.Local, ours[f]));
    }

    private static bool? LosersThereAreListed(Judged j)
    {
        if (j.Decision.Verdict is Verdict.Hold) return null;
        var shown = j.Raw ?? (j.HereGone ? (j.Linked!.Salesforce as SalesforceView.Tombstone)?.LastContent : null);
        if (shown is null) return null;
        var decides = j.Raw is not null && (j.Keep is null || !j.EditedHere.IsEmpty);
        var mayBeEdits = shown.DifferingFrom(j.Linked!.Base.There)
            .Union(decides ? j.Linked.Base.Doubt.Fields : FieldSet.None);
        return mayBeEdits.Each().Where(f => !Stands(j, f, shown[f])).All(f => j.Lost(f, Side.Salesforce, shown[f]));
    }

    private static bool Stands(Judged j, TaskField field, string? raw)
    {
        if (j.Keep is not { } keep) return j.WasSeenByDeleter(field);
        var inDoubtOnly = raw == j.Linked!.Base.There[field];
        if (inDoubtOnly) return !keep.Sent.Contains(field);
        return (!keep.Left.Contains(field) && !keep.Sent.Contains(field) && !j.IsOneWay(field)
                && (keep.Agreed[field] == j.Translation.Read(field, raw)))
            || j.Rendered(field, keep.Agreed[field]) == raw && !keep.Left.Contains(field);
    }

    private static bool? NoFalseLosers(Judged j) => j.Decision.Conflicts.All(c => c.LosingSide == Side.Local
        ? j.EditedHere.Contains(c.Field)
        : j.EditedThere.Contains(c.Field) || j.Linked!.Base.Doubt.Fields.Contains(c.Field)
            || (j.Linked.Salesforce is SalesforceView.Tombstone { LastContent: { } bin }
                && bin[c.Field] != j.Linked.Base.There[c.Field]));

    private static bool? SeenIsNoEdit(Judged j)
    {
        if (j is not { Mode: TaskSyncMode.Both, Linked: { Removed: false, Base.Doubt.Delete: false } }) return null;
        return FieldSet.Fields.All(j.WasSeenByDeleter)
            ? j.Decision is { Verdict: Verdict.Remove, Conflicts.IsEmpty: true }
            : null;
    }

    private static bool? DisjointSurvive(Judged j)
    {
        if (j is not { Mode: TaskSyncMode.Both, IsPlain: true, Ours: { } ours, Raw: { } raw }) return null;
        var (here, there) = (j.EditedHere, j.EditedThere);
        if (here.IsEmpty || there.IsEmpty || (here.Bits & there.Bits) != 0) return null;
        return j.Keep is { } keep
            && here.Each().All(f => keep.Agreed[f] == ours[f] && (keep.Sent.Contains(f) || !MayGoOut(j, f)))
            && there.Each().All(f => j.IsOneWay(f) || keep.Agreed[f] == j.Translation.Read(f, raw[f]))
            && j.Decision.Conflicts.All(c => j.IsOneWay(c.Field));
    }

    // whatever the template says by now: a template change alone writes nothing
    private static bool? Silent(Judged j) =>
        j is { Ours: not null, Raw: not null, EditedHere.IsEmpty: true, EditedThere.IsEmpty: true }
        && j.Linked is { Removed: false, Base.Doubt.Any: false } && j.Mode != TaskSyncMode.Off
            ? j.Operation is Operation.Nothing && j.Decision.Conflicts.IsEmpty && j.Decision.Reason == ReasonCode.InStep
            : null;

    private static bool? UnseenHolds(Judged j) =>
        j.Linked!.Salesforce is SalesforceView.OutOfSight or SalesforceView.Reassigned
            ? j.Operation is Operation.Nothing && j.Decision.Verdict is Verdict.Hold
            : null;

    private static bool? PullOnly(Judged j) =>
        j is { Ours: not null, Raw: not null, EditedHere.IsEmpty: true } && !j.Linked!.Removed ? !j.Writes : null;

    private static bool? SendsOnlyEdits(Judged j) => j.Operation switch
    {
        Operation.Update update => update.Fields == j.Keep!.Sent && update.Fields.Except(j.EditedHere).IsEmpty
            && update.Fields.Each().All(f => j.Rendered(f, j.Ours![f]) != j.Raw![f]),
        Operation.Create => j.ThereGone && j.Keep!.Agreed == j.Ours,
        Operation.Delete => j.HereGone && j.Raw is not null,
        _ => null,
    };

    private static bool? CrashSafe(Judged j)
    {
        if (j.Operation is not (Operation.Update or Operation.Delete)) return null;
        var next = j.Next(Rehearsal.Send(j.At.Pair, j));
        return next.Operation is not (Operation.Update or Operation.Create or Operation.Delete)
            && SameContents(next.After(), j.After());
    }

    private static bool SameContents(TaskPair left, TaskPair right) =>
        left is TaskPair.Linked a && right is TaskPair.Linked b && a.Removed == b.Removed
        && (a.Local, b.Local) switch
        {
            (LocalView.Present x, LocalView.Present y) => x.Content == y.Content
                && ((SalesforceView.Present)a.Salesforce).Content == ((SalesforceView.Present)b.Salesforce).Content
                && a.Base.Here == b.Base.Here && a.Base.There == b.Base.There,
            (LocalView.Tombstone, LocalView.Tombstone) => true,
            _ => false,
        };

    private static bool? OutOnlyKeepsHere(Judged j) => j.Mode != TaskSyncMode.OutOnly ? null
        : j.Ours is { } ours
            ? j.Decision.Verdict is Verdict.Hold || (j.Keep is { } keep && keep.Agreed == ours)
            : j.Decision.Verdict is not Verdict.Keep;

    private static bool? LeftStays(Judged j)
    {
        if (j.Keep is not { Left.IsEmpty: false } keep) return null;
        var after = (TaskPair.Linked)j.After();
        return (keep.Left.Bits & keep.Sent.Bits) == 0 && keep.Left.Each().All(f =>
            after.Base.Here[f] == j.Linked!.Base.Here[f] && after.Base.There[f] == j.Linked.Base.There[f]
            && ((LocalView.Present)after.Local).Content[f] == j.Ours![f]
            && ((SalesforceView.Present)after.Salesforce).Content[f] == j.Raw![f]);
    }

    private static bool? ParkedStays(Judged j)
    {
        if (j.Ours is null || j.Raw is null || j.Linked!.Parked.IsEmpty || j.Keep is not { } keep) return null;
        var waiting = new FieldSet((byte)(j.Linked.Parked.Bits & j.EditedHere.Except(j.EditedThere).Bits));
        return waiting.Except(keep.Left).IsEmpty && (waiting.Bits & keep.Sent.Bits) == 0;
    }

    private static bool? TemplateIsOneWay(Judged j)
    {
        if (!j.IsOneWay(TaskField.Subject) || j.Keep is not { } keep) return null;
        var kept = j.Ours?.Subject ?? j.Linked!.Base.Here.Subject;
        return keep.Agreed.Subject == kept
            && (j.Translation.Template.CarriesSubject || !keep.Sent.Contains(TaskField.Subject) || j.ThereGone);
    }

    private static bool? RestoreIsKept(Judged j) =>
        j.Linked is { Removed: true } && (j.Ours is not null || j.Raw is not null)
            ? j.Decision.Verdict is not Verdict.Remove && j.Operation is not Operation.Delete
            : null;

    private static bool? ReasonFits(Judged j) => j.Decision.Verdict switch
    {
        Verdict.Hold hold => hold.Reason == j.Decision.Reason && !Agreements.Contains(j.Decision.Reason),
        Verdict.Remove => j.Decision.Reason is ReasonCode.DeletedHere or ReasonCode.DeletedThere
            or ReasonCode.DeletedOnBothSides or ReasonCode.DeleteBeatEdit,
        _ => j.Decision.Reason switch
        {
            ReasonCode.InStep => j is { EditedHere.IsEmpty: true, EditedThere.IsEmpty: true },
            ReasonCode.ConflictWonHere => j.Decision.Conflicts.All(c => c.LosingSide == Side.Salesforce),
            ReasonCode.ConflictWonThere => j.Decision.Conflicts.Any(c => c.LosingSide == Side.Local),
            ReasonCode.EditedThere => j is { EditedHere.IsEmpty: true, EditedThere.IsEmpty: false }
                && j.Mode != TaskSyncMode.OutOnly,
            ReasonCode.EditedHere => j is { EditedHere.IsEmpty: false, EditedThere.IsEmpty: true }
                && j.Mode != TaskSyncMode.InOnly,
            _ => true,
        },
    };
}
