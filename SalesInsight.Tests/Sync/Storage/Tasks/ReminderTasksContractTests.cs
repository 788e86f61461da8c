using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Tests.Contracts;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.Storage.Tasks;

public sealed class ReminderTasksContractTests : ReminderTasksContract, IAsyncLifetime
{
    private TestStore _store = null!;

    private protected override IReminderTasks Tasks => _store.Get<IReminderTasks>();

    public async ValueTask InitializeAsync() => _store = await TestStore.CreateAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();
}
