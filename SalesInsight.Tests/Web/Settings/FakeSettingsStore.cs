using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Tests.Web.Settings;

/// <summary>Answers with what the test prepared and remembers what was saved.</summary>
internal sealed class FakeSettingsStore(SettingsView view) : ISettingsStore
{
    public SettingsView View { get; set; } = view;

    public SaveSettingsResult? Answer { get; set; }

    public List<SettingsEdit> Saves { get; } = [];

    public Task<SettingsView?> ViewAsync(Guid userId, Actor actor, CancellationToken cancel) =>
        Task.FromResult<SettingsView?>(View);

    public Task<SaveSettingsResult> SaveAsync(
        Guid userId, SettingsEdit edit, Actor actor, CancellationToken cancel) => SaveAsync(edit);

    public Task<SettingsView?> TeamViewAsync(Actor actor, CancellationToken cancel) =>
        Task.FromResult<SettingsView?>(View);

    public Task<SaveSettingsResult> SaveTeamAsync(SettingsEdit edit, Actor actor, CancellationToken cancel) =>
        SaveAsync(edit);

    public Task<IReadOnlyList<SettingChange>> HistoryAsync(Guid? userId, Actor actor, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<SettingChange>>([]);

    private Task<SaveSettingsResult> SaveAsync(SettingsEdit edit)
    {
        Saves.Add(edit);
        return Task.FromResult(Answer ?? new SaveSettingsResult.Saved(View));
    }
}
