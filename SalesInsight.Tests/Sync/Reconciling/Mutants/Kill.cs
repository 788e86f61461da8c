namespace SalesInsight.Tests.Sync.Reconciling.Mutants;

/// <summary>What became of a fault.</summary>
/// <param name="Rows">Table rows that contradict it.</param>
/// <param name="Law">The first law it breaks; null when it breaks none.</param>
internal sealed record Kill(Mutant Mutant, IReadOnlyList<string> Rows, string? Law)
{
    /// <summary>A part of each space is enough to kill; primes, so that every value occurs.</summary>
    private const int LinkedStep = 53, DetailsStep = 5, UnlinkedStep = 7;

    public bool IsDead => Rows.Count > 0 || Law is not null;

    public static Kill Of(Mutant mutant)
    {
        var core = mutant.Core;
        return new(
            mutant,
            [.. Tables.TableTests.All.Where(c => Contradicts(c, core)).Select(c => c.Says)],
            BrokenLaw(core));
    }

    public override string ToString() =>
        $"| {Mutant.Name} | {Law ?? "-"} | {(Rows.Count == 0 ? "-" : Rows[0])} | {Rows.Count} |";

    private static string? BrokenLaw(Core core)
    {
        var real = Core.Real;                         // the laws ask nothing but these three
        if ((core.Reconcile, core.Operate, core.Render) == (real.Reconcile, real.Operate, real.Render)) return null;
        (IEnumerable<Situation> Space, IReadOnlyList<Law> Laws)[] walks =
        [
            (LinkedSpace.All(LinkedStep), LinkedLaws.All),
            (DetailsSpace.All().Where((_, i) => i % DetailsStep == 0), LinkedLaws.All),
            (UnlinkedSpace.All().Where((_, i) => i % UnlinkedStep == 0), UnlinkedLaws.All),
        ];
        return walks
            .SelectMany(w => LawReport.Over(core, w.Space, w.Laws, stopAtFirst: true).Broken.Keys)
            .FirstOrDefault();
    }

    private static bool Contradicts(Claim claim, Core core)
    {
        try
        {
            return claim.Contradiction(core) is not null;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return true;                              // a fault that throws is a dead fault too
        }
    }
}
