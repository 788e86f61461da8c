using System.Collections.Immutable;
using SalesInsight.Sync.Reconciling;

namespace SalesInsight.Tests.Sync.Reconciling.Mutants;

/// <summary>Faults of the planner and the delete fence.</summary>
internal static class PlanFaults
{
    private static readonly DeleteFence Open = new(int.MaxValue, 0);

    public static IEnumerable<Mutant> All =>
    [
        Mutant.Fences("there is no fence", (_, _) => (Open, Open)),
        Mutant.Fences("there is no fence for deletions here", (_, there) => (Open, there)),
        Mutant.Fences("there is no fence for deletions there", (here, _) => (here, Open)),
        Mutant.Fences("the fences are mixed up", (here, there) => (there, here)),
        Mutant.Fences("the last 24 hours do not count", (h, t) => (h with { Recent = 0 }, t with { Recent = 0 })),
        Mutant.Fences("one too many passes", (h, t) => (h with { Recent = h.Recent - 1 }, t)),
        Mutant.Fences("a fence that trips holds everything", (h, t) =>
            (h.Limit < int.MaxValue ? h with { Limit = 0 } : h, t)),
        new("confirmed deletions are fenced", core => core with
        {
            Plan = (rows, here, there) =>
                core.Plan([.. rows.Select(r => r with { Confirmed = false })], here, there),
        }),
        new("nothing is held that was not confirmed", core => core with
        {
            Plan = (rows, here, there) => core.Plan([.. rows.Select(r => r with { Confirmed = true })], here, there),
        }),
        new("the newest pass, the oldest are held", core => core with
        {
            Plan = (rows, here, there) => core.Plan([.. rows.Reverse()], here, there),
        }),
        new("the smaller of count and share applies", core => core with
        {
            Admits = (count, share, linked, recent, wanted) =>
                Math.Clamp(Math.Min(count, linked * share / 100) - recent, 0, wanted),
        }),
        new("the share is of what is wanted, not of what is linked", core => core with
        {
            Admits = (count, share, _, recent, wanted) => core.Admits(count, share, wanted, recent, wanted),
        }),
        new("the count is never asked", core => core with
        {
            Admits = (_, share, linked, recent, wanted) => core.Admits(0, share, linked, recent, wanted),
        }),
        new("the fence forgets what passed", core => core with
        {
            Admits = (count, share, linked, _, wanted) => core.Admits(count, share, linked, 0, wanted),
        }),
        Mutant.Plans("held deletions are forgotten", plan => plan with { Held = [] }),
        Mutant.Plans("held deletions are done all the same", plan => plan with { Here = [.. plan.Here, .. plan.Held] }),
        Mutant.Plans("a tripped fence stops the run", plan => plan.Held.IsEmpty
            ? plan
            : plan with { Here = [], Calls = [] }),
        Mutant.Plans("a call of changes takes 1,000 rows", plan => plan with { Calls = Again(plan, 1_000) }),
        Mutant.Plans("a call takes one collection", plan => plan with { Calls = Again(plan, 200) }),
        Mutant.Plans("a call of creates takes 800 rows", plan => plan with { Calls = Again(plan, 800) }),
        Mutant.Plans("the last call is forgotten", plan => plan.Calls.Length < 2
            ? plan
            : plan with { Calls = plan.Calls[..^1] }),
        Mutant.Plans("a row goes twice", plan => plan.Calls.IsEmpty
            ? plan
            : plan with { Calls = plan.Calls.SetItem(0, plan.Calls[0].Insert(0, plan.Calls[^1][^1])) }),
        Mutant.Plans("rows of one parent are scattered", plan => plan with
        {
            Calls = [.. plan.Calls.Select(c => c.OrderBy(r => r.TaskId).ToImmutableArray())],
        }),
        Mutant.Plans("local commits are forgotten", plan => plan with { Here = [] }),
        new("what waits is committed", core => core with
        {
            Plan = (rows, here, there) => core.Plan(rows, here, there) is var plan
                ? plan with { Here = [.. plan.Here, .. rows.Where(r => r.Operation is Operation.Nothing)] }
                : null!,
        }),
    ];

    private static ImmutableArray<ImmutableArray<DecidedRow>> Again(RunPlan plan, int rowsMax) =>
        [.. plan.Calls.SelectMany(c => c).Chunk(rowsMax).Select(c => c.ToImmutableArray())];
}
