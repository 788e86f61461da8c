using System.Collections.Immutable;
using SalesInsight.Sync.Ledger;

namespace SalesInsight.Sync.Runs.Ports;

/// <summary>The store as a run sees it. Thread-safe; every member is one short transaction of its own.</summary>
internal interface ISyncStore
{
    Task<SyncConnection?> FindConnectionAsync(Guid connectionId, CancellationToken stop);

    /// <summary>Connections whose user is active and whose grant is alive.</summary>
    Task<ImmutableArray<SyncConnection>> ListConnectionsAsync(CancellationToken stop);

    /// <summary>Null while another holder's lease has not expired (the database's clock).</summary>
    Task<RunLease?> TakeLeaseAsync(Guid connectionId, string holder, TimeSpan duration, CancellationToken stop);

    /// <summary>Null when the epoch has moved on.</summary>
    Task<RunLease?> RenewLeaseAsync(RunLease lease, TimeSpan duration, CancellationToken stop);

    Task ReleaseLeaseAsync(RunLease lease, CancellationToken stop);

    /// <summary>
    /// Rows a run must look at, oldest first: outbound tasks of this connection without a link; active or removed links
    /// whose task's version differs from the link's; links to look at again; open intents; parked rows; approved or
    /// rejected held rows.
    /// </summary>
    Task<ImmutableArray<StagedTask>> StageLocalAsync(Guid connectionId, int max, CancellationToken stop);

    /// <summary>Unlinked records to read again.</summary>
    Task<ImmutableArray<string>> ListLookAgainAsync(Guid connectionId, int max, CancellationToken stop);

    /// <summary>Rows linked, now or ever (KnownIds), to these records under this connection; by record id.</summary>
    Task<ImmutableDictionary<string, StagedTask>> FindBySalesforceIdsAsync(
        Guid connectionId, IReadOnlyCollection<string> salesforceIds, CancellationToken stop);

    Task<ImmutableDictionary<Guid, StagedTask>> FindByTaskIdsAsync(
        IReadOnlyCollection<Guid> taskIds, CancellationToken stop);

    /// <summary>Links that are due to be read by id again; oldest first.</summary>
    Task<ImmutableArray<StagedTask>> ListUnreadAsync(
        Guid connectionId, UnreadSince since, int max, CancellationToken stop);

    /// <summary>Alive tasks of the connection's user without a link: candidates for adoption.</summary>
    Task<ImmutableArray<StagedTask>> ListUnlinkedAsync(Guid connectionId, int max, CancellationToken stop);

    /// <summary>
    /// Replaces the confirmed links of a connection; a link made, or a task or record gone, ends one.
    /// </summary>
    Task PutConfirmedLinksAsync(
        Guid connectionId, IReadOnlyCollection<ConfirmedLink> links, CancellationToken stop);

    Task<ImmutableArray<ConfirmedLink>> ListConfirmedLinksAsync(Guid connectionId, CancellationToken stop);

    Task<SyncStanding> ReadStandingAsync(Guid userId, CancellationToken stop);

    Task<ImmutableArray<HeldRow>> ListHeldAsync(Guid connectionId, CancellationToken stop);

    /// <summary>A person's answer to held rows; the next run acts on it.</summary>
    Task AnswerHeldAsync(
        Guid connectionId, IReadOnlyCollection<Guid> taskIds, bool approve, CancellationToken stop);

    /// <summary>Active links of a connection: what the share of the delete fence is taken of.</summary>
    Task<int> CountLinksAsync(Guid connectionId, CancellationToken stop);

    /// <summary>Deletions applied here that nobody confirmed, since a time (from the ledger).</summary>
    Task<int> CountUnconfirmedDeletionsAsync(Guid connectionId, DateTimeOffset since, CancellationToken stop);

    /// <summary>Throws <see cref="LeaseLostException"/> at once when the epoch has moved on.</summary>
    Task<IRunTransaction> BeginAsync(RunLease lease, CancellationToken stop);

    /// <summary>Append-only, so it needs no epoch: losers that a run without a lease learnt of.</summary>
    Task AppendAsync(IReadOnlyCollection<DecisionRecord> records, CancellationToken stop);

    /// <summary>Once per run, at its end.</summary>
    Task AddRunAsync(RunRecord run, CancellationToken stop);

    /// <summary>The grant is dead: runs stop and the page asks to reconnect.</summary>
    Task MarkNeedsReconnectAsync(Guid connectionId, SalesforceFault fault, CancellationToken stop);

    /// <summary>
    /// Cached names; and ids of living tasks' people and records with no name or one older than a day.
    /// </summary>
    Task<ImmutableArray<string>> ListUnnamedAsync(
        Guid connectionId, DateTimeOffset namedBefore, int max, CancellationToken stop);

    Task PutNamesAsync(
        Guid connectionId, IReadOnlyCollection<string> asked, IReadOnlyCollection<RecordName> found,
        DateTimeOffset at, CancellationToken stop);
}
