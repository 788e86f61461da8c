using System.Diagnostics;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.TaskList;

namespace SalesInsight.Web.CommandCenter.Words;

/// <summary>Which glyph of Material Symbols stands for what.</summary>
internal static class Icons
{
    public static string Of(ReminderType type) => type switch
    {
        ReminderType.Call => "call",
        ReminderType.Email => "mail",
        ReminderType.InMail => "chat",
        ReminderType.Custom => "assignment",
        _ => throw new UnreachableException(),
    };

    public static string Of(SyncGlyph glyph) => glyph switch
    {
        SyncGlyph.InStep => "done_all",
        SyncGlyph.Sending => "arrow_upload_progress",
        SyncGlyph.Merged => "merge",
        SyncGlyph.OnlyHere => "desktop_windows",
        SyncGlyph.OutOfSight => "visibility_off",
        SyncGlyph.Parked => "warning",
        SyncGlyph.Off => "do_not_disturb_on",
        _ => throw new UnreachableException(),
    };

    /// <summary>Colour never speaks alone; it only repeats what shape and name say.</summary>
    public static string ToneOf(SyncGlyph glyph) => glyph switch
    {
        SyncGlyph.Sending => "moving",
        SyncGlyph.Merged => "joined",
        SyncGlyph.OutOfSight => "caution",
        SyncGlyph.Parked => "bad",
        _ => "quiet",
    };
}
