using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Reconciling;

/// <summary>The settings a decision depends on, as a run's snapshot has them.</summary>
internal sealed record ReconcilePolicy(
    TaskSyncMode Mode, ConflictRule Conflict, DeleteRule Delete, Translation Translation);
