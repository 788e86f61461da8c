using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Settings;
using SalesInsight.Web.Settings;
using static SalesInsight.Tests.Web.Settings.SettingsViews;

namespace SalesInsight.Tests.Web.Settings;

public sealed class TaskSyncFormTests
{
    [Fact]
    public void ToEdit_NothingChosen_SavesNothing() =>
        new TaskSyncForm(Of(), isTeam: false).ToEdit().IsEmpty.Should().BeTrue();

    [Fact]
    public void ToEdit_OneChoice_SavesThatOneOnly()
    {
        var form = new TaskSyncForm(Of(), isTeam: false);

        form.Conflict.Choose(ConflictRule.SalesforceWins);

        form.ToEdit().Entries.Keys.Should().Equal(SettingKeys.ConflictRule);
        form.Conflict.Origin.Should().Be(SettingOrigin.You);
    }

    [Fact]
    public void Discard_Changed_IsAsSaved()
    {
        var form = new TaskSyncForm(Of(Own(SettingKeys.TaskSync, "Both")), isTeam: false);
        form.Mode.Choose(TaskSyncMode.Off);
        form.Interval.Choose(TimeSpan.FromMinutes(5));

        form.Discard();

        form.IsChanged.Should().BeFalse();
        form.Mode.Value.Should().Be(TaskSyncMode.Both);
    }

    [Fact]
    public void TakeBack_OwnValue_ShowsTheTeamsAndResetsOurs()
    {
        var form = new TaskSyncForm(
            Of(Team(SettingKeys.DeleteRule, "EditWins"), Own(SettingKeys.DeleteRule, "DeleteWins")), isTeam: false);

        form.Delete.TakeBack();

        form.Delete.Value.Should().Be(DeleteRule.EditWins);
        form.ToEdit().Entries[SettingKeys.DeleteRule].Should().BeEquivalentTo(
            new SettingsEdit.Entry(Text: null, ChangesText: true, IsLocked: false));
    }

    [Fact]
    public void Mode_LockedToInOnly_LeavesOffAndInOnly()
    {
        var form = new TaskSyncForm(Of(Team(SettingKeys.TaskSync, "InOnly", isLocked: true)), isTeam: false);

        Enum.GetValues<TaskSyncMode>().Where(form.Mode.Allows).Should()
            .BeEquivalentTo([TaskSyncMode.Off, TaskSyncMode.InOnly]);
    }

    [Fact]
    public void ToEdit_TeamLock_SavesTheValueItFixes()
    {
        var form = new TaskSyncForm(Of(), isTeam: true);

        form.Conflict.Lock = true;

        form.ToEdit().Entries[SettingKeys.ConflictRule].Should().BeEquivalentTo(
            new SettingsEdit.Entry("NewestWins", ChangesText: true, IsLocked: true));
    }

    [Fact]
    public void IntervalChoices_AdminsShortest_HidesShorterOnes()
    {
        var form = new TaskSyncForm(Of(Team(SettingKeys.SyncIntervalMin, "300")), isTeam: false);

        form.IntervalChoices.Should().StartWith(TimeSpan.FromMinutes(5));
        form.Interval.Value.Should().Be(TimeSpan.FromMinutes(5));
    }
}
