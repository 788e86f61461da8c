using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Settings;
using SalesInsight.Web.Shell;

namespace SalesInsight.Web.Settings;

/// <summary>What the Salesforce page shows, read together.</summary>
internal sealed class SalesforcePageData(
    IConnections connections, ISettingsStore settings, ISyncControl sync, ILiveUpdates live, CurrentPerson person,
    PersonClock clock)
{
    public async Task<PersonContext> ContextAsync(CancellationToken stop) =>
        new(await person.ActorAsync(), await clock.ReadAsync(stop));

    public async Task<(ConnectionView Connection, SettingsView Settings, SyncStatus Status)> LoadAsync(
        Actor actor, CancellationToken stop) => (
        await connections.GetAsync(actor.UserId, stop),
        await settings.ViewAsync(actor.UserId, actor, stop) ?? throw new UnauthorizedAccessException(),
        await sync.StatusAsync(actor.UserId, stop));

    public IDisposable Listen(Guid userId, Action<LiveChange> onChange) => live.Listen(userId, onChange);
}
