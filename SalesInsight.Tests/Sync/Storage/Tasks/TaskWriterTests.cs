using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Sync.Storage;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.Storage.Tasks;

public sealed class TaskWriterTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Found by killing: a script that hung up in this moment kept everybody from writing, runs included.
    /// </summary>
    [Fact]
    public async Task Add_CallerGoneJustAsItBegan_HoldsUpNobody()
    {
        await using var store = await TestStore.CreateAsync();
        using var gone = new CancellationTokenSource();
        await using var hasty = store.OpenAgain(services =>
            services.ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(new HangsUp(gone))));

        var adding = () => AddAsync(hasty, gone.Token);

        await adding.Should().ThrowAsync<OperationCanceledException>();
        (await AddAsync(store, Stop)).Should().BeOfType<TaskSaveResult.Saved>();
    }

    private static Task<TaskSaveResult> AddAsync(TestStore store, CancellationToken stop) => store.Get<IReminderTasks>()
        .AddAsync(TestStore.RepId, new TaskContent("Call Dana"), ReminderType.Custom, stop);

    /// <summary>Cancels when the first rows are read, which is after the transaction has begun.</summary>
    private sealed class HangsUp(CancellationTokenSource gone) : DbCommandInterceptor
    {
        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default)
        {
            await gone.CancelAsync();
            return result;
        }
    }
}
