namespace SalesInsight.Sync.Runs.TaskList;

/// <summary>The seven sync states a task shows (mockup 09).</summary>
public enum SyncGlyph
{
    /// <summary>Both sides hold the same values.</summary>
    InStep,

    /// <summary>Saved here, on its way to Salesforce.</summary>
    Sending,

    /// <summary>Both sides changed it; see Why?.</summary>
    Merged,

    /// <summary>Made before the sync, or while it was off.</summary>
    OnlyHere,

    /// <summary>Salesforce does not show it, or it waits for a person; kept here.</summary>
    OutOfSight,

    /// <summary>Salesforce refused it; kept and explained.</summary>
    Parked,

    /// <summary>Sync is off.</summary>
    Off,
}
