namespace SalesInsight.Sync.Runs.Control;

/// <summary>Asks for runs and tells how the sync stands. Thread-safe.</summary>
public interface ISyncControl
{
    /// <summary>Asks for a run of the user's connection; it starts within a second. Asking twice is asking once.
    /// Without a connection, or with the sync off, nothing happens.</summary>
    void Request(Guid userId, RunReason reason);

    /// <summary>Asks for a reading of an org reader's organization; one that was disconnected has its reps run
    /// instead.</summary>
    void RequestReading(Guid readerId);

    /// <summary>How the user's sync stands now.</summary>
    Task<SyncStatus> StatusAsync(Guid userId, CancellationToken stop);
}
