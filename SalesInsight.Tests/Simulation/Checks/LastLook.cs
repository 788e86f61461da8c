using Microsoft.Data.Sqlite;
using SalesInsight.Sync.Ledger;
using SalesInsight.Sync.Storage;
using SalesInsight.Tests.Simulation.People;
using SalesInsight.Tests.Simulation.World;

namespace SalesInsight.Tests.Simulation.Checks;

/// <summary>Both sides and the history as they are when everything has settled.</summary>
internal sealed class LastLook
{
    private const string ContentsQuery = "SELECT \"Body\" FROM decision_contents WHERE \"Body\" LIKE '%\"Losing\"%'";

    private readonly ILookup<Thing, RowHere> _rows;
    private readonly Dictionary<int, ILookup<Thing, RecordThere>> _records = [];
    private readonly HashSet<string> _losers;

    public LastLook(SimulatedWorld world)
    {
        World = world;
        _rows = RowHere.All(world.Database.Connection).Where(r => world.Truth.Of(r.Details) is not null)
            .ToLookup(r => world.Truth.Of(r.Details)!);
        foreach (var (port, org) in world.OrgsByPort)
        {
            _records[port] = RecordThere.All(org).Where(r => world.Truth.Of(r.Details) is not null)
                .ToLookup(r => world.Truth.Of(r.Details)!);
        }

        _losers = Losers(world.Database.Connection);
    }

    public SimulatedWorld World { get; }

    /// <summary>Both sides as text.</summary>
    public required string State { get; init; }

    /// <summary>Calls that wrote in the very last runs.</summary>
    public required int WritesAtTheEnd { get; init; }

    public required bool IsSettled { get; init; }

    /// <summary>Rows of all users.</summary>
    public IEnumerable<RowHere> RowsOf(Thing thing) => _rows[thing];

    public IEnumerable<RecordThere> RecordsOf(Thing thing, int port) => _records[port][thing];

    public IEnumerable<RecordThere> RecordsOf(Thing thing) => _records.Values.SelectMany(r => r[thing]);

    /// <summary>Whether a value stands in the history of some task as one that lost.</summary>
    public bool IsInHistory(string value) => _losers.Contains(value);

    /// <summary>Only what lost: that a value is named as a change does not bring it back to anybody.</summary>
    private static HashSet<string> Losers(SqliteConnection database)
    {
        using var command = database.CreateCommand();
        command.CommandText = ContentsQuery;
        using var reader = command.ExecuteReader();
        var losers = new HashSet<string>();
        while (reader.Read())
            foreach (var loser in StoredJson.Read<DecisionContent>(reader.GetString(0)).Losers)
                if (loser.Losing is { } value) losers.Add(Truth.Plain(value));
        return losers;
    }
}
