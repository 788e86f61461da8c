using SalesInsight.Sandbox.Org.Rows;
using SalesInsight.Sandbox.Org.Writing;

namespace SalesInsight.Sandbox.Org.Tasks;

/// <summary>Recurring tasks: a master with a pattern, and one plain task per occurrence (facts 4.3).</summary>
internal sealed class TaskSeries(OrgStore store, RecycleBin bin)
{
    /// <summary>More than Salesforce makes of a daily series over its longest span would only hide a mistake.</summary>
    private const int OccurrencesMax = 100;

    private static readonly string[] Pattern =
    [
        "RecurrenceStartDateOnly", "RecurrenceType", "RecurrenceInterval", "RecurrenceDayOfWeekMask",
        "RecurrenceDayOfMonth", "RecurrenceInstance", "RecurrenceMonthOfYear",
    ];

    /// <summary>What a saved task brings about beside itself.</summary>
    internal void Follow(WriteRequest request, SObjectRecord row)
    {
        if (!row.Flag("IsRecurrence")) Regenerate(request, row);
        else if (request.Creates) Add(request.Context, row, Days(row));
        else if (Pattern.Any(request.Changes)) Remake(request.Context, row);
        else if (request.Changes("RecurrenceEndDateOnly")) MoveEnd(request, row);
    }

    /// <summary>
    /// Over the API the master takes every occurrence, open and closed; a person's delete leaves the closed ones.
    /// </summary>
    internal IReadOnlyList<SObjectRecord> DeletedWith(CallContext context, SObjectRecord row)
    {
        if (!row.Schema.Name.Equals("Task", StringComparison.Ordinal) || !row.Flag("IsRecurrence")) return [row];
        return [row, .. Occurrences(row).Where(other => context.ViaApi || !other.Flag("IsClosed"))];
    }

    /// <summary>Another start or pattern: open occurrences go, and new ones come under new ids.</summary>
    private void Remake(CallContext context, SObjectRecord master)
    {
        var held = Occurrences(master);
        foreach (var open in held.Where(row => !row.Flag("IsClosed"))) bin.Take(context, open);
        var done = held.Where(row => row.Flag("IsClosed")).Select(row => row.Date("ActivityDate")).ToHashSet();
        Add(context, master, Days(master).Where(day => !done.Contains(day)));
    }

    /// <summary>An earlier end takes the open occurrences after it; a later one adds.</summary>
    private void MoveEnd(WriteRequest request, SObjectRecord master)
    {
        var (before, after) = (request.Before!.Date("RecurrenceEndDateOnly"), master.Date("RecurrenceEndDateOnly"));
        var late = Occurrences(master).Where(row => row.Date("ActivityDate") > after && !row.Flag("IsClosed"));
        foreach (var open in late) bin.Take(request.Context, open);
        Add(request.Context, master, Days(master).Where(day => day > before));
    }

    private void Add(CallContext context, SObjectRecord master, IEnumerable<DateOnly> days)
    {
        foreach (var day in days)
        {
            store.Put(Copy(master)
                .Set("IsRecurrence", false)
                .Set("RecurrenceActivityId", master.Id)
                .Set("ActivityDate", day)
                .Stamped(context.UserId, store.Now, context.UserId, store.Now)
                .ToRecord());
        }
    }

    /// <summary>Closing a regenerating task creates the next one, under a new id.</summary>
    private void Regenerate(WriteRequest request, SObjectRecord row)
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

    private static IEnumerable<DateOnly> Days(SObjectRecord master) =>
        TaskRecurrence.Days(master).Take(OccurrencesMax);

    private List<SObjectRecord> Occurrences(SObjectRecord master) =>
        [.. store.Table("Task").Rows.Where(row => !row.IsDeleted && row.Text("RecurrenceActivityId") == master.Id)];

    /// <summary>The same task under a new id; a unique value stays where it was.</summary>
    private RowDraft Copy(SObjectRecord row)
    {
        var copy = new RowDraft(row).Set("Id", store.Table("Task").NextId());
        foreach (var field in row.Schema.Fields.Where(field => field.ExternalId)) copy.Set(field.Ordinal, null);
        return copy;
    }
}
