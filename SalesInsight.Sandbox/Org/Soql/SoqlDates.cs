namespace SalesInsight.Sandbox.Org.Soql;

/// <summary>Named stretches of days: TODAY, NEXT_N_DAYS:7, THIS_MONTH, ... Weeks begin on Sunday.</summary>
internal static class SoqlDates
{
    /// <summary>Further than that no date exists, on either side of today.</summary>
    private const int DaysMax = 500_000;

    internal static SoqlLiteral.Stretch? Read(string name, int? count, DateOnly today) =>
        count is { } days ? Counted(name, days, today) : Plain(name, today);

    private static SoqlLiteral.Stretch? Plain(string name, DateOnly today)
    {
        var week = today.AddDays(-(int)today.DayOfWeek);
        var month = new DateOnly(today.Year, today.Month, 1);
        var year = new DateOnly(today.Year, 1, 1);
        return name switch
        {
            "YESTERDAY" => new(today.AddDays(-1), today),
            "TODAY" => new(today, today.AddDays(1)),
            "TOMORROW" => new(today.AddDays(1), today.AddDays(2)),
            "LAST_WEEK" => new(week.AddDays(-7), week),
            "THIS_WEEK" => new(week, week.AddDays(7)),
            "NEXT_WEEK" => new(week.AddDays(7), week.AddDays(14)),
            "LAST_MONTH" => new(month.AddMonths(-1), month),
            "THIS_MONTH" => new(month, month.AddMonths(1)),
            "NEXT_MONTH" => new(month.AddMonths(1), month.AddMonths(2)),
            "LAST_YEAR" => new(year.AddYears(-1), year),
            "THIS_YEAR" => new(year, year.AddYears(1)),
            "NEXT_YEAR" => new(year.AddYears(1), year.AddYears(2)),
            "LAST_90_DAYS" => new(today.AddDays(-90), today.AddDays(1)),
            "NEXT_90_DAYS" => new(today.AddDays(1), today.AddDays(91)),
            _ => null,
        };
    }

    private static SoqlLiteral.Stretch? Counted(string name, int count, DateOnly today) => name switch
    {
        _ when count > DaysMax => null,
        "LAST_N_DAYS" => new(today.AddDays(-count), today.AddDays(1)),
        "NEXT_N_DAYS" => new(today.AddDays(1), today.AddDays(count + 1)),
        "N_DAYS_AGO" => new(today.AddDays(-count), today.AddDays(1 - count)),
        _ => null,
    };
}
