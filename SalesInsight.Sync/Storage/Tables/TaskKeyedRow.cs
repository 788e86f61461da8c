namespace SalesInsight.Sync.Storage.Tables;

/// <summary>A row of which there is at most one per task; its key is the task's.</summary>
internal abstract class TaskKeyedRow
{
    public Guid TaskId { get; set; }
}
