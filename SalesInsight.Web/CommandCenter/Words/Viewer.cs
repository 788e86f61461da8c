using SalesInsight.Web.Shell;

namespace SalesInsight.Web.CommandCenter.Words;

/// <summary>Who looks at a page, and what time it is for them.</summary>
internal sealed record Viewer(Guid UserId, PersonTime Time)
{
    public DateTimeOffset Now => Time.Now;

    public DateOnly Today => Time.Today;

    public DateOnly Tomorrow => Today.AddDays(1);

    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(Time.Here(at).DateTime);
}
