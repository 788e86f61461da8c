using System.Diagnostics;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Sync.Reconciling;

/// <summary>
/// What an operation does, in its two halves: first Salesforce is written, then one local transaction. Between the two
/// a run may die.
/// </summary>
internal static class Rehearsal
{
    public static TaskPair Send(TaskPair pair, Judged judged) => (judged.Operation, pair) switch
    {
        (Operation.Update update, TaskPair.Linked x) => x with { Salesforce = Written(x, update.Fields, judged) },
        (Operation.Delete, TaskPair.Linked x) => x with
        {
            Salesforce = new SalesforceView.Tombstone(((SalesforceView.Present)x.Salesforce).Content),
        },
        (Operation.Create, _) => Created(pair, judged),
        _ => pair,
    };

    public static TaskPair Commit(TaskPair pair, Judged judged) => (judged.Operation, pair) switch
    {
        (Operation.CommitHere or Operation.Update, TaskPair.Linked x) => Agreed(x, judged.Keep!, judged.Translation),
        (Operation.CommitHere, TaskPair.SalesforceOnly x) =>
            Bound(judged.Keep!.Agreed, x.Salesforce, judged.Translation),
        (Operation.CommitHere, TaskPair.Matched x) => Bound(judged.Keep!.Agreed, x.Salesforce, judged.Translation),
        (Operation.RemoveHere, TaskPair.Linked x) => x with { Local = Gone(x), Removed = true, BinNoted = true },
        (Operation.Delete, TaskPair.Linked x) =>
            x with { Local = Gone(x), Removed = true, Base = LastContents(x, judged) },
        _ => pair,
    };

    private static SalesforceView.Present Written(TaskPair.Linked pair, FieldSet fields, Judged judged)
    {
        var raw = ((SalesforceView.Present)pair.Salesforce).Content;
        foreach (var field in fields.Each())
            raw = raw.With(field, Rendered(judged, field, pair.Base.LastOpenStatus));
        return new(raw);                              // our own write: its stamp says nothing
    }

    private static TaskPair.Linked Created(TaskPair pair, Judged judged)
    {
        var lastOpen = pair is TaskPair.Linked x ? x.Base.LastOpenStatus : null;
        var raw = FieldSet.Fields.Aggregate(
            new SalesforceContent(), (r, field) => r.With(field, Rendered(judged, field, lastOpen)));
        return Bound(judged.Keep!.Agreed, new(raw), judged.Translation);
    }

    private static string? Rendered(Judged judged, TaskField field, string? lastOpen) =>
        judged.Core.Render(judged.Translation, field, judged.Keep!.Agreed[field], lastOpen);

    private static TaskPair.Linked Bound(TaskContent agreed, SalesforceView.Present theirs, Translation translation)
    {
        var lastOpen = translation.LastOpen(theirs.Content.Status, null);
        return new(new(agreed, theirs.Content, lastOpen), new LocalView.Present(agreed), theirs);
    }

    private static TaskPair.Linked Agreed(TaskPair.Linked pair, Verdict.Keep keep, Translation translation)
    {
        if (pair.Salesforce is not SalesforceView.Present theirs) throw new UnreachableException();
        var was = pair.Base;
        var (here, there, ours) = (was.Here, was.There, (pair.Local as LocalView.Present)?.Content ?? keep.Agreed);
        foreach (var field in FieldSet.All.Except(keep.Left).Each())
        {
            here = here.With(field, keep.Agreed[field]);
            there = there.With(field, theirs.Content[field]);
            ours = ours.With(field, keep.Agreed[field]);
        }
        var times = (pair.Local as LocalView.Present)?.EditedAt ?? EditTimes.None;
        var doubt = new Doubt(new((byte)(was.Doubt.Fields.Bits & keep.Left.Bits)), Delete: false);
        return pair with
        {
            Base = new(here, there, translation.LastOpen(there.Status, was.LastOpenStatus), doubt),
            Local = new LocalView.Present(ours, times),
            Removed = false,
            BinNoted = false,
        };
    }

    private static LocalView.Tombstone Gone(TaskPair.Linked pair) => pair.Local switch
    {
        LocalView.Present x => new(x.Content),
        LocalView.Tombstone x => x,
        _ => throw new UnreachableException(),
    };

    private static TaskBase LastContents(TaskPair.Linked pair, Judged judged) =>
        pair.Salesforce is SalesforceView.Tombstone { LastContent: { } raw }
            ? pair.Base with
            {
                Here = FieldMerge.TakeTheirs(pair.Base, raw, judged.Translation), There = raw, Doubt = default,
            }
            : pair.Base;
}
