using Microsoft.Data.Sqlite;

namespace SalesInsight.Tests.Simulation.People;

/// <summary>A task as its user sees it here, read past the engine.</summary>
internal sealed record RowHere(
    Guid Id, Guid UserId, string Subject, string Details, string? Due, bool IsCompleted, bool IsHigh, bool IsDeleted,
    long Version, string? Person)
{
    private const string Query =
        """
        SELECT "TaskId", "UserId", "Subject", "Details", "DueDate", "Status", "Priority", "DeletedAt", "Version",
            "PersonId"
        FROM reminder_tasks ORDER BY "TaskId"
        """;

    public string? this[Field field] => field switch
    {
        Field.Subject => Subject,
        Field.Details => Details,
        _ => Due,
    };

    public static List<RowHere> All(SqliteConnection database)
    {
        using var command = database.CreateCommand();
        command.CommandText = Query;
        using var reader = command.ExecuteReader();
        var rows = new List<RowHere>();
        while (reader.Read())
        {
            rows.Add(new RowHere(
                reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), Text(reader, 3) ?? "", Text(reader, 4),
                reader.GetValue(5).ToString() is "1" or "Completed", reader.GetValue(6).ToString() is "1" or "High",
                !reader.IsDBNull(7), reader.GetInt64(8), Text(reader, 9)));
        }

        return rows;
    }

    private static string? Text(SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);
}
