using System.Collections.Immutable;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.People;

namespace SalesInsight.Sync.Salesforce;

/// <summary>One connected user's Salesforce: the port's promises, put together from readers and writer.</summary>
internal sealed class SalesforceSession(
    StoredIdentity identity, DataChannel channel, HostAllowList hosts, OrgFactsReader facts, OrgFactsCache cache)
    : ISalesforceSession
{
    private readonly TaskReader reader = new(channel, hosts, identity.SalesforceUserId);
    private readonly TaskWriter writer = new(channel);
    private readonly NameReader names = new(new QueryReader(channel, hosts));
    private readonly SuccessorReader successors = new(new QueryReader(channel, hosts));

    public string UserId => identity.SalesforceUserId;

    public ApiUsage? Usage => channel.Usage;

    public int CallsMade => channel.CallsMade;

    public async Task<OrgFacts> ReadOrgFactsAsync(bool fresh, CancellationToken stop) =>
        (await EntryAsync(fresh, stop)).Facts;

    public Task<ReadReply> ReadAsync(ReadRequest request, CancellationToken stop) =>
        WithColumnsAsync(columns => reader.ReadAsync(request, columns, stop), stop);

    public async Task<ReadReply> ReadPageAsync(string nextPage, CancellationToken stop) =>
        await reader.ReadPageAsync(nextPage, (await EntryAsync(false, stop)).Columns, stop);

    public Task<OrgReply> ReadOrgAsync(StampWindow window, CancellationToken stop) =>
        WithColumnsAsync(columns => reader.ReadOrgAsync(window, columns, stop), stop);

    public async Task<OrgReply> ReadOrgPageAsync(string nextPage, CancellationToken stop) =>
        await reader.ReadOrgPageAsync(nextPage, (await EntryAsync(false, stop)).Columns, stop);

    public async Task<ImmutableArray<SalesforceTask>?> ShowAsync(OrgShare share, CancellationToken stop) =>
        RowsShown.Of(share, (await EntryAsync(false, stop)).Columns, identity.SalesforceUserId);

    public Task<DeletedReply> ReadDeletedAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken stop) =>
        reader.ReadDeletedAsync(from, to, stop);

    public Task<ImmutableArray<SalesforceTask>> LookUpAsync(
        ImmutableArray<string> externalIds, CancellationToken stop) =>
        WithColumnsAsync(columns => reader.LookUpAsync(externalIds, columns, stop), stop);

    public Task<ImmutableArray<SalesforceTask>> LookUpCreatedAsync(DateTimeOffset since, CancellationToken stop) =>
        WithColumnsAsync(columns => reader.LookUpCreatedAsync(since, columns, stop), stop);

    public async Task<WriteReply> WriteAsync(WriteRequest request, CancellationToken stop) =>
        await writer.WriteAsync(request, (await EntryAsync(false, stop)).Columns, stop);

    public Task<ImmutableDictionary<string, string>> FindSuccessorsAsync(
        ImmutableArray<string> personIds, CancellationToken stop) => successors.FindAsync(personIds, stop);

    public Task<ImmutableArray<RecordName>> ReadNamesAsync(ImmutableArray<string> ids, CancellationToken stop) =>
        names.ReadAsync(ids, stop);

    /// <summary>A field was hidden since the last describe: describe once more, leave it out, ask again (pitfall 29).
    /// </summary>
    private async Task<T> WithColumnsAsync<T>(Func<TaskColumns, Task<T>> read, CancellationToken stop)
    {
        var entry = await EntryAsync(false, stop);
        try
        {
            return await read(entry.Columns);
        }
        catch (SalesforceFaultException e) when (e.Fault.Code == FaultCode.FieldHidden)
        {
            return await read((await EntryAsync(true, stop)).Columns);
        }
    }

    public async Task<OrgFactsCache.Entry> EntryAsync(bool fresh, CancellationToken stop)
    {
        if (!fresh && cache.Find(identity.ConnectionId) is { } known) return known;
        var entry = await facts.ReadAsync(stop);
        cache.Put(identity.ConnectionId, entry);
        return entry;
    }
}
