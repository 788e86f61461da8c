using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Runs.TaskList;

/// <summary>
/// A person's edit against the row as it is now. Pure. Three-way like the sync itself: what the person changed, against
/// what changed since they looked.
/// </summary>
/// <param name="Wanted">The row's content with the person's changes.</param>
/// <param name="Changed">The fields the person changed.</param>
/// <param name="Clashing">Fields both changed, differently.</param>
internal sealed record TaskEdit(TaskContent Wanted, FieldSet Changed, FieldSet Clashing)
{
    public static TaskEdit Of(TaskContent seen, TaskContent typed, TaskContent current)
    {
        var changed = typed.DifferingFrom(seen);
        var since = current.DifferingFrom(seen);
        var wanted = current;
        var clashing = FieldSet.None;
        foreach (var field in changed.Each())
        {
            if (since.Contains(field) && current[field] != typed[field]) clashing = clashing.Add(field);
            wanted = wanted.With(field, typed[field]);
        }

        return new TaskEdit(wanted, changed, clashing);
    }
}
