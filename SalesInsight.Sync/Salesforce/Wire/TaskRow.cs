using System.Text.Json;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Salesforce.Wire;

/// <summary>
/// One Task row of a query or retrieve. Sample: <c>{"attributes":{...},"Id":"00T...","Subject":"Call back",
/// "ActivityDate":"2026-11-20","SystemModstamp":"2026-11-20T09:14:22.000+0000",...}</c>
/// </summary>
internal static class TaskRow
{
    /// <summary>Null when the row is not a Task: no id, or no stamps.</summary>
    public static SalesforceTask? Read(JsonElement row, TaskColumns columns)
    {
        if (Text(row, "Id") is not { } id) return null;
        if (Time(row, "SystemModstamp") is not { } stamp) return null;
        var modified = Time(row, "LastModifiedDate") ?? stamp;
        return new SalesforceTask(
            id,
            Content(row),
            Text(row, "OwnerId"),
            Time(row, "CreatedDate") ?? modified,
            modified,
            stamp,
            IsDeleted: JsonRow.Flag(row, "IsDeleted"),
            IsArchived: JsonRow.Flag(row, "IsArchived"),
            IsClosed: JsonRow.Flag(row, "IsClosed"),
            IsRecurrence: JsonRow.Flag(row, "IsRecurrence"),
            TaskSubtype: Text(row, "TaskSubtype"),
            CompletedDateTime: Time(row, "CompletedDateTime"),
            ExternalId: columns.ExternalIdField is { } place ? Text(row, place) : null,
            LastModifiedById: Text(row, "LastModifiedById"),
            Hidden: columns.Hidden);
    }

    /// <summary>Only what says which row it is and whose; null when it is not a Task.</summary>
    public static OrgRow? ReadUnseen(JsonElement row) =>
        Text(row, "Id") is { } id && Time(row, "SystemModstamp") is { } stamp
            ? new OrgRow(id, Text(row, "OwnerId"), stamp, row.GetRawText())
            : null;

    private static SalesforceContent Content(JsonElement row) => new(
        Text(row, "Subject"),
        Text(row, "Status"),
        Text(row, "Priority"),
        Text(row, "ActivityDate"),
        Text(row, "Description"),
        Text(row, "WhoId"),
        Text(row, "WhatId"));

    /// <summary>Salesforce stores no empty text; should a row bring one, it means the same as none.</summary>
    private static string? Text(JsonElement row, string name) =>
        JsonRow.Text(row, name) is { Length: > 0 } text ? text : null;

    private static DateTimeOffset? Time(JsonElement row, string name) => SalesforceTime.Parse(Text(row, name));
}
