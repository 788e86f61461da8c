using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Web.Settings;

/// <summary>What a Save will do, said before it is done. Pure.</summary>
internal static class WhenYouSave
{
    private const int SecondsPerDay = 86_400;

    public static IReadOnlyList<Effect> Effects(TaskSyncForm form)
    {
        var (from, to) = (form.Mode.Saved.Value, form.Mode.Value);
        if (!form.IsChanged) return [];
        if (form.IsTeam) return [new("Save.Team", "Save.TeamMore")];
        if (from == to) return [new("Save.Rules", "Save.RulesMore")];
        if (to is TaskSyncMode.Off) return [new("Save.Stops", "Save.StopsMore")];
        if (from is not TaskSyncMode.Off) return [new("Save.Direction", "Save.DirectionMore"), Then(to)];
        return
        [
            .. ComesIn(to, form.Import.Value), new("Save.NothingSent", "Save.NothingSentMore"), .. Gone(to), Then(to),
        ];
    }

    /// <summary>Calls a day of checking so often, without an org reader; 0 while the sync is off.</summary>
    public static int CallsPerDay(TaskSyncMode mode, TimeSpan interval) =>
        mode is TaskSyncMode.Off ? 0 : (int)Math.Ceiling(SecondsPerDay / interval.TotalSeconds);

    private static IEnumerable<Effect> ComesIn(TaskSyncMode to, FirstImport import)
    {
        if (!to.HasFlag(TaskSyncMode.InOnly)) yield return new("Save.NothingIn", "Save.NothingInMore");
        else if (import is FirstImport.AllOpen) yield return new("Save.InAll", "Save.InAllMore");
        else yield return new("Save.InWindow", $"Save.InWindowMore.{import}");
    }

    private static IEnumerable<Effect> Gone(TaskSyncMode to)
    {
        if (to.HasFlag(TaskSyncMode.InOnly)) yield return new("Save.Deleted", "Save.DeletedMore");
    }

    private static Effect Then(TaskSyncMode to) => new("Save.Then", to switch
    {
        TaskSyncMode.InOnly => "Save.ThenIn",
        TaskSyncMode.OutOnly => "Save.ThenOut",
        _ => "Save.ThenBoth",
    });
}
