namespace SalesInsight.Sync.Runs.Ports;

/// <summary>How a run ended.</summary>
internal enum RunOutcome
{
    /// <summary>Still going.</summary>
    Running,

    /// <summary>Everything it saw was decided and done, or parked or held with a reason.</summary>
    Done,

    /// <summary>A whole call failed; the cursor did not move.</summary>
    Failed,

    /// <summary>Another holder took the lease, or the settings changed in mid-run: it stopped and wrote nothing more.
    /// </summary>
    GaveWay,
}
