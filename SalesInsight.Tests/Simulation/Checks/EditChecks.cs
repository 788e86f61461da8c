using SalesInsight.Sandbox.Org;
using SalesInsight.Sync.Reminders;
using SalesInsight.Tests.Simulation.People;

namespace SalesInsight.Tests.Simulation.Checks;

/// <summary>Promises about values.</summary>
internal static class EditChecks
{
    /// <summary>Newest compares two clocks; closer than this it is nobody's promise.</summary>
    private static readonly TimeSpan NewestMargin = TimeSpan.FromSeconds(10);

    /// <summary>A value nobody who saw it replaced stands somewhere, or in the history.</summary>
    public static IEnumerable<string> Lost(LastLook look) =>
        from write in look.World.Truth.Writes
        where !write.IsSuperseded && !write.IsInWindow && !write.Thing.IsForeign
        where !Stands(look, write) && !look.IsInHistory(write.Value) && !IsBackAgain(look, write)
        select $"{write} is nowhere";

    /// <summary>Once settled, both sides show the same.</summary>
    public static IEnumerable<string> OutOfStep(LastLook look)
    {
        if (!look.World.Setup.IsCalm || look.World.Setup.Mode != TaskSyncMode.Both) yield break;
        foreach (var (thing, row, record) in Pairs(look))
        {
            if (!look.World.There.Shows(record, row))
                yield return $"{thing} here is {row}, there {record}";
        }
    }

    /// <summary>A field that nobody typed here is there as somebody typed it: a pull never writes back.</summary>
    public static IEnumerable<string> WrittenBack(LastLook look) =>
        from thing in look.World.Truth.Things
        where thing is { IsForeign: false, IsSeries: false, IsBornHere: false, WasDeleted: false, Doubles: 0 }
        from field in Enum.GetValues<Field>()
        let typed = look.World.Truth.Writes.Where(w => w.Thing == thing && w.Field == field).ToList()
        where typed.Count > 0 && typed.TrueForAll(w => !w.IsHere)
        from record in look.RecordsOf(thing)
        where !typed.Exists(w => w.Value == record[field])
        select $"{field} of {thing} was never typed here and is {record[field]} there";

    /// <summary>
    /// A value that nobody answered stands; of one edit on each side, neither seen by the other, the rule says which.
    /// </summary>
    public static IEnumerable<string> AgainstTheRule(LastLook look)
    {
        if (!look.World.Setup.IsCalm || look.World.Setup.Mode != TaskSyncMode.Both) yield break;
        foreach (var (thing, row, _) in Pairs(look))
        {
            foreach (var winner in Enum.GetValues<Field>().Select(f => Winner(look, thing, f)).OfType<Write>())
                if (Truth.Plain(row[winner.Field] ?? "") != winner.Value)
                    yield return $"{winner} should have won; '{row[winner.Field]}' stands";
        }
    }

    private static Write? Winner(LastLook look, Thing thing, Field field)
    {
        if (field == Field.Subject && look.World.Setup.HasPrefix) return null;     // names only go out (design 5.8)
        var all = look.World.Truth.Writes.Where(w => w.Thing == thing).ToList();
        var open = all.Where(w => w.Field == field && !w.IsSuperseded).ToList();
        if (open.Exists(w => w.IsInWindow || w.IsInDoubt || w.PutsBack)) return null;
        if (open.Count == 1 && !thing.WasDeleted) return open[0];                  // unopposed wins
        if (open.Count != 2 || open[0].IsHere == open[1].IsHere) return null;
        var (here, there) = open[0].IsHere ? (open[0], open[1]) : (open[1], open[0]);
        // newest asks when the record was last modified, whichever field that was
        var isLast = all.TrueForAll(w => w.IsHere || w.At <= there.At)
            && thing.LateUntil < there.At && thing.TouchedThereAt <= there.At
            && !(here.OurStampAt >= there.At && here.At - here.OurStampAt < NewestMargin);
        return look.World.Setup.ConflictRule switch
        {
            ConflictRule.SalesforceWins => there,
            ConflictRule.SalesInsightWins => here,
            _ when !isLast || (here.At - there.At).Duration() < NewestMargin => null,
            _ => here.At > there.At ? here : there,
        };
    }

    /// <summary>Things whose one row here and one record there are alive and nobody's exception.</summary>
    private static IEnumerable<(Thing Thing, RowHere Row, RecordThere Record)> Pairs(LastLook look)
    {
        foreach (var thing in look.World.Truth.Things)
        {
            if (thing is { IsForeign: true } or { IsSeries: true } or { WasReassigned: true } or { WasArchived: true }
                or { StaysHere: true } or { Doubles: > 0 }) continue;
            // with natural keys a near miss asks its user, who does not answer here
            if (thing.WasEditedUnlinked && look.World.Setup.IdField != CustomIdField.UniqueExternalId) continue;
            var rows = look.RowsOf(thing).Where(r => !r.IsDeleted).ToList();
            var records = look.RecordsOf(thing).Where(r => !r.IsDeleted).ToList();
            if (rows.Count == 1 && records.Count == 1 && !look.World.Admin.IsHeld(rows[0].Id))
                yield return (thing, rows[0], records[0]);
        }
    }

    /// <summary>A value put back is none that nobody saw: it also stands in what was deleted showing it.</summary>
    private static bool Stands(LastLook look, Write write) =>
        look.RowsOf(write.Thing).Any(r => (!r.IsDeleted || write.PutsBack) && r[write.Field] == write.Value)
        || look.World.OrgsByPort.Keys.Any(port => look.RecordsOf(write.Thing, port).Any(r =>
            (!r.IsDeleted || IsLeftBehind(look, port, r)) && Truth.Plain(r[write.Field] ?? "") == write.Value));

    /// <summary>
    /// Put back is what an editor here had seen and replaced: nothing tells it from one that was never touched, unless
    /// it met an open send, for which the stamp was kept.
    /// </summary>
    private static bool IsBackAgain(LastLook look, Write write) =>
        write is { PutsBack: true, MeetsOpenSend: false } && look.World.Truth.Writes.Any(w =>
        w.IsReplacedHere && w.Thing == write.Thing && w.Field == write.Field && w.Value == write.Value);

    /// <summary>A pair nobody syncs as any more is not read; the bin keeps what it keeps.</summary>
    private static bool IsLeftBehind(LastLook look, int port, RecordThere record) =>
        look.World.Reps.Any(r => r.Moves > 0 || !r.IsOn)
        && !look.World.Reps.Any(r =>
            r.IsOn && r.Port == port && look.World.There.UserIdOf(r) == record.OwnerId);
}
