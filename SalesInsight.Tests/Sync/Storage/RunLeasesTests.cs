using FluentAssertions;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Tests.Support;
using Xunit;

namespace SalesInsight.Tests.Sync.Storage;

public sealed class RunLeasesTests : IAsyncLifetime
{
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private TestStore _one = null!;
    private TestStore _two = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _one = await TestStore.CreateAsync();
        _two = _one.OpenAgain();
    }

    public async ValueTask DisposeAsync()
    {
        await _two.DisposeAsync();
        await _one.DisposeAsync();
    }

    [Fact]
    public async Task Take_WhileAnotherHoldsIt_IsRefusedUntilItRunsOut()
    {
        var first = await TakeAsync(_one);
        _one.Time.Advance(LeaseTime - Tick);
        (await TakeAsync(_two)).Should().BeNull();

        _one.Time.Advance(Tick);
        var second = await TakeAsync(_two);

        second!.Epoch.Should().Be(first!.Epoch + 1);
    }

    [Fact]
    public async Task Take_AtOnceFromTwoStores_GrantsOne()
    {
        var takes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => TakeAsync(i % 2 == 0 ? _one : _two)));

        takes.OfType<RunLease>().Should().ContainSingle();
    }

    [Fact]
    public async Task Take_AfterRelease_IsGrantedAtOnceWithANewEpoch()
    {
        var first = (await TakeAsync(_one))!;
        await _one.Sync.ReleaseLeaseAsync(first, Stop);

        (await TakeAsync(_two))!.Epoch.Should().Be(first.Epoch + 1);
    }

    [Fact]
    public async Task Renew_InTime_KeepsOthersOutAndTheEpoch()
    {
        var lease = (await TakeAsync(_one))!;
        _one.Time.Advance(LeaseTime - Tick);

        var renewed = await _one.Sync.RenewLeaseAsync(lease, LeaseTime, Stop);

        _one.Time.Advance(LeaseTime - Tick);
        renewed!.Epoch.Should().Be(lease.Epoch);
        (await TakeAsync(_two)).Should().BeNull();
    }

    [Fact]
    public async Task RenewAndRelease_AfterTheEpochMoved_ChangeNothing()
    {
        var old = (await TakeAsync(_one))!;
        _one.Time.Advance(LeaseTime);
        await TakeAsync(_two);

        (await _one.Sync.RenewLeaseAsync(old, LeaseTime, Stop)).Should().BeNull();
        await _one.Sync.ReleaseLeaseAsync(old, Stop);

        (await TakeAsync(_one)).Should().BeNull("the new holder's lease is untouched");
    }

    private static Task<RunLease?> TakeAsync(TestStore store) =>
        store.Sync.TakeLeaseAsync(TestStore.ConnectionId, "holder", LeaseTime, Stop);
}
