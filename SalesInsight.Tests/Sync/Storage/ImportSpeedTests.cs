using System.Diagnostics;
using FluentAssertions;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Tests.Support;
using Xunit;

namespace SalesInsight.Tests.Sync.Storage;

public sealed class ImportSpeedTests(ITestOutputHelper output)
{
    private const int Rows = 10_000;
    private const int BatchSize = 1_000;

    /// <summary>Prints the figure; asserts only what is true on every machine.</summary>
    [Fact, Trait("Category", "Long")]
    public async Task Commit_TenThousandImportedRows_AreAllThere()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var store = await TestStore.CreateAsync();
        var lease = (await store.Sync.TakeLeaseAsync(TestStore.ConnectionId, "one", TimeSpan.FromHours(1), stop))!;
        var imported = Enumerable.Range(0, Rows).Select(_ => Imported(store)).ToList();

        var started = Stopwatch.GetTimestamp();
        foreach (var batch in imported.Chunk(BatchSize))
        {
            await using var run = await store.Sync.BeginAsync(lease, stop);
            foreach (var row in batch) SyncRows.PutAll(run, row);
            foreach (var row in batch) run.Append(SyncRows.Decision(store.Ids.Next(), row.Task.Id));
            await run.CommitAsync(stop);
        }

        var took = Stopwatch.GetElapsedTime(started);
        output.WriteLine($"{Rows} imported rows with link and ledger: {took.TotalSeconds:F1} s, "
            + $"{Rows / took.TotalSeconds:F0}/s");

        var staging = Stopwatch.GetTimestamp();
        (await store.Sync.StageLocalAsync(TestStore.ConnectionId, 100, stop)).Should().BeEmpty("nothing is dirty");
        output.WriteLine($"staging {Rows} clean rows: {Stopwatch.GetElapsedTime(staging).TotalMilliseconds:F0} ms");
        (await store.Sync.CountLinksAsync(TestStore.ConnectionId, stop)).Should().Be(Rows);
    }

    private static StagedTask Imported(TestStore store)
    {
        var full = SyncRows.Full(store.Ids.Next(), store.Ids.Next());
        return full with
        {
            Task = full.Task with { DeletedAt = null, EditedAt = EditTimes.None, Version = 1 },
            Link = full.Link! with { State = LinkState.Active, LookAgain = false, LocalVersion = 1 },
            Intent = null,
            Parking = null,
        };
    }
}
