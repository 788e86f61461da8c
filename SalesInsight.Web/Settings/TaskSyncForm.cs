using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Web.Settings;

/// <summary>The task sync card while it is edited: what is saved, what is chosen, what a Save would send.</summary>
public sealed class TaskSyncForm(SettingsView view, bool isTeam)
{
    public static readonly TimeSpan[] Intervals =
    [
        TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(60),
    ];

    public bool IsTeam => isTeam;

    public long Version => view.Version;

    public SettingField<TaskSyncMode> Mode { get; } = new(view.Of(SettingKeys.TaskSync), isTeam);

    public SettingField<FirstImport> Import { get; } = new(view.Of(SettingKeys.FirstImport), isTeam);

    public SettingField<ConflictRule> Conflict { get; } = new(view.Of(SettingKeys.ConflictRule), isTeam);

    public SettingField<DeleteRule> Delete { get; } = new(view.Of(SettingKeys.DeleteRule), isTeam);

    public SettingField<TimeSpan> Interval { get; } = new(view.Of(SettingKeys.SyncInterval), isTeam);

    /// <summary>The choices within the admin's shortest interval, and the value in force even if it is none of them.
    /// </summary>
    public IEnumerable<TimeSpan> IntervalChoices =>
        Intervals.Append(Interval.Value).Distinct().Order()
            .Where(choice => choice >= view.Of(SettingKeys.SyncIntervalMin).Value || choice == Interval.Value);

    public bool IsChanged => Mode.IsChanged || RulesChanged;

    public bool RulesChanged => Import.IsChanged || Conflict.IsChanged || Delete.IsChanged || Interval.IsChanged;

    /// <summary>Saving this turns the sync on: the first run starts at once.</summary>
    public bool TurnsOn => !isTeam && Mode.Saved.Value is TaskSyncMode.Off && Mode.Value is not TaskSyncMode.Off;

    public void Discard()
    {
        Mode.Discard();
        Import.Discard();
        Conflict.Discard();
        Delete.Discard();
        Interval.Discard();
    }

    public SettingsEdit ToEdit()
    {
        var edit = new SettingsEdit();
        Mode.AddTo(edit);
        Import.AddTo(edit);
        Conflict.AddTo(edit);
        Delete.AddTo(edit);
        Interval.AddTo(edit);
        return edit;
    }
}
