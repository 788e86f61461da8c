using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Reconciling;

/// <summary>A changed value that is not the agreed one: it stays in the task's history, one click from being restored.
/// </summary>
/// <param name="LosingSide">Whose value lost.</param>
/// <param name="Losing">The losing value: ours as here, theirs raw.</param>
/// <param name="Winning">The value that stands, as here; null also when the task itself is gone.</param>
internal sealed record Conflict(TaskField Field, Side LosingSide, string? Losing, string? Winning);
