using System.Net;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Web.Api.Runs;

namespace SalesInsight.Tests.Web.Api;

public sealed class SyncCallsTests(ApiUnderTest web) : IClassFixture<ApiUnderTest>
{
    private static readonly SyncStatus Synced = new(
        TaskSyncMode.Both, IsPaused: false, IsConnected: true, NeedsReconnect: false, Running: null, LastSuccess: null,
        LastFault: null, LastErrorCode: null, NextAttempt: null, WaitingChanges: 0, ParkedCount: 0, HeldCount: 0,
        FirstSyncDone: true);

    [Fact]
    public async Task Status_NeverConnected_SaysSo()
    {
        var reply = await (await web.CallerAsync()).GetAsync("sync");

        reply.Status.Should().Be(HttpStatusCode.OK);
        reply.Text("mode").Should().Be("off");
        reply.Text("isConnected").Should().Be("False");
    }

    [Fact]
    public async Task Run_NeverConnected_IsRefused() =>
        (await (await web.CallerAsync()).PostAsync("sync/run")).Code.Should().Be("not-connected");

    [Fact]
    public void Run_AsTheSyncStands_IsAskedForOnlyWhenItWouldHappen()
    {
        CodeOf(Synced).Should().BeNull();
        CodeOf(Synced with { IsConnected = false, NeedsReconnect = true }).Should().Be("not-connected");
        CodeOf(Synced with { NeedsReconnect = true }).Should().Be("reconnect-needed");
        CodeOf(Synced with { Mode = TaskSyncMode.Off }).Should().Be("sync-off");
        CodeOf(Synced with { IsPaused = true }).Should().Be("sync-paused");
    }

    private static string? CodeOf(SyncStatus status) => SyncEndpoints.WhyNot(status)?.Code;
}
