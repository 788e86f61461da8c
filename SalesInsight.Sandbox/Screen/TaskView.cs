using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Screen;

/// <summary>The three lists a person can look at.</summary>
internal sealed record TaskView(string Key, string Label, string Empty)
{
    public static readonly TaskView Open = new("open", "My Open Tasks", "You have no open tasks.");
    public static readonly TaskView All = new("all", "All My Tasks", "You have no tasks.");
    public static readonly TaskView Bin = new("bin", "Recycle Bin", "Nothing was deleted lately.");

    public static readonly TaskView[] Every = [Open, All, Bin];

    public static TaskView Parse(string? key) => Every.FirstOrDefault(view => view.Key == key) ?? Open;

    /// <summary>The rows of this list in reading order: the bin newest first, else by due date.</summary>
    public IEnumerable<SObjectRecord> Pick(IEnumerable<SObjectRecord> tasks, string userId)
    {
        var mine = tasks.Where(task => task.Text("OwnerId") == userId && task.IsDeleted == (this == Bin));
        if (this == Bin) return mine.OrderByDescending(task => task.Moment("SystemModstamp")).ThenBy(task => task.Id);
        return mine.Where(task => this == All || !task.Flag("IsClosed"))
            .OrderBy(task => task.Flag("IsClosed"))
            .ThenBy(task => task.Date("ActivityDate") ?? DateOnly.MaxValue)
            .ThenBy(task => task.Text("Subject"), StringComparer.OrdinalIgnoreCase)
            .ThenBy(task => task.Id, StringComparer.Ordinal);
    }
}
