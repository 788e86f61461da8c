using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Storage;

/// <summary>Ids that grow with time: new rows land side by side in an index (UUID version 7, RFC 9562).</summary>
internal sealed class IdSource(TimeProvider time) : IIdSource
{
    public Guid Next() => Guid.CreateVersion7(time.GetUtcNow());
}
