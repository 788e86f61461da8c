using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace SalesInsight.Tests.Simulation.World;

/// <summary>
/// Statements of one connection, each parsed once: EF Core makes a command for every query, and SQLite would spend a
/// sixth of a seed on parsing the same text again.
/// </summary>
internal sealed class PreparedStatements : IDisposable
{
    private readonly Dictionary<string, Stack<SqliteCommand>> _idle = [];
    private readonly Dictionary<DbDataReader, SqliteCommand> _reading = [];

    /// <summary>Runs what <paramref name="asked"/> says; its own text is never parsed.</summary>
    public DbDataReader Read(DbCommand asked)
    {
        var prepared = Take(asked);
        var reader = prepared.ExecuteReader();
        _reading.Add(reader, prepared);
        return reader;
    }

    /// <summary>Runs what <paramref name="asked"/> says; answers how many rows it changed.</summary>
    public int Execute(DbCommand asked)
    {
        var prepared = Take(asked);
        var changed = prepared.ExecuteNonQuery();
        _idle[prepared.CommandText].Push(prepared);
        return changed;
    }

    /// <summary>Its reader is about to be closed: the next one may have the statement.</summary>
    public void Release(DbDataReader reader)
    {
        if (_reading.Remove(reader, out var prepared)) _idle[prepared.CommandText].Push(prepared);
    }

    public void Dispose()
    {
        foreach (var statement in _idle.Values.SelectMany(s => s).Concat(_reading.Values)) statement.Dispose();
    }

    private SqliteCommand Take(DbCommand asked)
    {
        if (!_idle.TryGetValue(asked.CommandText, out var idle)) _idle[asked.CommandText] = idle = new();
        if (!idle.TryPop(out var prepared))
            prepared = new SqliteCommand(asked.CommandText, (SqliteConnection)asked.Connection!);
        prepared.Transaction = (SqliteTransaction?)asked.Transaction;
        prepared.Parameters.Clear();
        foreach (SqliteParameter parameter in asked.Parameters) prepared.Parameters.Add(parameter);
        return prepared;
    }
}
