using SalesInsight.Sandbox.Org;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Tests.Simulation.World;

namespace SalesInsight.Tests.Simulation.People;

/// <summary>Leads that tasks name, what becomes of them, and what Salesforce forgets.</summary>
internal sealed class LeadDesk(SimulatedWorld world)
{
    public bool Does(Step step) => world.Truth.Followed.Keep(world, () => Acts(step));

    private bool Acts(Step step)
    {
        var rep = world.RepOf(step.A);
        switch (step.Kind)
        {
            case StepKind.HereNamePerson:
                NameHere(rep, step);
                return true;
            case StepKind.ThereNamePerson:
                NameThere(rep, step);
                return true;
            case StepKind.ThereConvertLead:
                Convert(rep, step);
                return true;
            case StepKind.ThereMergeLeads:
                Merge(rep, step);
                return true;
            case StepKind.ThereForgetDeletes:
                Forget(rep);
                return true;
            default:
                return false;
        }
    }

    private void NameHere(Rep rep, Step step)
    {
        if (world.Here.Pick(rep, step) is not var (row, thing)) return;
        if (Now.Of(world.Pages.Tasks.FindAsync(rep.UserId, row.Id, default)) is not { } seen) return;
        var lead = LeadOf(rep, step, mayBeGone: true);
        var saved = Now.Of(world.Pages.Tasks.EditAsync(
            rep.UserId, seen, seen.Content with { PersonId = lead.Id }, seen.Type, default));
        if (saved is not TaskSaveResult.Saved) return;
        Touch(thing);
        if (IsGone(lead)) world.Situations.Count(Situation.GoneLeadNamed);
    }

    private void NameThere(Rep rep, Step step)
    {
        if (world.There.Pick(rep, step) is not var (record, thing)) return;
        var org = world.OrgOf(rep).Org;
        var lead = LeadOf(rep, step, mayBeGone: false);
        var changed = org.Records.Update(
            org.As(ThereDesk.Admin), "Task", record.Id, new Dictionary<string, object?> { ["WhoId"] = lead.Id });
        if (changed.Success) Touch(thing, record);
    }

    private void Convert(Rep rep, Step step)
    {
        var org = world.OrgOf(rep).Org;
        var open = OpenLeads(org);
        if (open.Count == 0) return;
        var lead = open[step.B % open.Count];
        var naming = NamedBy(lead.Id, rep).ToList();
        org.Maintenance.ConvertLead(org.As(ThereDesk.Admin), lead.Id);
        world.Situations.Count(Situation.LeadConverted);
        var isStamped = org.Options.LeadConversion == LeadConversion.MovesTasks;
        foreach (var (record, thing) in naming)
        {
            Touch(thing, record);
            thing.IsPersonMoot |= !isStamped;
        }
    }

    private void Merge(Rep rep, Step step)
    {
        var org = world.OrgOf(rep).Org;
        var open = OpenLeads(org);
        if (open.Count == 0) return;
        var loser = open[step.B % open.Count];
        var master = open.Count > 1 ? open[(step.B + 1) % open.Count] : Make(org);
        var naming = NamedBy(loser.Id, rep).ToList();
        if (!org.Maintenance.Merge(org.As(ThereDesk.Admin), master.Id, loser.Id).Success) return;
        world.Situations.Count(Situation.LeadsMerged);
        foreach (var (record, thing) in naming) Touch(thing, record);
    }

    private IEnumerable<(RecordThere Record, Thing Thing)> NamedBy(string leadId, Rep rep) =>
        from record in RecordThere.All(world.OrgOf(rep))
        where record.Person == leadId
        let thing = world.Truth.Of(record.Details)
        where thing is not null
        select (record, thing);

    private void Forget(Rep rep)
    {
        var org = world.OrgOf(rep);
        org.Org.Maintenance.PurgeDeleteLog();
        var alive = RecordThere.All(org).Where(r => !r.IsDeleted).Select(r => world.Truth.Of(r.Details)).ToHashSet();
        foreach (var thing in world.Truth.Things)
            thing.IsForgotten |= thing.WasDeletedThere || (thing.WasDeleted && !alive.Contains(thing));
        world.Situations.Count(Situation.DeleteLogForgotten);
    }

    /// <summary>An edit like any other: who deletes it now has to have seen it.</summary>
    private void Touch(Thing thing)
    {
        thing.IsGoneForAll = false;
        world.Truth.Last = thing;
    }

    private void Touch(Thing thing, RecordThere record)
    {
        thing.TouchedThereAt = world.Clock.GetUtcNow();
        thing.WasEditedUnlinked |= !world.Admin.IsLinked(thing, record.Id);
        Touch(thing);
    }

    private SObjectRecord LeadOf(Rep rep, Step step, bool mayBeGone)
    {
        var org = world.OrgOf(rep).Org;
        var known = mayBeGone ? Leads(org) : OpenLeads(org);
        return known.Count > 0 && step.B % 2 == 0 ? known[step.B / 2 % known.Count] : Make(org);
    }

    private static SObjectRecord Make(SandboxOrg org)
    {
        var made = org.Records.Create(org.As(ThereDesk.Admin), "Lead", new Dictionary<string, object?>
        {
            ["LastName"] = "Okafor", ["Company"] = "Delta Freight",
        });
        return Leads(org).Single(l => l.Id == made.Id);
    }

    private static bool IsGone(SObjectRecord lead) => lead.IsDeleted || lead.Flag("IsConverted");

    private static List<SObjectRecord> OpenLeads(SandboxOrg org) => Leads(org).FindAll(l => !IsGone(l));

    private static List<SObjectRecord> Leads(SandboxOrg org) =>
        [.. org.Records.List(org.As(ThereDesk.Admin), "Lead", includeDeleted: true)];
}
