namespace SalesInsight.Tests.Sync.Reconciling;

/// <summary>What a walk over a space found: how often each law spoke, and the first situation that broke it.</summary>
internal sealed class LawReport
{
    private readonly Dictionary<string, long> _spoke = [];
    private readonly Dictionary<string, string> _broken = [];

    public long Situations { get; private set; }

    public IReadOnlyDictionary<string, string> Broken => _broken;

    public long Spoke(Law law) => _spoke.GetValueOrDefault(law.Name);

    /// <param name="stopAtFirst">A planted fault is dead with its first broken law.</param>
    public static LawReport Over(
        Core core, IEnumerable<Situation> space, IReadOnlyList<Law> laws, bool stopAtFirst = false)
    {
        var report = new LawReport();
        foreach (var situation in space)
        {
            report.Situations++;
            report.Put(core, situation, laws);
            if (stopAtFirst && report._broken.Count > 0) break;
        }
        return report;
    }

    private void Put(Core core, Situation situation, IReadOnlyList<Law> laws)
    {
        Judged? judged = null;
        foreach (var law in laws)
        {
            try
            {
                judged ??= core.Judge(situation);
                var holds = law.Holds(judged);
                if (holds is null) continue;
                _spoke[law.Name] = _spoke.GetValueOrDefault(law.Name) + 1;
                if (holds is false) _broken.TryAdd(law.Name, $"{situation} -> {judged.Decision} {judged.Operation}");
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                _broken.TryAdd(judged is null ? "total" : law.Name, $"{situation} -> {fault.Message}");
                if (judged is null) return;
            }
        }
    }
}
