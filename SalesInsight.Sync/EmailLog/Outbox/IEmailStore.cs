using System.Collections.Immutable;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.EmailLog.Outbox;

/// <summary>
/// The outbox as a logging run sees it. Thread-safe; every member is one short transaction. Members that take a lease
/// throw <see cref="LeaseLostException"/>, and write nothing, when its epoch has moved on.
/// </summary>
internal interface IEmailStore
{
    /// <summary>Null while another holder's lease has not expired (the database's clock).</summary>
    Task<RunLease?> TakeLeaseAsync(Guid connectionId, string holder, TimeSpan duration, CancellationToken stop);

    /// <summary>Null when the epoch has moved on.</summary>
    Task<RunLease?> RenewLeaseAsync(RunLease lease, TimeSpan duration, CancellationToken stop);

    Task ReleaseLeaseAsync(RunLease lease, CancellationToken stop);

    /// <summary>Addresses of the user's mails that are due, oldest mail first.</summary>
    Task<ImmutableArray<StagedEmail>> StageAsync(Guid userId, DateTimeOffset now, int max, CancellationToken stop);

    /// <summary>True when a run would find something: an address due, an entry of unknown fate, marks or dates
    /// to set.</summary>
    Task<bool> HasWorkAsync(Guid connectionId, Guid userId, DateTimeOffset now, CancellationToken stop);

    /// <summary>When the next address of the user is due; null: none waits.</summary>
    Task<DateTimeOffset?> NextDueAsync(Guid userId, CancellationToken stop);

    /// <summary>Connections, alive ones only, whose user has an address that is due or that have dates to set.
    /// </summary>
    Task<ImmutableArray<Guid>> ListDueConnectionsAsync(DateTimeOffset now, CancellationToken stop);

    /// <summary>Whole mails; the text is empty where it is no longer kept. And the marks of each of their addresses.
    /// </summary>
    Task<ImmutableDictionary<Guid, StoredEmail>> LoadAsync(
        IReadOnlyCollection<Guid> emailIds, CancellationToken stop);

    /// <summary>Entries of this connection that are not done, oldest first.</summary>
    Task<ImmutableArray<LogEntry>> ListOpenAsync(Guid connectionId, int max, CancellationToken stop);

    /// <summary>Entries by their own ids.</summary>
    Task<ImmutableDictionary<Guid, LogEntry>> FindAsync(IReadOnlyCollection<Guid> logIds, CancellationToken stop);

    /// <summary>Entries of these mails that are done.</summary>
    Task<ImmutableArray<LogEntry>> ListDoneAsync(IReadOnlyCollection<Guid> emailIds, CancellationToken stop);

    /// <summary>Which of these records are known to be somebody's entry.</summary>
    Task<ImmutableHashSet<string>> FindKnownAsync(
        Guid connectionId, IReadOnlyCollection<string> salesforceIds, CancellationToken stop);

    /// <summary>
    /// Writes entries that nobody else has written meanwhile, and notes what was decided for their addresses; the ids
    /// of those written. Of two colleagues who report one mail, one gets each id.
    /// </summary>
    Task<ImmutableHashSet<Guid>> ClaimAsync(
        RunLease lease, IReadOnlyCollection<Intent> intents, CancellationToken stop);

    Task CommitAsync(RunLease lease, EmailChanges changes, CancellationToken stop);

    Task<ImmutableArray<UnmarkedEntry>> ListUnmarkedAsync(Guid connectionId, int max, CancellationToken stop);

    /// <summary>These marks are there now.</summary>
    Task PutMarkedAsync(RunLease lease, IReadOnlyCollection<UnmarkedEntry> marked, CancellationToken stop);

    /// <summary>Logged mails of this connection whose date is to be shown by their records, oldest first.</summary>
    Task<ImmutableArray<LogEntry>> ListRollUpDueAsync(Guid connectionId, int max, CancellationToken stop);

    /// <summary>These are shown now, or never will be.</summary>
    Task PutRolledUpAsync(RunLease lease, IReadOnlyCollection<Guid> logIds, CancellationToken stop);

    /// <summary>
    /// Texts of mails reported before a time are dropped; of mails deleted before another, everything but what keeps
    /// them from being logged twice.
    /// </summary>
    Task PurgeAsync(DateTimeOffset reportedBefore, DateTimeOffset deletedBefore, CancellationToken stop);

    /// <summary>Texts of mails reported before a time are dropped, logged or not.</summary>
    Task DropTextsAsync(Guid userId, DateTimeOffset reportedBefore, CancellationToken stop);
}
