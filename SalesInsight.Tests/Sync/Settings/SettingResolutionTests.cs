using FluentAssertions;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Settings;
using Xunit;

namespace SalesInsight.Tests.Sync.Settings;

public class SettingResolutionTests
{
    private static readonly DateTimeOffset SetAt = new(2026, 11, 3, 9, 0, 0, TimeSpan.Zero);

    // team value, locked, own value, expected value, expected origin, whose name is shown
    public static TheoryData<string?, bool, string?, ConflictRule, SettingOrigin, string?> Levels => new()
    {
        { null, false, null, ConflictRule.NewestWins, SettingOrigin.BuiltIn, null },
        { null, false, "SalesforceWins", ConflictRule.SalesforceWins, SettingOrigin.You, "rep" },
        { "SalesInsightWins", false, null, ConflictRule.SalesInsightWins, SettingOrigin.Team, "admin" },
        { "SalesInsightWins", false, "SalesforceWins", ConflictRule.SalesforceWins, SettingOrigin.You, "rep" },
        { "SalesInsightWins", true, null, ConflictRule.SalesInsightWins, SettingOrigin.Locked, "admin" },
        { "SalesInsightWins", true, "SalesforceWins", ConflictRule.SalesInsightWins, SettingOrigin.Locked, "admin" },
        // a value a later version wrote, and this one does not know, counts as not set
        { "CoinToss", true, "SalesforceWins", ConflictRule.SalesforceWins, SettingOrigin.You, "rep" },
        { "SalesInsightWins", false, "CoinToss", ConflictRule.SalesInsightWins, SettingOrigin.Team, "admin" },
        { "1", false, "2", ConflictRule.NewestWins, SettingOrigin.BuiltIn, null },
    };

    // lock ceiling or proposal, locked, own choice, expected mode, expected origin
    public static TheoryData<string?, bool, string?, TaskSyncMode, SettingOrigin> TaskSyncLevels => new()
    {
        { null, false, null, TaskSyncMode.Off, SettingOrigin.BuiltIn },
        { "Both", false, null, TaskSyncMode.Off, SettingOrigin.BuiltIn },
        { "Both", true, null, TaskSyncMode.Off, SettingOrigin.Locked },
        { "Off", false, "Both", TaskSyncMode.Both, SettingOrigin.You },
        { "Off", true, "Both", TaskSyncMode.Off, SettingOrigin.Locked },
        { "InOnly", true, "Both", TaskSyncMode.InOnly, SettingOrigin.Locked },
        { "InOnly", true, "OutOnly", TaskSyncMode.Off, SettingOrigin.Locked },
        { "OutOnly", true, "Both", TaskSyncMode.OutOnly, SettingOrigin.Locked },
        { "Both", true, "InOnly", TaskSyncMode.InOnly, SettingOrigin.Locked },
    };

    // the admin's shortest interval, own choice, expected seconds, expected origin
    public static TheoryData<string?, string?, int, SettingOrigin> Intervals => new()
    {
        { null, null, 60, SettingOrigin.BuiltIn },
        { null, "30", 30, SettingOrigin.You },
        { "300", "30", 300, SettingOrigin.Locked },
        { "300", null, 300, SettingOrigin.Locked },
        { "300", "600", 600, SettingOrigin.You },
        { "29", "30", 30, SettingOrigin.You },
    };

    [Theory]
    [MemberData(nameof(Levels))]
    public void Resolve_AnyLevels_TakesTheHighestThatDecides(
        string? team, bool isLocked, string? own, ConflictRule value, SettingOrigin origin, string? setBy)
    {
        var effective = View(SettingKeys.ConflictRule, team, isLocked, own).Of(SettingKeys.ConflictRule);

        effective.Value.Should().Be(value);
        effective.Origin.Should().Be(origin);
        effective.SetBy.Should().Be(setBy);
    }

    [Theory]
    [MemberData(nameof(TaskSyncLevels))]
    public void Resolve_TaskSync_NeverGoesBeyondTheRepsOwnChoice(
        string? team, bool isLocked, string? own, TaskSyncMode value, SettingOrigin origin)
    {
        var effective = View(SettingKeys.TaskSync, team, isLocked, own).Of(SettingKeys.TaskSync);

        effective.Value.Should().Be(value);
        effective.Origin.Should().Be(origin);
    }

    [Fact]
    public void Resolve_TaskSyncUnderEveryCombination_OpensNoDirectionTheRepDidNotOpen()
    {
        foreach (var team in Enum.GetValues<TaskSyncMode>())
            foreach (var own in Enum.GetValues<TaskSyncMode>())
                foreach (var isLocked in new[] { false, true })
                {
                    var view = View(SettingKeys.TaskSync, team.ToString(), isLocked, own.ToString());
                    var mode = view.Of(SettingKeys.TaskSync).Value;
                    (mode & ~own).Should().Be(TaskSyncMode.Off);
                    if (isLocked) (mode & ~team).Should().Be(TaskSyncMode.Off);
                }
    }

    [Theory]
    [MemberData(nameof(Intervals))]
    public void Resolve_Interval_StaysWithinTheAdminsBound(
        string? least, string? own, int seconds, SettingOrigin origin)
    {
        var view = new SettingsView(
            1,
            Level((SettingKeys.SyncIntervalMin, least, false, "admin")),
            Level((SettingKeys.SyncInterval, own, false, "rep")));

        var effective = view.Of(SettingKeys.SyncInterval);

        effective.Value.Should().Be(TimeSpan.FromSeconds(seconds));
        effective.Origin.Should().Be(origin);
    }

    [Fact]
    public void Resolve_AdminOnlyKey_IgnoresAValueOfTheUser()
    {
        var effective = View(SettingKeys.ApiBudgetShare, "30", false, "90").Of(SettingKeys.ApiBudgetShare);

        effective.Value.Should().Be(30);
        effective.Allows(30).Should().BeFalse();
    }

    [Theory]
    [InlineData(TaskSyncMode.Off, true)]
    [InlineData(TaskSyncMode.InOnly, true)]
    [InlineData(TaskSyncMode.OutOnly, false)]
    [InlineData(TaskSyncMode.Both, false)]
    public void Allows_TaskSyncLockedToInOnly_LeavesWhatIsWithin(TaskSyncMode choice, bool isAllowed) =>
        View(SettingKeys.TaskSync, "InOnly", true, null).Of(SettingKeys.TaskSync).Allows(choice)
            .Should().Be(isAllowed);

    [Fact]
    public void BuiltIn_OfEveryKey_IsWithinItsOwnRange() =>
        SettingKeys.All.Should().OnlyContain(k => k.Accepts(k.BuiltInText));

    [Fact]
    public void Names_OfAllKeys_AreDistinctAndComplete()
    {
        var declared = typeof(SettingKeys).GetFields().Select(f => f.GetValue(null)).OfType<SettingKey>().ToList();

        SettingKeys.All.Should().BeEquivalentTo(declared);
        SettingKeys.All.Select(k => k.Name).Should().OnlyHaveUniqueItems();
    }

    private static SettingsView View(SettingKey key, string? team, bool isLocked, string? own) =>
        new(1, Level((key, team, isLocked, "admin")), Level((key, own, false, "rep")));

    private static Dictionary<string, StoredSetting> Level(
        (SettingKey Key, string? Text, bool IsLocked, string SetBy) setting) =>
        setting.Text is null
            ? []
            : new() { [setting.Key.Name] = new(setting.Text, setting.IsLocked, setting.SetBy, SetAt) };
}
