using System.Collections.Immutable;
using SalesInsight.Sync.Ledger;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Tests.Simulation.Planted;

/// <summary>A store that passes everything on; a planted fault overrides one member.</summary>
internal class StoreFilter(ISyncStore inner) : ISyncStore
{
    public virtual Task<SyncConnection?> FindConnectionAsync(Guid connectionId, CancellationToken stop) =>
        inner.FindConnectionAsync(connectionId, stop);

    public virtual Task<ImmutableArray<SyncConnection>> ListConnectionsAsync(CancellationToken stop) =>
        inner.ListConnectionsAsync(stop);

    public virtual Task<RunLease?> TakeLeaseAsync(
        Guid connectionId, string holder, TimeSpan duration, CancellationToken stop) =>
        inner.TakeLeaseAsync(connectionId, holder, duration, stop);

    public virtual Task<RunLease?> RenewLeaseAsync(RunLease lease, TimeSpan duration, CancellationToken stop) =>
        inner.RenewLeaseAsync(lease, duration, stop);

    public virtual Task ReleaseLeaseAsync(RunLease lease, CancellationToken stop) =>
        inner.ReleaseLeaseAsync(lease, stop);

    public virtual Task<ImmutableArray<StagedTask>> StageLocalAsync(
        Guid connectionId, int max, CancellationToken stop) => inner.StageLocalAsync(connectionId, max, stop);

    public virtual Task<ImmutableArray<string>> ListLookAgainAsync(
        Guid connectionId, int max, CancellationToken stop) => inner.ListLookAgainAsync(connectionId, max, stop);

    public virtual Task<ImmutableDictionary<string, StagedTask>> FindBySalesforceIdsAsync(
        Guid connectionId, IReadOnlyCollection<string> salesforceIds, CancellationToken stop) =>
        inner.FindBySalesforceIdsAsync(connectionId, salesforceIds, stop);

    public virtual Task<ImmutableDictionary<Guid, StagedTask>> FindByTaskIdsAsync(
        IReadOnlyCollection<Guid> taskIds, CancellationToken stop) => inner.FindByTaskIdsAsync(taskIds, stop);

    public virtual Task<ImmutableArray<StagedTask>> ListUnreadAsync(
        Guid connectionId, UnreadSince since, int max, CancellationToken stop) =>
        inner.ListUnreadAsync(connectionId, since, max, stop);

    public virtual Task<ImmutableArray<StagedTask>> ListUnlinkedAsync(
        Guid connectionId, int max, CancellationToken stop) => inner.ListUnlinkedAsync(connectionId, max, stop);

    public virtual Task PutConfirmedLinksAsync(
        Guid connectionId, IReadOnlyCollection<ConfirmedLink> links, CancellationToken stop) =>
        inner.PutConfirmedLinksAsync(connectionId, links, stop);

    public virtual Task<ImmutableArray<ConfirmedLink>> ListConfirmedLinksAsync(
        Guid connectionId, CancellationToken stop) => inner.ListConfirmedLinksAsync(connectionId, stop);

    public virtual Task<SyncStanding> ReadStandingAsync(Guid userId, CancellationToken stop) =>
        inner.ReadStandingAsync(userId, stop);

    public virtual Task<ImmutableArray<HeldRow>> ListHeldAsync(Guid connectionId, CancellationToken stop) =>
        inner.ListHeldAsync(connectionId, stop);

    public virtual Task AnswerHeldAsync(
        Guid connectionId, IReadOnlyCollection<Guid> taskIds, bool approve, CancellationToken stop) =>
        inner.AnswerHeldAsync(connectionId, taskIds, approve, stop);

    public virtual Task<int> CountLinksAsync(Guid connectionId, CancellationToken stop) =>
        inner.CountLinksAsync(connectionId, stop);

    public virtual Task<int> CountUnconfirmedDeletionsAsync(
        Guid connectionId, DateTimeOffset since, CancellationToken stop) =>
        inner.CountUnconfirmedDeletionsAsync(connectionId, since, stop);

    public virtual Task<IRunTransaction> BeginAsync(RunLease lease, CancellationToken stop) =>
        inner.BeginAsync(lease, stop);

    public virtual Task AppendAsync(IReadOnlyCollection<DecisionRecord> records, CancellationToken stop) =>
        inner.AppendAsync(records, stop);

    public virtual Task AddRunAsync(RunRecord run, CancellationToken stop) => inner.AddRunAsync(run, stop);

    public virtual Task MarkNeedsReconnectAsync(Guid connectionId, SalesforceFault fault, CancellationToken stop) =>
        inner.MarkNeedsReconnectAsync(connectionId, fault, stop);

    public virtual Task<ImmutableArray<string>> ListUnnamedAsync(
        Guid connectionId, DateTimeOffset namedBefore, int max, CancellationToken stop) =>
        inner.ListUnnamedAsync(connectionId, namedBefore, max, stop);

    public virtual Task PutNamesAsync(
        Guid connectionId, IReadOnlyCollection<string> asked, IReadOnlyCollection<RecordName> found,
        DateTimeOffset at, CancellationToken stop) =>
        inner.PutNamesAsync(connectionId, asked, found, at, stop);
}
