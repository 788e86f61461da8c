using System.Globalization;

namespace SalesInsight.Web.Shell;

/// <summary>Time as one person sees it: 'today' and every minute on screen are of their zone.</summary>
public sealed record PersonTime(TimeZoneInfo Zone, TimeProvider Time)
{
    public DateTimeOffset Now => Here(Time.GetUtcNow());

    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    public DateTimeOffset Here(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>How long until this zone's next midnight: when today and tomorrow roll over.</summary>
    public TimeSpan UntilMidnight
    {
        get
        {
            var midnight = Today.AddDays(1).ToDateTime(TimeOnly.MinValue);
            // a zone may skip midnight itself on the day its clocks go forward
            while (Zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(1);
            return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)) - Now;
        }
    }

    /// <summary>A time with the minute; the day in front when it is not today.</summary>
    public string Minute(DateTimeOffset instant)
    {
        var here = Here(instant);
        var time = here.ToString("HH:mm", CultureInfo.CurrentCulture);
        return DateOnly.FromDateTime(here.DateTime) == Today
            ? time
            : $"{here.ToString("ddd d MMM", CultureInfo.CurrentCulture)}, {time}";
    }

    /// <summary>A day, with the year when it is another one.</summary>
    public string Day(DateTimeOffset instant)
    {
        var here = Here(instant);
        return here.ToString(here.Year == Now.Year ? "d MMM" : "d MMM yyyy", CultureInfo.CurrentCulture);
    }
}
