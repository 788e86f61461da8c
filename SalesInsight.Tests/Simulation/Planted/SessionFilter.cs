using System.Collections.Immutable;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Tests.Simulation.Planted;

/// <summary>A session that passes everything on; a planted fault overrides one member.</summary>
internal class SessionFilter(ISalesforceSession inner) : ISalesforceSession
{
    protected ISalesforceSession Inner { get; } = inner;

    public string UserId => Inner.UserId;

    public ApiUsage? Usage => Inner.Usage;

    public int CallsMade => Inner.CallsMade;

    public virtual Task<OrgFacts> ReadOrgFactsAsync(bool fresh, CancellationToken stop) =>
        Inner.ReadOrgFactsAsync(fresh, stop);

    public virtual Task<ReadReply> ReadAsync(ReadRequest request, CancellationToken stop) =>
        Inner.ReadAsync(request, stop);

    public virtual Task<ReadReply> ReadPageAsync(string nextPage, CancellationToken stop) =>
        Inner.ReadPageAsync(nextPage, stop);

    public virtual Task<OrgReply> ReadOrgAsync(StampWindow window, CancellationToken stop) =>
        Inner.ReadOrgAsync(window, stop);

    public virtual Task<OrgReply> ReadOrgPageAsync(string nextPage, CancellationToken stop) =>
        Inner.ReadOrgPageAsync(nextPage, stop);

    public virtual Task<ImmutableArray<SalesforceTask>?> ShowAsync(OrgShare share, CancellationToken stop) =>
        Inner.ShowAsync(share, stop);

    public virtual Task<DeletedReply> ReadDeletedAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken stop) => Inner.ReadDeletedAsync(from, to, stop);

    public virtual Task<ImmutableArray<SalesforceTask>> LookUpAsync(
        ImmutableArray<string> externalIds, CancellationToken stop) => Inner.LookUpAsync(externalIds, stop);

    public virtual Task<ImmutableArray<SalesforceTask>> LookUpCreatedAsync(
        DateTimeOffset since, CancellationToken stop) => Inner.LookUpCreatedAsync(since, stop);

    public virtual Task<WriteReply> WriteAsync(WriteRequest request, CancellationToken stop) =>
        Inner.WriteAsync(request, stop);

    public virtual Task<ImmutableDictionary<string, string>> FindSuccessorsAsync(
        ImmutableArray<string> personIds, CancellationToken stop) => Inner.FindSuccessorsAsync(personIds, stop);

    public virtual Task<ImmutableArray<RecordName>> ReadNamesAsync(
        ImmutableArray<string> ids, CancellationToken stop) => Inner.ReadNamesAsync(ids, stop);
}
