using SalesInsight.Tests.Simulation.World;

namespace SalesInsight.Tests.Simulation.People;

/// <summary>Records that were given to somebody who does not sync, and what people have left in them since.</summary>
internal sealed class FollowedRecords
{
    private readonly Dictionary<(int Port, string Id), RecordThere?> _left = [];

    public void Begin(int port, string id) => _left[(port, id)] = null;

    public void End(int port, string id) => _left.Remove((port, id));

    /// <summary>Whatever people do to them is as it should be.</summary>
    public bool Keep(SimulatedWorld world, Func<bool> act)
    {
        var before = _left.Count == 0 ? [] : Now(world);
        var done = act();
        if (_left.Count == 0) return done;
        var after = Now(world);
        foreach (var (record, left) in _left)
            if (left is null || left == before.GetValueOrDefault(record)) _left[record] = after[record];
        return done;
    }

    /// <summary>What somebody else than people did; a bin the platform empties in time is nobody's doing.</summary>
    public IEnumerable<string> Breaches(SimulatedWorld world)
    {
        var now = Now(world);
        return _left.Where(r => r.Value != now[r.Key] && !(now[r.Key] is null && r.Value is { IsDeleted: true }))
            .Select(r => $"{r.Value} was reassigned, and is {now[r.Key]}");
    }

    private Dictionary<(int Port, string Id), RecordThere?> Now(SimulatedWorld world) => _left.Keys.ToDictionary(
        r => r, r => RecordThere.All(world.Org(r.Port)).Find(record => record.Id == r.Id));
}
