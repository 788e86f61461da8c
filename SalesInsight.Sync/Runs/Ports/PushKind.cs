namespace SalesInsight.Sync.Runs.Ports;

/// <summary>What a push does to the record.</summary>
internal enum PushKind
{
    Create,
    Update,
    Delete,
}
