namespace SalesInsight.Sync.Runs.TaskList;

/// <summary>What the Command Center shows for one day of one zone (design 5.4).</summary>
/// <param name="Today">Due today, completed ones too; open first, then by priority and order of making.</param>
/// <param name="Tomorrow">Due tomorrow, likewise.</param>
/// <param name="OverdueCount">Open and due before today.</param>
/// <param name="OldestOverdue">The one due longest ago.</param>
/// <param name="LaterCount">Open and due after tomorrow.</param>
/// <param name="NoDateCount">Open without a due date.</param>
/// <param name="NextDue">The next open one due after tomorrow.</param>
public sealed record DueTasks(
    IReadOnlyList<TaskView> Today,
    IReadOnlyList<TaskView> Tomorrow,
    int OverdueCount,
    TaskView? OldestOverdue,
    int LaterCount,
    int NoDateCount,
    TaskView? NextDue);
