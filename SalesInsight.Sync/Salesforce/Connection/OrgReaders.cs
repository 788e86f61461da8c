using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Salesforce.Connection;

/// <summary>Connects, shows and disconnects org readers; see <see cref="IOrgReaders"/> for the promises.</summary>
internal sealed class OrgReaders(
    IConnectionStore store, Connections connections, IOrgReadings readings, TimeProvider time) : IOrgReaders
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    public Task<StartConnection> StartAsync(
        Actor admin, string browser, string loginHost, Uri redirectUri, CancellationToken ct)
    {
        Demand(admin);
        return connections.BeginAsync(admin.UserId, browser, loginHost, redirectUri, isForOrgReader: true, ct);
    }

    public async Task<IReadOnlyList<OrgReaderView>> ListAsync(Actor admin, CancellationToken ct)
    {
        Demand(admin);
        var views = new List<OrgReaderView>();
        foreach (var reader in await store.ListReadersAsync(ct))
            if (reader.Status is not ConnectionStatus.NotConnected) views.Add(await ViewAsync(reader, ct));
        return views;
    }

    public async Task DisconnectAsync(Actor admin, Guid readerId, CancellationToken ct)
    {
        Demand(admin);
        if (await store.FindAsync(readerId, ct) is not { IsOrgReader: true } reader) return;
        await store.ForgetAsync(reader.Id, ct);
        await readings.DropAsync(reader.OrganizationId, ct);
        await connections.RevokeAsync(reader, ct);
    }

    private async Task<OrgReaderView> ViewAsync(StoredConnection reader, CancellationToken ct)
    {
        var health = await readings.ReadHealthAsync(reader.Id, time.GetUtcNow() - Day, ct);
        var reps = await readings.ListRepsAsync(reader.OrganizationId, ct);
        var failed = health.Last is { Outcome: RunOutcome.Failed } last ? last : null;
        return new OrgReaderView(
            Connections.View(reader), reps.Length, health.SucceededAt, failed?.Fault, failed?.ErrorCode, health.Calls);
    }

    private static void Demand(Actor admin)
    {
        if (!admin.IsAdmin) throw new UnauthorizedAccessException();
    }
}
