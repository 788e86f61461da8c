using SalesInsight.Sandbox.Org.Rows;
using SalesInsight.Sandbox.Org.Writing;

namespace SalesInsight.Sandbox.Org.Tasks;

/// <summary>Recurring tasks: a master with a pattern, and one plain task per occurrence (facts 4.3).</summary>
internal sealed class TaskSeries(OrgStore store)
{
    /// <summary>More than Salesforce makes of a daily series over its longest span would only hide a mistake.</summary>
    private const int OccurrencesMax = 100;

    /// <summary>Puts the occurrences of a new master beside it.</summary>
    internal void Materialise(SObjectRecord master)
    {
        if (!master.Flag("IsRecurrence")) return;
        foreach (var day in TaskRecurrence.Days(master).Take(OccurrencesMax))
        {
            store.Put(Copy(master)
                .Set("IsRecurrence", false)
                .Set("RecurrenceActivityId", master.Id)
                .Set("ActivityDate", day)
                .ToRecord());
        }
    }

    /// <summary>Closing a regenerating task creates the next one, under a new id (facts 4.3).</summary>
    internal void Regenerate(WriteRequest request, SObjectRecord row)
    {
        var closes = !request.Creates && request.Changes("IsClosed") && row.Flag("IsClosed");
        if (!closes || row.Text("RecurrenceRegeneratedType") is null or "None") return;
        var afterToday = row.Text("RecurrenceRegeneratedType") != "RecurrenceRegenerateAfterDueDate";
        var today = DateOnly.FromDateTime(store.Now.UtcDateTime);
        var from = afterToday ? today : row.Date("ActivityDate") ?? today;
        store.Put(Copy(row)
            .Set("ActivityDate", from.AddDays(row["RecurrenceInterval"] as int? ?? 1))
            .Set("Status", row.Schema.Require("Status").Default)
            .Set("IsClosed", false)
            .Set("CompletedDateTime", null)
            .Stamped(request.Context.UserId, store.Now, request.Context.UserId, store.Now)
            .ToRecord());
    }

    /// <summary>
    /// An API delete of the master takes every occurrence, open and closed; else only the row itself.
    /// </summary>
    internal IReadOnlyList<SObjectRecord> DeletedWith(SObjectRecord row)
    {
        if (!row.Schema.Name.Equals("Task", StringComparison.Ordinal) || !row.Flag("IsRecurrence")) return [row];
        var occurrences = store.Table("Task").Rows
            .Where(other => !other.IsDeleted && other.Text("RecurrenceActivityId") == row.Id);
        return [row, .. occurrences];
    }

    /// <summary>The same task under a new id; a unique value stays where it was.</summary>
    private RowDraft Copy(SObjectRecord row)
    {
        var copy = new RowDraft(row).Set("Id", store.Table("Task").NextId());
        foreach (var field in row.Schema.Fields.Where(field => field.ExternalId)) copy.Set(field.Ordinal, null);
        return copy;
    }
}
