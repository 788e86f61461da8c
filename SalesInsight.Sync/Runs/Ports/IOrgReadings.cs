using System.Collections.Immutable;

namespace SalesInsight.Sync.Runs.Ports;

/// <summary>
/// Where an org reader puts what it read and runs find it. Thread-safe; every member is one short transaction.
/// </summary>
internal interface IOrgReadings
{
    /// <summary>
    /// A connection's part of its organization's last reading, with a SystemModstamp from <paramref name="since"/> on;
    /// null when no living reader read for it.
    /// </summary>
    Task<OrgShare?> FindShareAsync(SyncConnection connection, DateTimeOffset since, CancellationToken stop);

    /// <summary>Readers whose grant is alive.</summary>
    Task<ImmutableArray<OrgReader>> ListReadersAsync(CancellationToken stop);

    Task<OrgReader?> FindReaderAsync(Guid readerId, CancellationToken stop);

    /// <summary>Who syncs in an organization: connected, active, neither off nor paused.</summary>
    Task<ImmutableArray<OrgRep>> ListRepsAsync(string organizationId, CancellationToken stop);

    /// <summary>Which of these connections know these records, now or ever.</summary>
    Task<ILookup<string, Guid>> FindLinkedAsync(
        IReadOnlyCollection<Guid> connectionIds, IReadOnlyCollection<string> salesforceIds, CancellationToken stop);

    /// <summary>
    /// Replaces the organization's reading and its rows, for these connections. Answers the records that were not
    /// stored before or not like this. Throws <see cref="LeaseLostException"/> when the lease has moved on.
    /// </summary>
    Task<ImmutableHashSet<string>> PutAsync(
        RunLease lease, OrgReading reading, IReadOnlyCollection<OrgRow> rows, IReadOnlyCollection<Guid> connectionIds,
        CancellationToken stop);

    /// <summary>How a reader fares, from its runs since a time.</summary>
    Task<OrgReaderHealth> ReadHealthAsync(Guid readerId, DateTimeOffset since, CancellationToken stop);

    /// <summary>Forgets an organization's reading and its rows.</summary>
    Task DropAsync(string organizationId, CancellationToken stop);
}
