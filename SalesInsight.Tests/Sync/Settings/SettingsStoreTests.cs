using FluentAssertions;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Settings;
using SalesInsight.Tests.Support;
using Xunit;
using Reason = SalesInsight.Sync.Settings.SaveSettingsResult.Reason;

namespace SalesInsight.Tests.Sync.Settings;

public sealed class SettingsStoreTests : IAsyncLifetime
{
    private TestStore _store = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await TestStore.CreateAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Save_OwnValue_IsInForceWithItsOrigin()
    {
        var view = await SavedAsync(new SettingsEdit().Set(SettingKeys.TaskSync, TaskSyncMode.Both));

        view.Of(SettingKeys.TaskSync).Should().BeEquivalentTo(new
        {
            Value = TaskSyncMode.Both,
            Origin = SettingOrigin.You,
            SetBy = "Mara Visser",
            SetAt = TestStore.Start,
        });
        (await _store.RunSettings.SnapshotAsync(TestStore.RepId, Stop)).Mode.Should().Be(TaskSyncMode.Both);
        _store.Runs.Requests.Should().Contain((TestStore.RepId, RunReason.Save));
    }

    [Fact]
    public async Task SaveTeam_TaskSyncOn_OnlyProposes()
    {
        await SaveTeamAsync(new SettingsEdit().Set(SettingKeys.TaskSync, TaskSyncMode.Both));

        var value = (await ViewAsync()).Of(SettingKeys.TaskSync);

        (value.Value, value.TeamValue).Should().Be((TaskSyncMode.Off, TaskSyncMode.Both));
    }

    [Fact]
    public async Task SaveTeam_LockWithoutAValue_FixesTheBuiltInOneAndSaysWho()
    {
        await SavedAsync(new SettingsEdit().Set(SettingKeys.ConflictRule, ConflictRule.SalesforceWins));
        await SaveTeamAsync(new SettingsEdit().Lock(SettingKeys.ConflictRule));

        var locked = (await ViewAsync()).Of(SettingKeys.ConflictRule);
        (locked.Value, locked.Origin, locked.SetBy).Should()
            .Be((ConflictRule.NewestWins, SettingOrigin.Locked, "Ines Duarte"));

        await SaveTeamAsync(new SettingsEdit().Lock(SettingKeys.ConflictRule, isLocked: false));
        (await ViewAsync()).Of(SettingKeys.ConflictRule).Value.Should().Be(ConflictRule.SalesforceWins);
    }

    [Fact]
    public async Task Save_SeveralFaults_NamesThemAllAndChangesNothing()
    {
        await SaveTeamAsync(new SettingsEdit()
            .Set(SettingKeys.TaskSync, TaskSyncMode.InOnly).Lock(SettingKeys.TaskSync)
            .Lock(SettingKeys.DeleteRule));
        var before = (await ViewAsync()).Version;

        var result = await _store.Settings.SaveAsync(
            TestStore.RepId,
            new SettingsEdit()
                .Set(SettingKeys.TaskSync, TaskSyncMode.Both)
                .Set(SettingKeys.DeleteRule, DeleteRule.EditWins)
                .Set(SettingKeys.ApiBudgetShare, 90)
                .Set(SettingKeys.SyncInterval, TimeSpan.FromSeconds(1))
                .Set(SettingKeys.Language, "nl"),
            TestStore.Rep,
            Stop);

        result.Should().BeOfType<SaveSettingsResult.Refused>().Which.Refusals.Should().BeEquivalentTo(
        [
            new SaveSettingsResult.Refusal(SettingKeys.TaskSync, Reason.Locked),
            new SaveSettingsResult.Refusal(SettingKeys.DeleteRule, Reason.Locked),
            new SaveSettingsResult.Refusal(SettingKeys.ApiBudgetShare, Reason.AdminsOnly),
            new SaveSettingsResult.Refusal(SettingKeys.SyncInterval, Reason.OutOfRange),
        ]);
        var after = await ViewAsync();
        after.Version.Should().Be(before);
        after.Of(SettingKeys.Language).Value.Should().Be("en");
    }

    [Fact]
    public async Task Save_ForSomebodyElse_IsRefusedEvenToAnAdmin()
    {
        var edit = new SettingsEdit().Set(SettingKeys.TaskSync, TaskSyncMode.Both);

        var result = await _store.Settings.SaveAsync(TestStore.RepId, edit, TestStore.Admin, Stop);

        result.Should().BeOfType<SaveSettingsResult.Refused>()
            .Which.Refusals.Should().Equal(new SaveSettingsResult.Refusal(null, Reason.NotYours));
    }

    [Fact]
    public async Task Team_AskedByARep_IsNeitherShownNorSaved()
    {
        var result = await _store.Settings.SaveTeamAsync(
            new SettingsEdit().Set(SettingKeys.ApiBudgetShare, 90), TestStore.Rep, Stop);

        result.Should().BeOfType<SaveSettingsResult.Refused>()
            .Which.Refusals.Should().Equal(new SaveSettingsResult.Refusal(null, Reason.AdminsOnly));
        (await _store.Settings.TeamViewAsync(TestStore.Rep, Stop)).Should().BeNull();
        (await _store.Settings.HistoryAsync(null, TestStore.Rep, Stop)).Should().BeEmpty();
        (await _store.Settings.ViewAsync(TestStore.AdminId, TestStore.Rep, Stop)).Should().BeNull();
        (await _store.Settings.ViewAsync(TestStore.RepId, TestStore.Admin, Stop)).Should().NotBeNull();
    }

    [Fact]
    public async Task History_AfterChanges_TellsWhoWhenFromTo()
    {
        await SavedAsync(new SettingsEdit().Set(SettingKeys.FirstImport, FirstImport.AllOpen));
        _store.Time.Advance(TimeSpan.FromMinutes(5));
        await SaveTeamAsync(new SettingsEdit().Set(SettingKeys.FirstImport, FirstImport.Last7Days)
            .Lock(SettingKeys.FirstImport));
        await SavedAsync(new SettingsEdit().Reset(SettingKeys.FirstImport));

        var history = await _store.Settings.HistoryAsync(TestStore.RepId, TestStore.Rep, Stop);

        history.Select(c => (c.Level, c.From, c.To, c.WasLocked, c.IsLocked, c.ChangedBy)).Should().Equal(
            (SettingOrigin.You, "AllOpen", null, false, false, "Mara Visser"),
            (SettingOrigin.Team, null, "Last7Days", false, true, "Ines Duarte"),
            (SettingOrigin.You, null, "AllOpen", false, false, "Mara Visser"));
        history[1].ChangedAt.Should().Be(TestStore.Start.AddMinutes(5));
    }

    [Fact]
    public async Task Version_AfterChanges_GrowsWithThoseThatMayConcernTheUser()
    {
        var versions = new List<long> { await VersionAsync() };
        await SavedAsync(new SettingsEdit().Set(SettingKeys.Paused, true));
        versions.Add(await VersionAsync());
        await SaveTeamAsync(new SettingsEdit().Set(SettingKeys.ApiBudgetShare, 30));
        versions.Add(await VersionAsync());
        await SavedAsync(new SettingsEdit().Set(SettingKeys.Paused, true));
        await _store.Settings.SaveAsync(
            TestStore.AdminId, new SettingsEdit().Set(SettingKeys.Paused, true), TestStore.Admin, Stop);

        versions.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        (await VersionAsync()).Should().Be(versions[^1], "the same value again, and a colleague's, change nothing");
    }

    private async Task<SettingsView> ViewAsync() =>
        (await _store.Settings.ViewAsync(TestStore.RepId, TestStore.Rep, Stop))!;

    private Task<long> VersionAsync() => _store.RunSettings.VersionAsync(TestStore.RepId, Stop);

    private async Task<SettingsView> SavedAsync(SettingsEdit edit) =>
        (await _store.Settings.SaveAsync(TestStore.RepId, edit, TestStore.Rep, Stop))
        .Should().BeOfType<SaveSettingsResult.Saved>().Subject.View;

    private async Task SaveTeamAsync(SettingsEdit edit) =>
        (await _store.Settings.SaveTeamAsync(edit, TestStore.Admin, Stop))
        .Should().BeOfType<SaveSettingsResult.Saved>();
}
