using System.Collections.Immutable;
using System.Text.Json;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce;

/// <summary>
/// What a rep may know of rows that an org reader was given: a field only if the rep's own describe has it, and of a
/// row that somebody else owns no more than that. Pure.
/// </summary>
internal static class RowsShown
{
    /// <summary>Null when the reader was shown less than this user, who then has to look for themselves.</summary>
    public static ImmutableArray<SalesforceTask>? Of(OrgShare share, TaskColumns columns, string userId)
    {
        if (columns.Readable.Except(share.Reading.Columns).Any()) return null;
        var shown = columns.Readable.ToHashSet(StringComparer.Ordinal);
        return [.. share.Rows.Select(r => Row(r, columns, shown, userId))];
    }

    private static SalesforceTask Row(OrgRow stored, TaskColumns columns, HashSet<string> shown, string userId)
    {
        using var fields = JsonDocument.Parse(stored.Fields);
        var row = TaskRow.Read(fields.RootElement, columns)
            ?? throw new InvalidDataException($"Stored row {stored.Id} is no Task");
        if (row.OwnerId != userId)
            return new SalesforceTask(
                row.Id, new SalesforceContent(), row.OwnerId, row.CreatedDate, row.LastModifiedDate, row.SystemModstamp,
                IsDeleted: row.IsDeleted, Hidden: FieldSet.All);
        var content = row.Content;
        foreach (var field in columns.Hidden.Each()) content = content.With(field, null);
        return row with
        {
            Content = content,
            IsArchived = row.IsArchived && shown.Contains("IsArchived"),
            IsRecurrence = row.IsRecurrence && shown.Contains("IsRecurrence"),
            TaskSubtype = shown.Contains("TaskSubtype") ? row.TaskSubtype : null,
            CompletedDateTime = shown.Contains("CompletedDateTime") ? row.CompletedDateTime : null,
            LastModifiedById = shown.Contains("LastModifiedById") ? row.LastModifiedById : null,
        };
    }
}
