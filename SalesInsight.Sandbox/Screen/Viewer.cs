using System.Globalization;
using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Screen;

/// <summary>The person in front of the screen: what they may see, and the clock they read.</summary>
internal sealed class Viewer(SandboxUser user, SandboxClock clock, string formToken)
{
    private readonly TimeZoneInfo zone =
        TimeZoneInfo.TryFindSystemTimeZoneById(user.TimeZone, out var found) ? found : TimeZoneInfo.Utc;

    public SandboxUser User { get; } = user;

    /// <summary>Goes into each form they are given.</summary>
    public string FormToken { get; } = formToken;

    public bool IsAdmin => User.Profile == SandboxProfile.Admin;

    /// <summary>Everything on the screen is read and written as this user.</summary>
    public CallContext Context => new(User.Id, User.CanViewAllData);

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.UtcNow, zone).DateTime);

    public string Day(DateOnly? date) => date switch
    {
        null => "",
        var day when day == Today => "Today",
        var day when day == Today.AddDays(1) => "Tomorrow",
        var day when day.Value.Year == Today.Year => day.Value.ToString("ddd d MMM", CultureInfo.InvariantCulture),
        _ => date.Value.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
    };

    public string Moment(DateTimeOffset? at) => at is null
        ? ""
        : TimeZoneInfo.ConvertTime(at.Value, zone).ToString("d MMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture);
}
