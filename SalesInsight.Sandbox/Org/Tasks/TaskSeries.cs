using SalesInsight.Sandbox.Org.Rows;

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
            store.Put(new RowDraft(master)
                .Set("Id", store.Table("Task").NextId())
                .Set("IsRecurrence", false)
                .Set("RecurrenceActivityId", master.Id)
                .Set("ActivityDate", day)
                .ToRecord());
        }
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
}
