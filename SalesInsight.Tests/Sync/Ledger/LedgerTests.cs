using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Ledger;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Sync.Storage.Tables;
using SalesInsight.Tests.Support;
using SalesInsight.Tests.Sync.Storage;
using Xunit;

namespace SalesInsight.Tests.Sync.Ledger;

public sealed class LedgerTests : IAsyncLifetime
{
    private TestStore _store = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await TestStore.CreateAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task History_OfATask_IsNewestFirstWithChangesAndLosers()
    {
        var taskId = (await PutTasksAsync(1))[0];
        var first = SyncRows.Decision(_store.Ids.Next(), taskId);
        var second = first with { Id = _store.Ids.Next(), Outcome = DecisionOutcome.SentOut };
        await _store.Sync.AppendAsync([first, second], Stop);

        var history = await _store.Get<IReminderTasks>().HistoryAsync(TestStore.RepId, taskId, Stop);

        history.Select(h => h.Id).Should().Equal(second.Id, first.Id);
        history[0].Changes.Should().Equal(
            new HistoryEntry.Value(TaskField.Subject, Side.Salesforce, null, "Call"));
        history[1].Losers.Should().Equal(
            new HistoryEntry.Value(TaskField.DueDate, Side.Local, "2026-11-24", null));
        history[1].Message.Should().Be("the org's own text");
    }

    [Fact]
    public async Task Content_Erased_LeavesTheSkeleton()
    {
        var record = SyncRows.Decision(_store.Ids.Next(), _store.Ids.Next());
        await _store.Sync.AppendAsync([record], Stop);

        await using (var db = _store.OpenDb()) await db.Set<DecisionContentRow>().ExecuteDeleteAsync(Stop);

        (await SyncRows.ReadLedgerAsync(_store, record.TaskId)).Should().ContainSingle()
            .Which.Should().BeEquivalentTo(record with { Content = null });
    }

    [Fact]
    public async Task UnconfirmedDeletions_ApprovedOnes_AreNotCounted()
    {
        var ids = await PutTasksAsync(3);
        await CommitAsync(run => run.Put(new HeldRow(ids[0], TestStore.ConnectionId, TestStore.Start, null)));
        await _store.Sync.AnswerHeldAsync(TestStore.ConnectionId, [ids[0]], approve: true, Stop);

        await CommitAsync(run =>
        {
            foreach (var id in ids.Take(2))
            {
                run.Append(SyncRows.Decision(_store.Ids.Next(), id) with { Outcome = DecisionOutcome.RemovedHere });
                run.ClearHeld(id);
            }
        });

        (await CountAsync(TestStore.Start)).Should().Be(1);
        (await CountAsync(TestStore.Start.AddTicks(1))).Should().Be(0, "older ones left the rolling day");
    }

    private Task<int> CountAsync(DateTimeOffset since) =>
        _store.Sync.CountUnconfirmedDeletionsAsync(TestStore.ConnectionId, since, Stop);

    private async Task<List<Guid>> PutTasksAsync(int count)
    {
        var rows = Enumerable.Range(0, count)
            .Select(_ => SyncRows.Full(_store.Ids.Next(), _store.Ids.Next())).ToList();
        await CommitAsync(run => rows.ForEach(r => run.Put(r.Task)));
        return [.. rows.Select(r => r.Task.Id)];
    }

    private async Task CommitAsync(Action<IRunTransaction> put)
    {
        var lease = (await _store.Sync.TakeLeaseAsync(TestStore.ConnectionId, "test", TimeSpan.FromMinutes(1), Stop))!;
        await using (var run = await _store.Sync.BeginAsync(lease, Stop))
        {
            put(run);
            await run.CommitAsync(Stop);
        }

        await _store.Sync.ReleaseLeaseAsync(lease, Stop);
    }
}
