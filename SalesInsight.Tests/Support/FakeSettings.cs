using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Tests.Support;

/// <summary>Settings of one person: a zone, and the built-in default for everything else.</summary>
internal sealed class FakeSettings(string zone) : ISettingsStore
{
    public Task<SettingsView?> ViewAsync(Guid userId, Actor actor, CancellationToken cancel = default)
    {
        var own = new Dictionary<string, StoredSetting>
        {
            [SettingKeys.TimeZone.Name] = new(zone, false, "", DateTimeOffset.UnixEpoch),
        };
        return Task.FromResult<SettingsView?>(new SettingsView(1, new Dictionary<string, StoredSetting>(), own));
    }

    public Task<SaveSettingsResult> SaveAsync(
        Guid userId, SettingsEdit edit, Actor actor, CancellationToken cancel = default) =>
        throw new NotSupportedException();

    public Task<SettingsView?> TeamViewAsync(Actor actor, CancellationToken cancel = default) =>
        Task.FromResult<SettingsView?>(null);

    public Task<SaveSettingsResult> SaveTeamAsync(
        SettingsEdit edit, Actor actor, CancellationToken cancel = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<SettingChange>> HistoryAsync(
        Guid? userId, Actor actor, CancellationToken cancel = default) =>
        Task.FromResult<IReadOnlyList<SettingChange>>([]);
}
