using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Sync.Reconciling.Mutants;

/// <summary>A core with one named fault, planted in what the real one sees, decides, does or plans.</summary>
internal sealed record Mutant(string Name, Func<Core, Core> Plant)
{
    public Core Core => Plant(Core.Real);

    public override string ToString() => Name;

    /// <summary>It looks at something else than what is there.</summary>
    public static Mutant Sees(string name, Func<Situation, Situation> look) => new(name, core => core with
    {
        Reconcile = (pair, policy) => look(new(pair, policy)) is var seen
            ? core.Reconcile(seen.Pair, seen.Policy)
            : throw new InvalidOperationException(),
    });

    /// <summary>It looks at another linked pair.</summary>
    public static Mutant SeesLinked(string name, Func<TaskPair.Linked, ReconcilePolicy, TaskPair> look) =>
        Sees(name, s => s.Pair is TaskPair.Linked x ? s with { Pair = look(x, s.Policy) } : s);

    public static Mutant SeesBase(string name, Func<TaskBase, ReconcilePolicy, TaskBase> look) =>
        SeesLinked(name, (x, policy) => x with { Base = look(x.Base, policy) });

    public static Mutant SeesOurs(string name, Func<LocalView.Present, TaskPair.Linked, LocalView> look) =>
        SeesLinked(name, (x, _) => x.Local is LocalView.Present l ? x with { Local = look(l, x) } : x);

    public static Mutant SeesTheirs(
        string name, Func<SalesforceView.Present, TaskPair.Linked, ReconcilePolicy, SalesforceView> look) =>
        SeesLinked(name, (x, policy) => x.Salesforce is SalesforceView.Present s
            ? x with { Salesforce = look(s, x, policy) }
            : x);

    /// <summary>It goes by another policy.</summary>
    public static Mutant Obeys(string name, Func<Judged, ReconcilePolicy> policy) =>
        Sees(name, s => s with { Policy = policy(Core.Real.Judge(s)) });

    /// <summary>It decides otherwise.</summary>
    public static Mutant Decides(string name, Func<Judged, Decision> decide) => new(name, core => core with
    {
        Reconcile = (pair, policy) => decide(core.Judge(new(pair, policy))),
    });

    public static Mutant Keeps(string name, Func<Judged, Verdict.Keep, Verdict.Keep> keep) =>
        Decides(name, j => j.Keep is { } x ? j.Decision with { Verdict = keep(j, x) } : j.Decision);

    public static Mutant Lists(string name, Func<Judged, Conflict, bool> keeps) => Decides(name, j =>
        j.Decision with { Conflicts = [.. j.Decision.Conflicts.Where(c => keeps(j, c))] });

    /// <summary>It sends other words than the org's.</summary>
    public static Mutant Sends(string name, Func<Translation, TaskField, string?, string?, string?> render) =>
        new(name, core => core with { Render = render });

    /// <summary>It does something else than the difference.</summary>
    public static Mutant Does(string name, Func<Judged, Operation> does) => new(name, core => core with
    {
        Operate = (pair, decision) =>
            does(new(core, new(pair, Words.Policy()), decision, core.Operate(pair, decision))),
    });

    /// <summary>It plans with other fences.</summary>
    public static Mutant Fences(string name, Func<DeleteFence, DeleteFence, (DeleteFence, DeleteFence)> fences) =>
        new(name, core => core with
        {
            Plan = (rows, here, there) => fences(here, there) is var (h, t) ? core.Plan(rows, h, t) : null!,
        });

    public static Mutant Plans(string name, Func<RunPlan, RunPlan> change) => new(name, core => core with
    {
        Plan = (rows, here, there) => change(core.Plan(rows, here, there)),
    });

    public static Mutant Reads(string name, Func<RecordTraits, RecordTraits> look) => new(name, core => core with
    {
        NotOurs = (record, user, prefix) => core.NotOurs(look(record), user, prefix),
    });

    public static Mutant Compares(
        string name, Func<string?, DateOnly?, string?, (string?, DateOnly?, string?)> look) => new(name, core =>
        core with
        {
            Adopt = (local, salesforce) => core.Adopt(
                [.. local.Select(c => Seen(c, look))], [.. salesforce.Select(c => Seen(c, look))]),
        });

    private static AdoptionMatch.Candidate<TId> Seen<TId>(
        AdoptionMatch.Candidate<TId> candidate, Func<string?, DateOnly?, string?, (string?, DateOnly?, string?)> look)
    {
        var (subject, due, person) = look(candidate.Subject, candidate.DueDate, candidate.PersonId);
        return new(candidate.Id, subject, due, person);
    }
}
