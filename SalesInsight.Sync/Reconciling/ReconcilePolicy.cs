using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Reconciling;

/// <summary>The settings a decision depends on, as a run's snapshot has them.</summary>
internal sealed record ReconcilePolicy(
    TaskSyncMode Mode, ConflictRule Conflict, DeleteRule Delete, Translation Translation)
{
    /// <summary>The same for one task: its type may be part of the subject Salesforce gets.</summary>
    public ReconcilePolicy For(ReminderType type) => this with { Translation = Translation with { Type = type } };
}
