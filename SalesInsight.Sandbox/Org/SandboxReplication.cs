using SalesInsight.Sandbox.Org.Rows;
using SalesInsight.Sandbox.Org.Setup;

namespace SalesInsight.Sandbox.Org;

/// <summary>getUpdated and getDeleted, at minute grain and within their look-back (facts 2.4).</summary>
public sealed class SandboxReplication
{
    private const int UpdatedDaysMax = 30;
    private const int DeletedDaysMax = 15;
    private readonly Lock gate;
    private readonly OrgStore store;
    private readonly Sharing sharing;

    internal SandboxReplication(Lock gate, OrgStore store, Sharing sharing) =>
        (this.gate, this.store, this.sharing) = (gate, store, sharing);

    internal UpdatedOutcome Updated(
        CallContext context, string objectName, DateTimeOffset start, DateTimeOffset end)
    {
        lock (gate)
        {
            store.CatchUp();
            var (from, until) = (Minute(start), Minute(end));
            if (from >= until) return new(SandboxErrors.InvalidReplicationDate("startDate must be before endDate"));
            if (Check(from, UpdatedDaysMax) is { } error) return new(error);
            var ids = store.Table(objectName).Rows
                .Where(row => !row.IsDeleted && Minute(Stamp(row)) >= from && Minute(Stamp(row)) <= until)
                .Where(row => sharing.CanSee(context, row))
                .Select(row => row.Id).Order(StringComparer.Ordinal).ToList();
            return new(ids, Covered(until));
        }
    }

    internal DeletedOutcome Deleted(
        CallContext context, string objectName, DateTimeOffset start, DateTimeOffset end)
    {
        lock (gate)
        {
            store.CatchUp();
            var (from, until) = (Minute(start), Minute(end));
            if (until - from <= TimeSpan.FromMinutes(1))
            {
                return new(SandboxErrors.InvalidReplicationDate(
                    "startDate must be before endDate by more than one minute"));
            }

            if (Check(from, DeletedDaysMax) is { } error) return new(error);
            if (from < Minute(store.DeleteLogStart))
                return new(SandboxErrors.InvalidReplicationDate("startDate is before the earliest date available"));
            var deleted = store.DeleteLog
                .Where(entry => entry.Row.Schema.Name == objectName && sharing.CanSee(context, entry.Row))
                .Where(entry => Minute(entry.DeletedDate) >= from && Minute(entry.DeletedDate) <= until)
                .Where(entry => store.Find(entry.Row.Id) is null or { IsDeleted: true })
                .GroupBy(entry => entry.Row.Id).Select(entries => entries.Last())
                .Select(entry => (entry.Row.Id, entry.DeletedDate)).ToList();
            return new(deleted, Earliest(), Covered(until));
        }
    }

    private DateTimeOffset Earliest()
    {
        var byAge = store.Clock.Stamp.AddDays(-DeletedDaysMax);
        return store.DeleteLogStart > byAge ? store.DeleteLogStart : byAge;
    }

    private SandboxError? Check(DateTimeOffset from, int daysMax) =>
        from < Minute(store.Clock.UtcNow).AddDays(-daysMax)
            ? SandboxErrors.InvalidReplicationDate($"startDate cannot be more than {daysMax} days ago")
            : null;

    /// <summary>While a transaction runs no more than up to its start is covered: it may yet publish.</summary>
    private DateTimeOffset Covered(DateTimeOffset until)
    {
        var covered = until < store.Clock.Stamp ? until : store.Clock.Stamp;
        foreach (var late in store.Late)
            if (late.StartedAt < covered) covered = late.StartedAt;
        return covered;
    }

    private static DateTimeOffset Stamp(SObjectRecord row) =>
        row.Moment("SystemModstamp") ?? DateTimeOffset.MinValue;

    private static DateTimeOffset Minute(DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
}
