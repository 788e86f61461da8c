namespace SalesInsight.Tests.Crash;

/// <summary>Compares both sides with what the script did. Pure.</summary>
internal static class Judgement
{
    /// <summary>Every difference, one line each; empty when nothing was lost, nothing doubled, and both are in step.
    /// </summary>
    public static IReadOnlyList<string> Differences(
        IReadOnlyList<Matter> matters, IReadOnlyList<SeenTask> here, IReadOnlyList<SeenTask> there)
    {
        var (byNameHere, byNameThere) = (here.ToLookup(task => task.Name), there.ToLookup(task => task.Name));
        var known = matters.Select(matter => matter.Name).ToHashSet();
        return
        [
            .. matters.SelectMany(m => Of(m, "here", byNameHere[m.Name]).Concat(Of(m, "there", byNameThere[m.Name]))),
            .. matters.Where(m => !m.IsDeleted && DueOf(byNameHere[m.Name]) != DueOf(byNameThere[m.Name]))
                .Select(m => $"{m.Name}: due {DueOf(byNameHere[m.Name])} here, {DueOf(byNameThere[m.Name])} there"),
            .. here.Where(task => !known.Contains(task.Name)).Select(task => $"{task.Name} here is nobody's"),
            .. there.Where(task => !known.Contains(task.Name)).Select(task => $"{task.Name} there is nobody's"),
        ];
    }

    private static IEnumerable<string> Of(Matter matter, string side, IEnumerable<SeenTask> found)
    {
        var seen = found.ToList();
        if (seen.Count != (matter.IsDeleted ? 0 : 1))
        {
            yield return $"{matter.Name}: {seen.Count} {side}{(matter.IsDeleted ? ", deleted" : "")}";
            yield break;
        }

        foreach (var task in seen)
        {
            if (task.Subject != matter.Subject) yield return $"{side}: '{task.Subject}', not '{matter.Subject}'";
            if (task.Details != matter.Details)
                yield return $"{matter.Name} {side}: '{task.Details}', not '{matter.Details}'";
            if (task.IsCompleted != matter.IsCompleted)
                yield return $"{matter.Name} {side}: {(task.IsCompleted ? "completed" : "open")}";
            if (task.Due != matter.DueHere && task.Due != matter.DueThere)
                yield return $"{matter.Name} {side}: due {task.Due}, not {matter.DueHere} or {matter.DueThere}";
        }
    }

    private static DateOnly? DueOf(IEnumerable<SeenTask> found) => found.FirstOrDefault()?.Due;
}
