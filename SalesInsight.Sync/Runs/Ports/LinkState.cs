namespace SalesInsight.Sync.Runs.Ports;

/// <summary>What a link between a task and a record is worth.</summary>
internal enum LinkState
{
    /// <summary>Binds two living sides.</summary>
    Active,

    /// <summary>Both sides were gone: a tombstone that keeps ids and last contents for 30 days.</summary>
    Removed,

    /// <summary>Belongs to an earlier connection, or the record left this user: shown, never written.</summary>
    Frozen,
}
