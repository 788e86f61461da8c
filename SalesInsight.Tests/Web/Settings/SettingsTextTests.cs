using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Settings;
using SalesInsight.Web.Settings;

namespace SalesInsight.Tests.Web.Settings;

public sealed class SettingsTextTests
{
    public static TheoryData<string> Keys => [
        .. Enum.GetValues<TaskSyncMode>().SelectMany(mode => new[] { $"Mode.{mode}", $"Mode.{mode}Help" }),
        .. Enum.GetValues<FirstImport>()
            .SelectMany(i => new[] { $"Import.{i}", $"Plan.Lead.{i}", $"Plan.Lead.{i}.One" }),
        .. Enum.GetValues<FirstImport>().Where(i => i != FirstImport.AllOpen).Select(i => $"Save.InWindowMore.{i}"),
        .. Enum.GetValues<ConflictRule>().Select(rule => $"Conflict.{rule}"),
        .. Enum.GetValues<DeleteRule>().Select(rule => $"Delete.{rule}"),
        .. Enum.GetValues<SettingOrigin>().SelectMany(o => new[] { $"Origin.{o}", $"Origin.{o}Tip" }),
        .. Enum.GetValues<SaveSettingsResult.Reason>().Select(reason => $"Save.Refused.{reason}"),
        .. Enum.GetValues<FirstSyncPlan.Step>().Select(step => $"Plan.{step}"),
    ];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Text_EveryValueShown_IsThere(string key)
    {
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();

        services.GetRequiredService<IStringLocalizer<SettingsText>>()[key].ResourceNotFound.Should().BeFalse();
    }
}
