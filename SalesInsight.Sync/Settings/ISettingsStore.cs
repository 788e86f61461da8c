using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Settings;

/// <summary>
/// The store of settings, with levels, locks and history. Rights are checked inside: a rep reads and saves their own,
/// an admin also reads everybody's and saves the team's. Safe to call from several threads.
/// </summary>
public interface ISettingsStore
{
    /// <summary>The settings of one user; null when the actor may not see them.</summary>
    /// <param name="userId">Whose settings.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task<SettingsView?> ViewAsync(Guid userId, Actor actor, CancellationToken cancel = default);

    /// <summary>Saves the user's own values. Turning task sync on is only possible here.</summary>
    /// <param name="userId">Whose settings.</param>
    /// <param name="edit">The changes.</param>
    /// <param name="actor">Must be that user: an admin proposes or locks, but never saves for a rep.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task<SaveSettingsResult> SaveAsync(Guid userId, SettingsEdit edit, Actor actor, CancellationToken cancel = default);

    /// <summary>The team's defaults and locks, for admins; null for others.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task<SettingsView?> TeamViewAsync(Actor actor, CancellationToken cancel = default);

    /// <summary>Saves the team's defaults and locks.</summary>
    /// <param name="edit">The changes, locks included.</param>
    /// <param name="actor">Must be an admin.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task<SaveSettingsResult> SaveTeamAsync(SettingsEdit edit, Actor actor, CancellationToken cancel = default);

    /// <summary>
    /// The newest changes that may concern the user, newest first, 200 at most; a null user asks for the team's. Empty
    /// when the actor may not see them.
    /// </summary>
    /// <param name="userId">Whose settings; null: the team's.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task<IReadOnlyList<SettingChange>> HistoryAsync(Guid? userId, Actor actor, CancellationToken cancel = default);
}
