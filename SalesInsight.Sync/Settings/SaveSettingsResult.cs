namespace SalesInsight.Sync.Settings;

/// <summary>What became of a Save: everything was saved, or nothing and why.</summary>
public abstract record SaveSettingsResult
{
    private SaveSettingsResult()
    {
    }

    /// <summary>Why one value was not taken.</summary>
    public enum Reason
    {
        /// <summary>Only the user themself changes their settings.</summary>
        NotYours,

        /// <summary>Team values, locks and admin-only settings need an admin.</summary>
        AdminsOnly,

        /// <summary>An admin locked it.</summary>
        Locked,

        /// <summary>The value is outside what the setting accepts.</summary>
        OutOfRange,
    }

    /// <summary>Saved; the settings as they are now.</summary>
    /// <param name="View">Read in the same transaction.</param>
    public sealed record Saved(SettingsView View) : SaveSettingsResult;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Refusals">Every fault at once, at least one.</param>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals) : SaveSettingsResult;

    /// <summary>One fault.</summary>
    /// <param name="Key">The setting it is about; null when it is about the Save as a whole.</param>
    /// <param name="Reason">What is wrong.</param>
    public sealed record Refusal(SettingKey? Key, Reason Reason);
}
