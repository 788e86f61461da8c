namespace SalesInsight.Sandbox.Org.Tasks;

/// <summary>The days a pattern falls on. Mask: Sunday = 1 ... Saturday = 64 (facts 4.3).</summary>
internal static class TaskRecurrence
{
    internal static IEnumerable<DateOnly> Days(SObjectRecord master)
    {
        if (master.Date("RecurrenceStartDateOnly") is not { } start) yield break;
        if (master.Date("RecurrenceEndDateOnly") is not { } end) yield break;
        for (var day = start; day <= end; day = day.AddDays(1))
            if (FallsOn(master, start, day)) yield return day;
    }

    private static bool FallsOn(SObjectRecord master, DateOnly start, DateOnly day)
    {
        var interval = Math.Max(1, master["RecurrenceInterval"] as int? ?? 1);
        var months = ((day.Year - start.Year) * 12) + day.Month - start.Month;
        return master.Text("RecurrenceType") switch
        {
            "RecursDaily" => (day.DayNumber - start.DayNumber) % interval == 0,
            "RecursEveryWeekday" => MaskHolds(master, day),
            "RecursWeekly" => MaskHolds(master, day) && Weeks(start, day) % interval == 0,
            "RecursMonthly" => months % interval == 0 && day.Day == DayOfMonth(master, day),
            "RecursMonthlyNth" => months % interval == 0 && MaskHolds(master, day) && IsInstance(master, day),
            "RecursYearly" => MonthHolds(master, day) && day.Day == DayOfMonth(master, day),
            "RecursYearlyNth" => MonthHolds(master, day) && MaskHolds(master, day) && IsInstance(master, day),
            _ => false,
        };
    }

    private static bool MaskHolds(SObjectRecord master, DateOnly day) =>
        ((master["RecurrenceDayOfWeekMask"] as int? ?? 0) & (1 << (int)day.DayOfWeek)) != 0;

    private static bool MonthHolds(SObjectRecord master, DateOnly day) =>
        master.Text("RecurrenceMonthOfYear") == day.ToString("MMMM", System.Globalization.CultureInfo.InvariantCulture);

    private static int Weeks(DateOnly start, DateOnly day) =>
        (day.DayNumber - start.AddDays(-(int)start.DayOfWeek).DayNumber) / 7;

    /// <summary>Day 31 falls on the last day of a shorter month.</summary>
    private static int DayOfMonth(SObjectRecord master, DateOnly day) => Math.Min(
        master["RecurrenceDayOfMonth"] as int? ?? 1, DateTime.DaysInMonth(day.Year, day.Month));

    private static bool IsInstance(SObjectRecord master, DateOnly day)
    {
        var nth = (day.Day - 1) / 7;
        var last = day.AddDays(7).Month != day.Month;
        return master.Text("RecurrenceInstance") switch
        {
            "First" => nth == 0,
            "Second" => nth == 1,
            "Third" => nth == 2,
            "Fourth" => nth == 3,
            "Last" => last,
            _ => false,
        };
    }
}
