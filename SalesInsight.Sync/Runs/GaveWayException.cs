namespace SalesInsight.Sync.Runs;

/// <summary>The settings changed while a run was going: it stops between two batches and a new one follows.</summary>
internal sealed class GaveWayException() : Exception("The settings changed since the run took its snapshot");
