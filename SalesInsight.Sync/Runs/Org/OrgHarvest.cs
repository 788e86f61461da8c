using System.Collections.Immutable;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Org;

/// <summary>
/// Takes of a reading what concerns somebody who syncs: rows they own, and rows linked to a task of theirs whoever owns
/// them. Everything else is dropped unstored.
/// </summary>
internal sealed class OrgHarvest(IOrgReadings readings, ImmutableArray<OrgRep> reps)
{
    private readonly ILookup<string, Guid> _owners = reps.ToLookup(r => r.SalesforceUserId, r => r.ConnectionId);
    private readonly Dictionary<string, OrgRow> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<Guid>> _concerned = new(StringComparer.Ordinal);

    public IReadOnlyCollection<OrgRow> Rows => _rows.Values;

    public ImmutableArray<Guid> ConnectionIds { get; } = [.. reps.Select(r => r.ConnectionId)];

    /// <summary>The shortest anybody asked for: one reading serves all.</summary>
    public TimeSpan Interval { get; } = reps.Min(r => r.Interval);

    public async Task TakeAsync(ImmutableArray<OrgRow> page, CancellationToken stop)
    {
        if (page.IsEmpty) return;
        var linked = await readings.FindLinkedAsync(ConnectionIds, [.. page.Select(r => r.Id)], stop);
        foreach (var row in page)
        {
            var owners = row.OwnerId is { } owner ? _owners[owner] : [];
            ImmutableArray<Guid> concerned = [.. owners.Union(linked[row.Id])];
            if (concerned.IsEmpty) continue;
            _rows[row.Id] = row;
            _concerned[row.Id] = concerned;
        }
    }

    /// <summary>Whom these records concern.</summary>
    public ImmutableArray<Guid> Concerned(IEnumerable<string> ids) =>
        [.. ids.SelectMany(id => _concerned[id]).Distinct()];
}
