using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Settings;
using SalesInsight.Tests.Simulation.World;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Simulation.People;

/// <summary>Salesforce's own users, and its admin, in the org of the rep they work with.</summary>
internal sealed class ThereDesk(SimulatedWorld world)
{
    public const string Admin = "admin@sandbox.test", Mara = "rep1@sandbox.test", Jonas = "rep2@sandbox.test";

    private Truth Truth => world.Truth;

    public bool Does(Step step) => Truth.Followed.Keep(world, () => Acts(step));

    private bool Acts(Step step)
    {
        var rep = world.RepOf(step.A);
        switch (step.Kind)
        {
            case StepKind.ThereAdd:
                Add(rep, step);
                return true;
            case StepKind.ThereAddForeign:
                AddForeign(rep, step);
                return true;
            case StepKind.ThereAddSeries:
                AddSeries(rep);
                return true;
            case StepKind.ThereEdit:
            case StepKind.ThereEditLate:
                Edit(rep, step);
                return true;
            case StepKind.ThereRevert:
                Revert(rep, step);
                return true;
            case StepKind.ThereComplete:
            case StepKind.ThereReopen:
                SetStatus(rep, step);
                return true;
            case StepKind.ThereDelete:
                Delete(rep, step);
                return true;
            case StepKind.ThereRestore:
                Restore(rep, step);
                return true;
            default:
                return Manages(rep, step);
        }
    }

    /// <summary>What an admin or the platform does.</summary>
    private bool Manages(Rep rep, Step step)
    {
        switch (step.Kind)
        {
            case StepKind.ThereReassign:
                Reassign(rep, step);
                return true;
            case StepKind.ThereHide:
            case StepKind.ThereShow:
                ChangeRights(rep, step);
                return true;
            case StepKind.ThereLock:
                if (Pick(rep, step) is var (locked, _)) OrgOf(rep).Org.Maintenance.LockRow(locked.Id, 1 + step.B % 2);
                return true;
            case StepKind.ThereArchive:
                Archive(rep, step);
                return true;
            case StepKind.ThereEndSeries:
                EndSeries(rep);
                return true;
            case StepKind.ThereDeleteMany:
                DeleteMany(rep);
                return true;
            case StepKind.ThereTouch:
                if (Pick(rep, step) is var (touched, _)) Touch(rep, touched);
                return true;
            case StepKind.ThereEmptyBin:
                EmptyBin(OrgOf(rep));
                return true;
            default:
                return false;
        }
    }

    public List<RecordThere> RecordsOf(Thing thing, Rep rep) => RecordsOf(thing, OrgOf(rep));

    public List<RecordThere> RecordsOf(Thing thing, SandboxInProcess org) =>
        [.. RecordThere.All(org).Where(r => r.Details.StartsWith(thing.Token, StringComparison.Ordinal))];

    /// <summary>Whether the two sides show the same to whoever looks.</summary>
    public bool Shows(RecordThere record, RowHere row) =>
        IsNameShown(record, row) && IsPersonShown(record, row)
        && record.Details == Truth.Sent(row.Details) && record.Due == row.Due
        && record.IsClosed == row.IsCompleted && record.Priority == (row.IsHigh ? "High" : "Normal");

    /// <summary>Nothing on either side that the other does not show.</summary>
    public bool IsAllSeen(RecordThere record, RowHere row) =>
        Shows(record, row) && Truth.Plain(record.Subject) == row.Subject && record.Person == row.Person;

    /// <summary>With a decorated name a rename there stays there (design 5.8).</summary>
    private bool IsNameShown(RecordThere record, RowHere row) =>
        world.Setup.HasPrefix || record.Subject == row.Subject;

    private bool IsPersonShown(RecordThere record, RowHere row) =>
        record.Person == row.Person || Truth.Of(record.Details) is { IsPersonMoot: true }
        || (row.Person is { } person && world.Orgs.All(org => IsForgotten(org, person)));

    /// <summary>Merged, and gone from the bin too: nothing tells of the master any more.</summary>
    private static bool IsForgotten(SandboxInProcess org, string leadId) =>
        leadId.StartsWith("00Q", StringComparison.Ordinal)
        && org.Org.Records.Find(org.Org.As(Admin), "Lead", leadId, includeDeleted: true) is null;

    /// <summary>A living record of its task stands there with another value.</summary>
    public bool IsOverwritten(Write write) =>
        world.Orgs.SelectMany(org => RecordsOf(write.Thing, org))
            .Any(r => !r.IsDeleted && Truth.Plain(r[write.Field] ?? "") != write.Value);

    public string UserIdOf(Rep rep) => OrgOf(rep).Org.Users.FindByUsername(rep.Username)!.Id;

    private SandboxInProcess OrgOf(Rep rep) => world.OrgOf(rep);

    public (RecordThere Record, Thing Thing)? Pick(Rep rep, Step step, bool isDeleted = false)
    {
        List<(RecordThere Record, Thing Thing)> records =
        [
            .. RecordThere.All(OrgOf(rep)).Where(r => r.IsDeleted == isDeleted && !r.IsArchived && !r.IsMaster)
                .Select(r => (r, Truth.Of(r.Details)!)).Where(r => r.Item2 is { IsForeign: false, IsSeries: false }),
        ];
        if (records.Count == 0) return null;
        var last = records.FindIndex(r => r.Thing == Truth.Last);
        return records[step.B % 3 == 0 && last >= 0 ? last : step.B / 3 % records.Count];
    }

    private void Add(Rep rep, Step step)
    {
        var thing = Truth.Begin(isBornHere: false, rep.Number);
        thing.IsTooOld = !rep.IsOn && world.Setup.Import != FirstImport.AllOpen;
        var fields = Fields(thing, step.B % 2 == 0);
        if (step.B % 5 == 0) fields["Priority"] = "High";
        Create(rep, fields);
        foreach (var field in Enum.GetValues<Field>())
            if (fields[field.ApiName()] is string value) Note(thing, field, value, null);
    }

    private Dictionary<string, object?> Fields(Thing thing, bool isDue) => new()
    {
        ["Subject"] = Truth.NewValue(thing, Field.Subject),
        ["Description"] = Truth.NewValue(thing, Field.Details),
        ["ActivityDate"] = isDue ? Truth.NewValue(thing, Field.Due) : null,
    };

    /// <summary>Records the engine must leave alone: a logged call, a colleague's task, another install's.</summary>
    private void AddForeign(Rep rep, Step step)
    {
        var thing = Truth.Begin(isBornHere: false, rep.Number);
        thing.IsForeign = true;
        var fields = Fields(thing, isDue: true);
        if (step.B % 3 == 0) fields["OwnerId"] = OrgOf(rep).Org.Users.FindByUsername(Admin)!.Id;
        else if (step.B % 3 == 1 && world.Setup.IdField == CustomIdField.UniqueExternalId)
            fields["SalesInsight_Id__c"] = OtherInstallsId(thing);
        else (fields["TaskSubtype"], fields["Status"]) = ("Call", "Completed");

        var id = Create(rep, fields);
        thing.LeftThere[id] = RecordsOf(thing, rep).Single().ToString();
    }

    private string OtherInstallsId(Thing thing) =>
        $"{SequentialIds.Of(0xBEEF):N}-{SequentialIds.Of(Truth.Things.ToList().IndexOf(thing)):N}";

    private void AddSeries(Rep rep)
    {
        var thing = Truth.Begin(isBornHere: false, rep.Number);
        thing.IsSeries = true;
        var today = DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime);
        var fields = Fields(thing, isDue: false);
        fields.Remove("ActivityDate");
        fields["IsRecurrence"] = true;
        fields["RecurrenceType"] = "RecursDaily";
        fields["RecurrenceInterval"] = 1;
        fields["RecurrenceStartDateOnly"] = today.AddDays(1);
        fields["RecurrenceEndDateOnly"] = today.AddDays(3);
        fields["RecurrenceTimeZoneSidKey"] = "Europe/Amsterdam";
        Create(rep, fields);
        world.Situations.Count(Situation.Series);
    }

    private string Create(Rep rep, Dictionary<string, object?> fields)
    {
        var org = OrgOf(rep).Org;
        var result = org.Records.Create(org.As(rep.Username), "Task", fields);
        return result.Id ?? throw new InvalidOperationException($"A record was refused: {result.Errors[0].Message}");
    }

    private void Edit(Rep rep, Step step)
    {
        if (Pick(rep, step) is not var (record, thing)) return;
        var field = (Field)(step.B % 4 % 3);
        var value = Truth.NewValue(thing, field);
        var fields = new Dictionary<string, object?> { [field.ApiName()] = value };
        if (step.B % 7 == 0) fields["Priority"] = record.Priority == "High" ? "Normal" : "High";
        if (step.B % 11 == 0) fields["Status"] = "In Progress";
        var org = OrgOf(rep).Org;
        WriteResult result;
        if (step.Kind == StepKind.ThereEditLate)
        {
            var after = TimeSpan.FromSeconds(20 + step.B % 5 * 60);
            result = org.Maintenance.WriteLate(
                after, r => r.Update(org.As(Admin), "Task", record.Id, fields)).Result;
            thing.LateUntil = world.Clock.GetUtcNow() + after;
            Truth.Followed.End(rep.Port, record.Id);
            world.Situations.Count(Situation.LateCommit);
        }
        else
        {
            result = org.Records.Update(org.As(Admin), "Task", record.Id, fields);
        }

        if (result.Success) Note(thing, record, field, value);
    }

    /// <summary>Somebody who sees a value puts the one before it back.</summary>
    private void Revert(Rep rep, Step step)
    {
        if (Pick(rep, step) is not var (record, thing)) return;
        var field = (Field)(step.B % 4 % 3);
        var shown = Truth.Plain(record[field] ?? "");
        // what stands here and was never there is no value that somebody there could put back
        var before = Truth.Writes.LastOrDefault(w =>
            w.Thing == thing && w.Field == field && w.Value != shown && (!w.IsHere || w.IsSuperseded));
        if (before is null || !Truth.Writes.Any(w => w.Thing == thing && w.Field == field && w.Value == shown)) return;
        var org = OrgOf(rep).Org;
        var result = org.Records.Update(
            org.As(Admin), "Task", record.Id, new Dictionary<string, object?> { [field.ApiName()] = before.Value });
        if (!result.Success) return;
        world.Situations.Count(Situation.Reversion);
        Note(thing, record, field, before.Value, putsBack: true);
    }

    private void SetStatus(Rep rep, Step step)
    {
        if (Pick(rep, step) is not var (record, thing)) return;
        var org = OrgOf(rep).Org;
        var status = step.Kind == StepKind.ThereComplete ? "Completed" : "Not Started";
        org.Records.Update(org.As(Admin), "Task", record.Id, new Dictionary<string, object?> { ["Status"] = status });
        (thing.IsGoneForAll, thing.IsOpenEnough) = (false, false);
        thing.TouchedThereAt = world.Clock.GetUtcNow();
        Truth.Last = thing;
    }

    private void Delete(Rep rep, Step step)
    {
        if (Pick(rep, step) is var (record, thing)) Delete(rep, record, thing);
    }

    private void Delete(Rep rep, RecordThere record, Thing thing)
    {
        var org = OrgOf(rep).Org;
        if (!org.Records.Delete(org.As(Admin), "Task", record.Id).Success) return;
        Truth.Delete(thing, f => record[f]);
        thing.WasDeletedThere = true;
        var rows = world.Reps.SelectMany(r => world.Here.RowsOf(r)).Where(r => r.Thing == thing);
        // a record in the bin under our own open delete counts as our delete, which a Restore here undoes
        thing.IsGoneForAll = thing.LateUntil < world.Clock.GetUtcNow() && !IsBeingSent(thing)
            && rows.All(r => IsAllSeen(record, r.Row) && !IsEditOpposed(r.Row));
    }

    /// <summary>An edit on its way that a deletion does not beat, though both sides show the same.</summary>
    private bool IsEditOpposed(RowHere row) =>
        world.Setup.DeleteRule == DeleteRule.EditWins && world.Admin.HasNews(row.Id);

    private void Restore(Rep rep, Step step)
    {
        if (Pick(rep, step, isDeleted: true) is not var (record, thing)) return;
        var org = OrgOf(rep).Org;
        if (!org.Records.Undelete(org.As(Admin), "Task", record.Id).Success) return;
        thing.Doubles++;
        thing.IsGoneForAll = false;
        // an undelete that leaves no stamp is only found by a reading of the bin, once a day
        thing.IsRestored = org.Options.UndeleteBumpsStamps && world.Admin.IsRetired(record.Id);
        Truth.Last = thing;
        world.Situations.Count(Situation.Restore);
    }

    private void Reassign(Rep rep, Step step)
    {
        if (Pick(rep, step) is not var (record, thing)) return;
        var org = OrgOf(rep).Org;
        string[] owners = [Admin, Mara, Jonas];
        var to = step.B % 4 < owners.Length ? org.Users.FindByUsername(owners[step.B % 4])!.Id : QueueOf(org);
        var result = org.Records.Update(
            org.As(Admin), "Task", record.Id, new Dictionary<string, object?> { ["OwnerId"] = to });
        if (!result.Success) return;
        thing.TouchedThereAt = world.Clock.GetUtcNow();
        thing.IsGoneForAll = false;                             // given to its owner again it is touched all the same
        if (to == record.OwnerId) return;
        thing.WasReassigned = true;
        var isOthers = world.Reps.All(r => UserIdOf(r) != to);
        if (isOthers && world.Under is null && world.Wire.Late is null && thing.LateUntil < world.Clock.GetUtcNow())
            Truth.Followed.Begin(rep.Port, record.Id);
        else Truth.Followed.End(rep.Port, record.Id);
        if (world.Admin.IsLinked(thing, record.Id)) world.Situations.Count(Situation.Reassignment);
        else thing.WasTakenUnlinked = true;
    }

    /// <summary>Everybody may still change what belongs to a queue; it is no rep's own any more.</summary>
    private static string QueueOf(SandboxOrg org) =>
        org.Records.List(org.As(Admin), "Group").FirstOrDefault()?.Id ?? org.Maintenance.AddQueue("Follow-ups");

    private void ChangeRights(Rep rep, Step step)
    {
        if (Pick(rep, step) is not var (record, thing)) return;
        var rights = OrgOf(rep).Org.Rights;
        if (step.Kind == StepKind.ThereShow) rights.Clear();
        else if (step.B % 4 == 0) rights.MakeRecordReadOnly(UserIdOf(rep), record.Id);
        else rights.HideRecord(UserIdOf(rep), record.Id);
        thing.WasHidden = true;
        thing.WasTakenUnlinked |= !world.Admin.IsLinked(thing, record.Id);
        if (step.Kind == StepKind.ThereHide) world.Situations.Count(Situation.RightsRemoved);
    }

    private void Archive(Rep rep, Step step)
    {
        if (Pick(rep, step) is not var (record, thing)) return;
        OrgOf(rep).Org.Maintenance.ArchiveTask(record.Id);
        thing.WasArchived = true;
        world.Situations.Count(Situation.Archiving);
    }

    private void Touch(Rep rep, RecordThere record)
    {
        OrgOf(rep).Org.Maintenance.BumpSystemModstamp(record.Id);
        world.Situations.Count(Situation.PlatformWork);
    }

    private void EndSeries(Rep rep)
    {
        var org = OrgOf(rep);
        if (RecordThere.All(org).Find(r => r is { IsMaster: true, IsDeleted: false }) is not { } master) return;
        org.Org.Records.Delete(org.Org.As(Admin), "Task", master.Id);
        SeeBin(org, thing => thing.IsSeries);                    // whoever ends it deletes what its tasks show
    }

    private void DeleteMany(Rep rep)
    {
        foreach (var record in RecordThere.All(OrgOf(rep)).Where(r => r is { IsDeleted: false, IsMaster: false }))
            if (Truth.Of(record.Details) is { IsForeign: false, IsSeries: false } thing) Delete(rep, record, thing);
        world.Situations.Count(Situation.MassDeletion);
    }

    private void EmptyBin(SandboxInProcess org)
    {
        SeeBin(org, _ => true);
        org.Org.Maintenance.EmptyBin();
    }

    /// <summary>What lies in the bin is gone by a person's wish, read by anybody or not.</summary>
    private void SeeBin(SandboxInProcess org, Predicate<Thing> which)
    {
        foreach (var record in RecordThere.All(org).Where(r => r.IsDeleted))
            if (Truth.Of(record.Details) is { } thing && which(thing)) Truth.Delete(thing, f => record[f]);
    }

    private void Note(Thing thing, RecordThere record, Field field, string value, bool putsBack = false)
    {
        if (!world.Admin.IsLinked(thing, record.Id))
            (thing.WasEditedUnlinked, thing.WasRenamedUnlinked) =
                (true, thing.WasRenamedUnlinked || field == Field.Subject);
        Note(thing, field, value, record[field], putsBack);
    }

    private void Note(Thing thing, Field field, string value, string? shown, bool putsBack = false)
    {
        var write = Truth.Type(thing, field, value, shown, isHere: false, world.Clock.GetUtcNow(), putsBack);
        write.IsInDoubt = IsBeingSent(thing);
        if (world.RunsSince is not null) return;
        // one that was typed here may be just what is being sent
        write.MeetsOpenSend = putsBack && RowsOf(thing).Any(id => world.Admin.IsSending(id, field.SentAs()))
            && !Truth.Writes.Any(w => w.IsHere && w.Thing == thing && w.Field == field && w.Value == value);
    }

    /// <summary>What a run under way sends is looked at in its call; what one before it left open is not.</summary>
    private bool IsBeingSent(Thing thing) =>
        RowsOf(thing).Any(id => world.Admin.HasIntent(id, world.RunsSince ?? DateTimeOffset.MaxValue));

    private IEnumerable<Guid> RowsOf(Thing thing) =>
        world.Here.AllRows().Where(r => r.Thing == thing).Select(r => r.Row.Id);
}
