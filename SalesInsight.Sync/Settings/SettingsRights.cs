using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Settings;

/// <summary>Who may read and who may save what; pure, and every fault of a Save at once.</summary>
internal static class SettingsRights
{
    public static bool MayView(Guid userId, Actor actor) => actor.IsAdmin || actor.UserId == userId;

    /// <summary>The faults of a user's own Save under the team's values; none: it may be saved.</summary>
    public static List<SaveSettingsResult.Refusal> CheckOwn(
        Guid userId,
        SettingsEdit edit,
        Actor actor,
        IReadOnlyDictionary<string, StoredSetting> team)
    {
        if (actor.UserId != userId) return [new(null, SaveSettingsResult.Reason.NotYours)];

        List<SaveSettingsResult.Refusal> refusals = [];
        foreach (var (key, entry) in edit.Entries)
            if (CheckOwn(key, entry, team.GetValueOrDefault(key.Name)) is { } reason) refusals.Add(new(key, reason));
        return refusals;
    }

    /// <summary>The faults of an admin's Save for the team; none: it may be saved.</summary>
    public static List<SaveSettingsResult.Refusal> CheckTeam(SettingsEdit edit, Actor actor)
    {
        if (!actor.IsAdmin) return [new(null, SaveSettingsResult.Reason.AdminsOnly)];

        List<SaveSettingsResult.Refusal> refusals = [];
        foreach (var (key, entry) in edit.Entries)
            if (entry.Text is { } text && !key.Accepts(text))
                refusals.Add(new(key, SaveSettingsResult.Reason.OutOfRange));
        return refusals;
    }

    private static SaveSettingsResult.Reason? CheckOwn(SettingKey key, SettingsEdit.Entry entry, StoredSetting? team)
    {
        if (key.IsAdminOnly || entry.IsLocked == true) return SaveSettingsResult.Reason.AdminsOnly;
        if (entry.Text is not { } text) return null;
        if (!key.Accepts(text)) return SaveSettingsResult.Reason.OutOfRange;
        var isLocked = team is { IsLocked: true } && key.Accepts(team.Text);
        return isLocked && !key.IsWithinLock(text, team!.Text) ? SaveSettingsResult.Reason.Locked : null;
    }
}
