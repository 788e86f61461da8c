using System.Globalization;
using Microsoft.Data.Sqlite;
using SalesInsight.Sandbox;

namespace SalesInsight.Tests.Web.BadInput;

/// <summary>
/// All that is kept on both sides, as text by cell. Left out is what every look at the app may move: sign-ins, leases,
/// the protocol of runs, what is on its way, and how a grant is doing.
/// </summary>
internal sealed class State
{
    private const string Admin = "admin@sandbox.test";
    private const int ShownMax = 60;

    private static readonly string[] PassingTables =
        ["data_protection_keys", "pending_sign_ins", "push_intents", "run_leases", "sync_runs", "sqlite_sequence"];

    private static readonly string[] PassingTablesOfOthers = ["AspNet", "QRTZ_", "qrtz_", "__EF"];

    private static readonly string[] PassingConnectionColumns =
        ["AccessToken", "RefreshToken", "TokenVersion", "RefreshClaimedUntil", "Status", "Problem"];

    private static readonly string[] Content =
    [
        .. Cells("here reminder_tasks", "Subject Status Priority DueDate Details PersonId RelatedId Type DeletedAt"),
        .. Cells("there Task", "Subject Status Priority ActivityDate Description WhoId WhatId OwnerId IsDeleted"),
    ];

    private readonly SortedDictionary<string, string> _cells;

    private State(SortedDictionary<string, string> cells) => _cells = cells;

    public static State Read(string connectionString, SandboxServer sandbox)
    {
        var cells = new SortedDictionary<string, string>(StringComparer.Ordinal);
        using var here = new SqliteConnection(connectionString);
        here.Open();
        foreach (var table in Tables(here)) ReadTable(here, table, cells);
        foreach (var record in sandbox.Org.Records.List(sandbox.Org.As(Admin), "Task", includeDeleted: true))
        foreach (var field in record.Schema.Fields)
            cells[$"there Task.{field.Name} {record.Id}"] = Text(record[field.Name]);
        return new State(cells);
    }

    /// <summary>The same, but only what a person can see: no stamps, versions or history.</summary>
    public IReadOnlyList<string> ContentChangesTo(State later) =>
        [.. ChangesTo(later).Where(change => Content.Any(cell => change.StartsWith(cell, StringComparison.Ordinal)))];

    /// <summary>Cells that differ, one a line: where, what it was, what it is.</summary>
    public IReadOnlyList<string> ChangesTo(State later) =>
    [
        .. _cells.Keys.Union(later._cells.Keys).Order(StringComparer.Ordinal)
            .Select(key => (Key: key, Was: _cells.GetValueOrDefault(key), Is: later._cells.GetValueOrDefault(key)))
            .Where(cell => cell.Was != cell.Is)
            .Select(cell => $"{cell.Key[..cell.Key.LastIndexOf(' ')]}: {Short(cell.Was)} to {Short(cell.Is)}"),
    ];

    private static IEnumerable<string> Cells(string table, string columns) =>
        columns.Split(' ').Select(column => $"{table}.{column}:");

    private static List<string> Tables(SqliteConnection here)
    {
        using var command = here.CreateCommand();
        command.CommandText = "select name from sqlite_master where type = 'table'";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read()) names.Add(reader.GetString(0));
        return names.FindAll(name => !PassingTables.Contains(name)
            && !PassingTablesOfOthers.Any(start => name.StartsWith(start, StringComparison.Ordinal)));
    }

    private static void ReadTable(SqliteConnection here, string table, SortedDictionary<string, string> cells)
    {
        using var command = here.CreateCommand();
        command.CommandText = $"select rowid, * from \"{table}\"";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            for (var column = 1; column < reader.FieldCount; column++)
            {
                var name = reader.GetName(column);
                if (table == "salesforce_connections" && PassingConnectionColumns.Contains(name)) continue;
                cells[$"here {table}.{name} {reader.GetInt64(0)}"] = Text(reader.GetValue(column));
            }
    }

    private static string Text(object? value) => value switch
    {
        null or DBNull => "nothing",
        string text => $"\"{text}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Short(string? text) => text switch
    {
        null => "no row",
        { Length: > ShownMax } => string.Create(CultureInfo.InvariantCulture, $"{text.Length - 2:N0} characters"),
        _ => text,
    };
}
