using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;

namespace SalesInsight.Web.Shell;

/// <summary>What the pill in the top bar says. Pure: status and clock in, one state out.</summary>
/// <param name="Look">Class of its look: good, moving, caution, bad or none.</param>
/// <param name="IconName">Its glyph: state never by colour alone.</param>
/// <param name="Text">Resource key of what it says.</param>
/// <param name="Arguments">What the text has in braces.</param>
internal sealed record PillState(string Look, string IconName, string Text, params object[] Arguments)
{
    /// <summary>The tab where something can be done about it.</summary>
    public string Leads => Text is "Sync.Reconnect" or "Sync.NotConnected"
        ? "settings/salesforce"
        : "settings/salesforce/sync";

    /// <summary>Worst first: what needs a person hides what merely goes on.</summary>
    public static PillState Of(SyncStatus status, DateTimeOffset now) => status switch
    {
        { NeedsReconnect: true } => new("bad", "link_off", "Sync.Reconnect"),
        { IsConnected: false } => new("", "cloud_off", "Sync.NotConnected"),
        { Mode: TaskSyncMode.Off } => new("", "do_not_disturb_on", "Sync.Off"),
        { IsPaused: true } => new("", "pause_circle", "Sync.Paused"),
        { Running: { IsFirst: true } run } => First(run),
        { LastFault: not null } => new("caution", "warning", "Sync.Failing"),
        { HeldCount: 1 } => new("caution", "pause", "Sync.Held.One"),
        { HeldCount: > 0 } => new("caution", "pause", "Sync.Held", status.HeldCount),
        { ParkedCount: > 0 } => new("caution", "warning", "Sync.Parked", status.ParkedCount),
        { WaitingChanges: > 0 } => new("moving", "arrow_upward", "Sync.Sending", status.WaitingChanges),
        { LastSuccess: { } last } => InStep(now - last),
        _ => new("moving", "sync", "Sync.Starting"),
    };

    private static PillState First(RunProgress run) => run.Total == 0
        ? new("moving", "sync", "Sync.FirstReading")
        : new("moving", "sync", "Sync.First", run.Done, run.Total);

    private static PillState InStep(TimeSpan age) => age switch
    {
        { TotalSeconds: < 5 } => new("good", "done_all", "Sync.InStepNow"),
        { TotalSeconds: < 60 } => new("good", "done_all", "Sync.InStepSeconds", (int)age.TotalSeconds),
        { TotalMinutes: < 60 } => new("good", "done_all", "Sync.InStepMinutes", (int)age.TotalMinutes),
        _ => new("good", "done_all", "Sync.InStepHours", (int)age.TotalHours),
    };
}
