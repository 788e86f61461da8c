using FluentAssertions;
using SalesInsight.Sync.Ledger;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Tests.Support;
using Xunit;

namespace SalesInsight.Tests.Sync.Storage;

public sealed class RunTransactionTests : IAsyncLifetime
{
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(2);

    private TestStore _store = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await TestStore.CreateAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Commit_EveryKindOfRow_ReadsBackEqual()
    {
        var rows = SyncRows.Full(_store.Ids.Next(), _store.Ids.Next());
        var cursor = new SyncCursor(
            TestStore.ConnectionId, TestStore.Start, TimeSpan.FromSeconds(-3), TestStore.Start, null, TestStore.Start);

        await CommitAsync(run =>
        {
            SyncRows.PutAll(run, rows);
            run.Put(cursor);
            run.LookAgain("00T000000000009AAA");
        });

        var read = (await _store.Sync.FindByTaskIdsAsync([rows.Task.Id], Stop))[rows.Task.Id];
        read.Should().BeEquivalentTo(rows);
        read.Task.EditedAt.Should().Be(rows.Task.EditedAt);
        (await _store.Sync.FindConnectionAsync(TestStore.ConnectionId, Stop))!.Cursor.Should().Be(cursor);
        (await _store.Sync.ListLookAgainAsync(TestStore.ConnectionId, 10, Stop)).Should().Equal("00T000000000009AAA");
    }

    [Fact]
    public async Task Commit_RowsPutAgain_AreReplaced()
    {
        var rows = SyncRows.Full(_store.Ids.Next(), _store.Ids.Next());
        await CommitAsync(run => SyncRows.PutAll(run, rows));

        await CommitAsync(run =>
        {
            run.Put(rows.Task with { Version = 8, Content = rows.Task.Content with { Subject = "Call again" } });
            run.Put(rows.Link! with { SalesforceId = "00T000000000077AAA", LocalVersion = 8 });
            run.ClearIntent(rows.Task.Id);
            run.ClearParking(rows.Task.Id);
        });

        var read = (await _store.Sync.FindByTaskIdsAsync([rows.Task.Id], Stop))[rows.Task.Id];
        read.Task.Content.Subject.Should().Be("Call again");
        read.Intent.Should().BeNull();
        read.Parking.Should().BeNull();
        (await FindAsync("00T000000000077AAA")).Should().NotBeNull();
        (await FindAsync(rows.Link!.SalesforceId)).Should().NotBeNull("a predecessor stays known");
    }

    [Fact]
    public async Task Dispose_WithoutCommit_WritesNothing()
    {
        var rows = SyncRows.Full(_store.Ids.Next(), _store.Ids.Next());
        var lease = await TakeAsync();

        await using (var run = await _store.Sync.BeginAsync(lease, Stop)) SyncRows.PutAll(run, rows);

        (await _store.Sync.FindByTaskIdsAsync([rows.Task.Id], Stop)).Should().BeEmpty();
    }

    [Fact]
    public async Task Begin_AfterTheEpochMoved_IsRefused()
    {
        var old = await TakeAsync();
        _store.Time.Advance(LeaseTime);
        await TakeAsync("another");

        var begin = async () => await _store.Sync.BeginAsync(old, Stop);

        await begin.Should().ThrowAsync<LeaseLostException>();
    }

    [Fact]
    public async Task Begin_AfterTheLeaseRanOutButNobodyTookIt_IsGranted()
    {
        var lease = await TakeAsync();
        _store.Time.Advance(LeaseTime + LeaseTime);

        await using var run = await _store.Sync.BeginAsync(lease, Stop);
        await run.CommitAsync(Stop);
    }

    [Fact]
    public async Task Append_ByARunThatLostItsLease_StillReachesTheLedger()
    {
        var record = SyncRows.Decision(_store.Ids.Next(), _store.Ids.Next());

        await _store.Sync.AppendAsync([record], Stop);

        (await SyncRows.ReadLedgerAsync(_store, record.TaskId)).Should().ContainSingle()
            .Which.Should().BeEquivalentTo(record);
    }

    private async Task CommitAsync(Action<IRunTransaction> put)
    {
        var lease = await TakeAsync();
        await using (var run = await _store.Sync.BeginAsync(lease, Stop))
        {
            put(run);
            await run.CommitAsync(Stop);
        }

        await _store.Sync.ReleaseLeaseAsync(lease, Stop);
    }

    private async Task<RunLease> TakeAsync(string holder = "one") =>
        (await _store.Sync.TakeLeaseAsync(TestStore.ConnectionId, holder, LeaseTime, Stop))!;

    private async Task<StagedTask?> FindAsync(string salesforceId) =>
        (await _store.Sync.FindBySalesforceIdsAsync(TestStore.ConnectionId, [salesforceId], Stop))
        .GetValueOrDefault(salesforceId);
}
