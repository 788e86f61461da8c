using SalesInsight.Sandbox.Org;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Settings;
using SalesInsight.Tests.Simulation.People;
using SalesInsight.Tests.Simulation.World;

namespace SalesInsight.Tests.Simulation.Checks;

/// <summary>Promises about what exists.</summary>
internal static class PresenceChecks
{
    /// <summary>One task, one record per org, one row per user; more only where people made them.</summary>
    public static IEnumerable<string> Doubled(LastLook look)
    {
        foreach (var thing in Reminders(look))
        {
            if ((thing.WasRenamedUnlinked || thing.WasTakenUnlinked)
                && look.World.Setup.IdField != CustomIdField.UniqueExternalId) continue;
            foreach (var port in look.World.OrgsByPort.Keys)
            {
                var alive = look.RecordsOf(thing, port).Count(r => !r.IsDeleted);
                if (alive > 1 + thing.Doubles + Revivals(look, thing))
                    yield return $"{thing} has {alive} living records";
            }

            foreach (var rep in look.World.Reps)
            {
                var alive = look.RowsOf(thing).Count(r => r.UserId == rep.UserId && !r.IsDeleted);
                if (alive > 1 + thing.Doubles + rep.Moves + Revivals(look, thing))
                    yield return $"{thing} has {alive} living rows";
            }
        }
    }

    /// <summary>A task that went from rep to rep has a row with each, and an edit of either outlives its deletion.
    /// </summary>
    private static int Revivals(LastLook look, Thing thing) =>
        thing.WasReassigned && look.World.Setup.DeleteRule == DeleteRule.EditWins ? look.World.Reps.Count - 1 : 0;

    /// <summary>What no person deleted is alive wherever it ever was.</summary>
    public static IEnumerable<string> Vanished(LastLook look)
    {
        foreach (var says in Unrestored(look)) yield return says;
        foreach (var thing in Reminders(look).Where(t => !t.WasDeleted))
        {
            if (look.RowsOf(thing).FirstOrDefault(r => r.IsDeleted) is { } row)
                yield return $"{thing} was removed here: {row}";
            if (look.RecordsOf(thing).FirstOrDefault(r => r.IsDeleted) is { } record)
                yield return $"{thing} was deleted there: {record}";
            var isSomewhere = thing.IsBornHere ? look.RowsOf(thing).Any() : look.RecordsOf(thing).Any();
            if (!isSomewhere) yield return $"{thing} is gone without a trace";
        }
    }

    /// <summary>A restore that nobody took back brings the task back on both sides.</summary>
    private static IEnumerable<string> Unrestored(LastLook look)
    {
        if (!IsSimple(look.World)) yield break;
        foreach (var thing in Reminders(look).Where(t => t.IsRestored))
        {
            if (thing.WasReassigned || thing.WasHidden || thing.WasArchived || thing.StaysHere) continue;
            if (look.RowsOf(thing).All(r => r.IsDeleted)) yield return $"{thing} was restored, and is not here";
            if (thing.IsForgotten && !look.RecordsOf(thing).Any()) continue;
            if (look.RecordsOf(thing).All(r => r.IsDeleted)) yield return $"{thing} was restored, and is not there";
        }
    }

    /// <summary>What was deleted by somebody who saw all of it is gone on both sides.</summary>
    public static IEnumerable<string> LeftOver(LastLook look)
    {
        if (!IsSimple(look.World)) yield break;
        foreach (var thing in Reminders(look).Where(t => t.IsGoneForAll && !t.IsForgotten && !IsSpecial(t)))
        {
            if (look.RowsOf(thing).FirstOrDefault(r => !r.IsDeleted) is { } row && !IsForAPerson(look, thing, row))
                yield return $"{thing} lives on here: {row}";
            if (look.RecordsOf(thing).FirstOrDefault(r => !r.IsDeleted) is { } record)
                yield return $"{thing} lives on there: {record}";
        }
    }

    /// <summary>
    /// The fence holds it; what nobody answers for until Salesforce has forgotten its deletion is out of sight.
    /// </summary>
    private static bool IsForAPerson(LastLook look, Thing thing, RowHere row) =>
        look.World.Admin.IsHeld(row.Id) || (look.World.Admin.WasHeld(row.Id) && !look.RecordsOf(thing).Any());

    /// <summary>What was made on one side while the sync was on is on the other.</summary>
    public static IEnumerable<string> Missing(LastLook look)
    {
        if (!IsSimple(look.World)) yield break;
        foreach (var thing in Reminders(look).Where(t => !IsSpecial(t)))
        {
            if (thing is { WasDeleted: true } or { IsOpenEnough: false } or { IsTooOld: true }) continue;
            if (!look.RowsOf(thing).Any()) yield return $"{thing} never came here";
            if (!look.RecordsOf(thing).Any()) yield return $"{thing} never got there";
        }
    }

    /// <summary>What is nobody's reminder is as people left it, and was not brought in.</summary>
    public static IEnumerable<string> Foreign(LastLook look)
    {
        foreach (var thing in look.World.Truth.Things.Where(t => t.IsForeign))
        {
            foreach (var record in look.RecordsOf(thing))
            {
                var left = thing.LeftThere.GetValueOrDefault(record.Id);
                if (left != record.ToString()) yield return $"{thing} was {left}, is {record}";
            }

            if (look.RowsOf(thing).FirstOrDefault() is { } row) yield return $"{thing} was brought in: {row}";
        }

        if (!look.World.Setup.IsCalm) yield break;
        foreach (var says in look.World.Truth.Followed.Breaches(look.World)) yield return says;
    }

    /// <summary>What existed here before the sync was on is not sent under any rule.</summary>
    public static IEnumerable<string> SentUnasked(LastLook look) =>
        from thing in Reminders(look)
        where thing is { StaysHere: true, IsBornHere: true } && look.RecordsOf(thing).Any()
        select $"{thing} was sent though it is older than the sync";

    private static IEnumerable<Thing> Reminders(LastLook look) =>
        look.World.Truth.Things.Where(t => !t.IsForeign && !t.IsSeries);

    private static bool IsSpecial(Thing thing) =>
        thing.WasReassigned || thing.WasHidden || thing.WasArchived || thing.StaysHere || thing.Doubles > 0;

    private static bool IsSimple(SimulatedWorld world) =>
        world.Setup is { IsCalm: true, Mode: TaskSyncMode.Both };
}
