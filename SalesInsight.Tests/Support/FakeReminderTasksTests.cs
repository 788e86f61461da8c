using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Tests.Contracts;

namespace SalesInsight.Tests.Support;

/// <summary>The stand-in keeps the promises of the real list, so that what pages do with it means something.</summary>
public sealed class FakeReminderTasksTests : ReminderTasksContract
{
    private protected override IReminderTasks Tasks { get; } =
        new FakeReminderTasks(new FakeTimeProvider(TestStore.Start), new SequentialIds());
}
