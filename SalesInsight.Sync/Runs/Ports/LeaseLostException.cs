namespace SalesInsight.Sync.Runs.Ports;

/// <summary>The lease's epoch has moved on: this run may write nothing more, save losers to the ledger.</summary>
internal sealed class LeaseLostException(Guid connectionId, long epoch)
    : Exception($"The run lease of connection {connectionId} with epoch {epoch} is lost");
