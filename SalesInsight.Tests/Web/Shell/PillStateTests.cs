using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Web.Shell;

namespace SalesInsight.Tests.Web.Shell;

public sealed class PillStateTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 42, 0, TimeSpan.Zero);

    private static readonly SyncStatus InStep = new(
        TaskSyncMode.Both, IsPaused: false, IsConnected: true, NeedsReconnect: false, Running: null,
        LastSuccess: Now.AddSeconds(-12), LastFault: null, LastErrorCode: null, NextAttempt: null, WaitingChanges: 0,
        ParkedCount: 0, HeldCount: 0, FirstSyncDone: true);

    public static TheoryData<string, SyncStatus, string> Worst => new()
    {
        { "a dead grant hides everything", InStep with { NeedsReconnect = true, ParkedCount = 3 }, "Sync.Reconnect" },
        { "no connection", InStep with { IsConnected = false }, "Sync.NotConnected" },
        { "off", InStep with { Mode = TaskSyncMode.Off }, "Sync.Off" },
        { "paused", InStep with { IsPaused = true }, "Sync.Paused" },
        { "first run reads", InStep with { Running = new(true, 0, 0, Now) }, "Sync.FirstReading" },
        { "first run writes", InStep with { Running = new(true, 9, 17, Now) }, "Sync.First" },
        { "an ordinary run does not flicker", InStep with { Running = new(false, 1, 2, Now) }, "Sync.InStepSeconds" },
        { "a fault", InStep with { LastFault = FaultCode.Unreachable }, "Sync.Failing" },
        { "held deletions ask", InStep with { HeldCount = 12, ParkedCount = 1 }, "Sync.Held" },
        { "one held deletion", InStep with { HeldCount = 1 }, "Sync.Held.One" },
        { "refused tasks", InStep with { ParkedCount = 1, WaitingChanges = 4 }, "Sync.Parked" },
        { "changes on their way", InStep with { WaitingChanges = 4 }, "Sync.Sending" },
        { "nothing ran yet", InStep with { LastSuccess = null }, "Sync.Starting" },
    };

    [Theory]
    [MemberData(nameof(Worst))]
    public void Of_SeveralThings_SaysTheWorst(string because, SyncStatus status, string text) =>
        PillState.Of(status, Now).Text.Should().Be(text, because);

    [Fact] // 'Reconnect Salesforce' led to the tab that has no button for it
    public void Leads_NeedsReconnect_IsWhereOneReconnects()
    {
        PillState.Of(InStep with { NeedsReconnect = true }, Now).Leads.Should().Be("settings/salesforce");
        PillState.Of(InStep with { IsConnected = false }, Now).Leads.Should().Be("settings/salesforce");
        PillState.Of(InStep, Now).Leads.Should().Be("settings/salesforce/sync");
    }

    [Theory]
    [InlineData(0, "Sync.InStepNow")]
    [InlineData(12, "Sync.InStepSeconds")]
    [InlineData(60, "Sync.InStepMinutes")]
    [InlineData(3_599, "Sync.InStepMinutes")]
    [InlineData(3_600, "Sync.InStepHours")]
    public void Of_InStep_TellsTheAge(int seconds, string text) =>
        PillState.Of(InStep with { LastSuccess = Now.AddSeconds(-seconds) }, Now).Text.Should().Be(text);

    [Fact]
    public void Of_EveryState_HasAGlyph() =>
        Worst.Select(row => PillState.Of(row.Data.Item2, Now).IconName).Should().OnlyContain(icon => icon.Length > 0);
}
