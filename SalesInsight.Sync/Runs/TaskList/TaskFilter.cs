namespace SalesInsight.Sync.Runs.TaskList;

/// <summary>Which part of 'All tasks' is listed.</summary>
public enum TaskFilter
{
    /// <summary>Open, whatever the date.</summary>
    Open,

    /// <summary>Open and due before today.</summary>
    Overdue,

    /// <summary>Open and due after tomorrow.</summary>
    Later,

    /// <summary>Open without a due date.</summary>
    NoDate,

    /// <summary>Completed.</summary>
    Completed,
}
