namespace SalesInsight.Sync.Runs.Control;

/// <summary>Why a run is asked for.</summary>
public enum RunReason
{
    /// <summary>The interval has passed.</summary>
    Interval,

    /// <summary>A person changed a task here.</summary>
    LocalChange,

    /// <summary>Settings were saved.</summary>
    Save,

    /// <summary>Sync now.</summary>
    ByHand,
}
