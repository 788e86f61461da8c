using System.Collections.Immutable;
using System.Diagnostics;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Deciding;

/// <summary>
/// Settles a push whose reply never came, by looking. Pure. Rules by name in the reference model: ResolvePerField,
/// DoubtKept, ResolveByLaterRead, OwnDeleteIsOurs, LinkWithSent, IgnorePredecessor, SameInsertAgain, DuplicateHolds,
/// InsertWaits, AskOnNearMiss (design section 6).
/// </summary>
internal static class IntentResolver
{
    /// <param name="sighting">Of the intent's record, read in this run.</param>
    public static Resolution ResolveWrite(StagedTask row, Sighting sighting, RunFacts facts)
    {
        var intent = row.Intent ?? throw new UnreachableException();
        var link = row.Link ?? throw new UnreachableException();
        if (!facts.IsDead(intent) || sighting is Sighting.NotRead or Sighting.Missing { InDeleteLog: false })
            return new Resolution.Wait(ReasonCode.AwaitingReply);
        return intent.Kind == PushKind.Update
            ? new Resolution.Settled(SettleUpdate(link, intent, sighting, facts.Policy.Translation))
            : SettleDelete(link, intent, sighting, facts.Policy.Translation);
    }

    /// <param name="found">Records that could be the one this create made: by external id, or by natural key.</param>
    /// <param name="nearMiss">A record much like it exists, and nothing says which of the two it is.</param>
    public static Resolution ResolveCreate(
        StagedTask row, ImmutableArray<SalesforceTask> found, bool nearMiss, RunFacts facts)
    {
        var intent = row.Intent ?? throw new UnreachableException();
        var known = row.Link?.KnownIds ?? [];
        var match = found.FirstOrDefault(f => !f.IsDeleted) ?? found.FirstOrDefault(f => !known.Contains(f.Id));
        if (match is not null)
            return new Resolution.Settled(
                row.Link is { } predecessor && known.Contains(match.Id)
                    ? predecessor with { SalesforceId = match.Id, LookAgain = true }
                    : Bind(row, match.Id, intent.Agreed, intent.Sent, facts));
        if (intent.DuplicateSeen) return new Resolution.Wait(ReasonCode.DuplicateOutOfSight);
        if (!facts.IsDead(intent)) return new Resolution.Wait(ReasonCode.AwaitingReply);
        if (nearMiss) return new Resolution.Wait(ReasonCode.NearMiss);
        return row.Task.IsDeleted ? new Resolution.Settled(row.Link) : new Resolution.InsertAgain();
    }

    /// <summary>A fresh link with a base of what was sent, so that later edits there are seen as edits.</summary>
    public static TaskLink Bind(
        StagedTask row, string salesforceId, TaskContent agreed, SalesforceContent sent, RunFacts facts) =>
        new(
            row.Task.Id,
            facts.Connection.Id,
            salesforceId,
            LinkState.Active,
            new TaskBase(agreed, sent, facts.Policy.Translation.LastOpen(sent.Status, row.Link?.Base.LastOpenStatus)),
            LocalVersion: 0,
            Touch: null,
            LastModified: null,
            LookAgain: true,
            BinNoted: false,
            (row.Link?.KnownIds ?? []).Add(salesforceId),
            row.Link is null ? ReasonCode.CreatedHere : ReasonCode.RestoredHere,
            facts.Now,
            facts.Now);

    private static TaskLink SettleUpdate(
        TaskLink link, PushIntent intent, Sighting sighting, Translation translation)
    {
        var seen = (sighting as Sighting.Seen)?.Row.Content;
        var touched = IsTouched(sighting, intent);
        var (here, there, doubt) = (link.Base.Here, link.Base.There, link.Base.Doubt);
        foreach (var field in intent.Fields.Each())
        {
            if (seen is not null && seen[field] == intent.Sent[field])
            {
                here = here.With(field, intent.Agreed[field]);
                there = there.With(field, intent.Sent[field]);
                doubt = doubt with { Fields = doubt.Fields.Remove(field) };
            }
            else if (touched) doubt = doubt with { Fields = doubt.Fields.Add(field) };
        }
        var lastOpen = translation.LastOpen(there.Status, link.Base.LastOpenStatus);
        return link with { Base = new TaskBase(here, there, lastOpen, doubt), LocalVersion = 0, LookAgain = true };
    }

    private static Resolution SettleDelete(
        TaskLink link, PushIntent intent, Sighting sighting, Translation translation)
    {
        if (sighting is Sighting.Seen { Row.IsDeleted: false })
            return new Resolution.Settled(IsTouched(sighting, intent)
                ? link with { Base = link.Base with { Doubt = link.Base.Doubt with { Delete = true } } }
                : link);
        var removed = LinkChanges.Retire(LinkChanges.WithLastContents(link, intent.StagedThere, translation));
        return new Resolution.Settled(
            LinkChanges.NoteBin(removed, sighting, out var losers) with { LookAgain = false }, losers);
    }

    private static bool IsTouched(Sighting sighting, PushIntent intent) =>
        (sighting as Sighting.Seen)?.Touch is not { } touch || touch != intent.Touch;
}
