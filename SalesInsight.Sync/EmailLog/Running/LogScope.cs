using System.Collections.Immutable;
using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.Runs;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.Ports.People;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Sync.EmailLog.Running;

/// <summary>One logging run while it is going: its lease, its facts, and how it writes. Not thread-safe.</summary>
internal sealed class LogScope(
    LogServices services,
    SyncConnection connection,
    EmailSettings settings,
    IEmailSession session,
    OrgFacts org,
    RunLease lease)
{
    private RunLease _lease = lease;

    public SyncConnection Connection => connection;

    public EmailSettings Settings => settings;

    public IEmailSession Session => session;

    public OrgFacts Org => org;

    public IEmailStore Store => services.Store;

    public RunTimes Times => services.Times;

    public DateTimeOffset Now => services.Time.GetUtcNow();

    public ActivityForm Form { get; } = new(settings, org);

    /// <summary>When a send that got no reply counts as never arrived: with a unique id a late one is refused.
    /// </summary>
    public TimeSpan IntentDeadline => org.CreateMode == CreateMode.UniqueId
        ? services.Gateway.RequestTimeout + services.Times.SendWindow + services.Times.DeadlineMargin
        : RunLimits.BlindCreateDeadline;

    /// <summary>Before each send: throws <see cref="LeaseLostException"/> if another run took over,
    /// <see cref="GaveWayException"/> if the settings are no longer those of the snapshot.</summary>
    public async Task CheckAsync(CancellationToken stop)
    {
        _lease = await services.Store.RenewLeaseAsync(_lease, services.Times.Lease, stop)
            ?? throw new LeaseLostException(connection.Id, _lease.Epoch);
        if (await services.Settings.VersionAsync(connection.UserId, stop) != settings.Version)
            throw new GaveWayException();
    }

    public Task<ImmutableHashSet<Guid>> ClaimAsync(
        IReadOnlyCollection<Intent> intents, CancellationToken stop) =>
        services.Store.ClaimAsync(_lease, intents, stop);

    public async Task CommitAsync(EmailChanges changes, CancellationToken stop)
    {
        await services.Store.CommitAsync(_lease, changes, stop);
        if (!changes.IsEmpty) services.Live.Tell(connection.UserId, LiveChange.Emails);
    }

    public Task PutMarkedAsync(IReadOnlyCollection<UnmarkedEntry> marked, CancellationToken stop) =>
        services.Store.PutMarkedAsync(_lease, marked, stop);

    public Task PutRolledUpAsync(IReadOnlyCollection<Guid> logIds, CancellationToken stop) =>
        services.Store.PutRolledUpAsync(_lease, logIds, stop);

    /// <summary>The entry as it stands once its record is known to be there.</summary>
    public LogEntry Done(LogEntry entry, string? salesforceId) => entry with
    {
        IsDone = true,
        SalesforceId = salesforceId,
        At = Now,
        RollUpDue = settings.RollUps != RollUps.None,
    };

    public Task ReleaseAsync(CancellationToken stop) => services.Store.ReleaseLeaseAsync(_lease, stop);
}
