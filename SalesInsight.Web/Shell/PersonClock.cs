using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Web.Shell;

/// <summary>Reads the person's time zone from their settings.</summary>
internal sealed class PersonClock(CurrentPerson person, ISettingsStore settings, TimeProvider time)
{
    /// <summary>The person's time; read again by a page that may outlive a change of the zone.</summary>
    public async Task<PersonTime> ReadAsync(CancellationToken stop = default) =>
        await ReadAsync(await person.ActorAsync(), stop);

    /// <summary>The same for an actor who is at hand, as in a call of the API.</summary>
    public async Task<PersonTime> ReadAsync(Actor actor, CancellationToken stop)
    {
        var view = await settings.ViewAsync(actor.UserId, actor, stop);
        return new PersonTime(Zone(view?.Of(SettingKeys.TimeZone).Value), time);
    }

    private static TimeZoneInfo Zone(string? name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name ?? string.Empty, out var zone) ? zone : TimeZoneInfo.Utc;
}
