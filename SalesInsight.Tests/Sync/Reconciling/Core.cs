using System.Collections.Immutable;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Sync.Reconciling;

/// <summary>
/// The pure core as a set of functions, so that every law and table row can be put to the real one and to each planted
/// fault alike, and no test hook is needed in the product.
/// </summary>
internal sealed record Core(
    Func<TaskPair, ReconcilePolicy, Decision> Reconcile,
    Func<TaskPair, Decision, Operation> Operate,
    Func<Translation, TaskField, string?, string?, string?> Render,
    Func<IReadOnlyCollection<DecidedRow>, DeleteFence, DeleteFence, RunPlan> Plan,
    Func<int, int, int, int, int, int> Admits,
    Func<RecordTraits, string, string, ReasonCode?> NotOurs,
    Func<IReadOnlyCollection<AdoptionMatch.Candidate<Guid>>, IReadOnlyCollection<AdoptionMatch.Candidate<string>>,
        ImmutableArray<AdoptionMatch.Match>> Adopt)
{
    public static readonly Core Real = new(
        Reconciler.Reconcile,
        Operation.Of,
        (translation, field, here, lastOpen) => translation.Render(field, here, lastOpen),
        Planner.Plan,
        (count, share, linked, recent, wanted) => DeleteFence.Of(count, share, linked, recent).Admits(wanted),
        SalesInsight.Sync.Reconciling.NotOurs.Why,
        (local, salesforce) => AdoptionMatch.Find(local, salesforce));

    public Judged Judge(Situation at)
    {
        var decision = Reconcile(at.Pair, at.Policy);
        return new(this, at, decision, Operate(at.Pair, decision));
    }
}
