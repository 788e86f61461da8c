using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Settings;
using SalesInsight.Web.Settings;
using static SalesInsight.Tests.Web.Settings.SettingsViews;

namespace SalesInsight.Tests.Web.Settings;

public sealed class WhenYouSaveTests
{
    [Theory]
    [InlineData(TaskSyncMode.Both, "Save.InWindow Save.NothingSent Save.Deleted Save.Then")]
    [InlineData(TaskSyncMode.InOnly, "Save.InWindow Save.NothingSent Save.Deleted Save.Then")]
    [InlineData(TaskSyncMode.OutOnly, "Save.NothingIn Save.NothingSent Save.Then")]
    public void Effects_TurningOn_AlwaysPromiseThatNothingIsSent(TaskSyncMode mode, string leads)
    {
        var form = new TaskSyncForm(Of(), isTeam: false);

        form.Mode.Choose(mode);

        Leads(form).Should().Be(leads);
    }

    [Theory]
    [InlineData(TaskSyncMode.Off, "Save.Stops")]
    [InlineData(TaskSyncMode.OutOnly, "Save.Direction Save.Then")]
    [InlineData(TaskSyncMode.Both, "")]
    public void Effects_AlreadyOn_SayWhatChanges(TaskSyncMode mode, string leads)
    {
        var form = new TaskSyncForm(Of(Own(SettingKeys.TaskSync, "Both")), isTeam: false);

        form.Mode.Choose(mode);

        Leads(form).Should().Be(leads);
    }

    [Fact]
    public void Effects_TeamChange_SaysWhoKeepsTheirChoice()
    {
        var form = new TaskSyncForm(Of(), isTeam: true);

        form.Conflict.Choose(ConflictRule.SalesforceWins);

        Leads(form).Should().Be("Save.Team");
    }

    [Theory]
    [InlineData(TaskSyncMode.Both, 60, 1_440)]
    [InlineData(TaskSyncMode.InOnly, 30, 2_880)]
    [InlineData(TaskSyncMode.Off, 60, 0)]
    public void CallsPerDay_ByInterval_AreCounted(TaskSyncMode mode, int seconds, int calls) =>
        WhenYouSave.CallsPerDay(mode, TimeSpan.FromSeconds(seconds)).Should().Be(calls);

    private static string Leads(TaskSyncForm form) =>
        string.Join(' ', WhenYouSave.Effects(form).Select(effect => effect.Lead));
}
