using System.Collections.Immutable;
using SalesInsight.Sync.Runs.Deciding;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Reading;

/// <summary>Looks for records that open creates may have made: one call for all of them.</summary>
internal sealed class LookUps(RunScope scope)
{
    /// <summary>The clocks may differ by this much between an intent and a CreatedDate.</summary>
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(2);

    /// <summary>What was found for one open create.</summary>
    internal sealed record Found(ImmutableArray<SalesforceTask> Records, bool NearMiss);

    public async Task<ImmutableDictionary<Guid, Found>> FindAsync(
        IReadOnlyCollection<StagedTask> creates, CancellationToken stop)
    {
        if (creates.Count == 0) return ImmutableDictionary<Guid, Found>.Empty;
        return scope.Facts.CreateMode == CreateMode.NaturalKey
            ? await ByNaturalKeyAsync(creates, stop)
            : await ByExternalIdAsync(creates, stop);
    }

    private async Task<ImmutableDictionary<Guid, Found>> ByExternalIdAsync(
        IReadOnlyCollection<StagedTask> creates, CancellationToken stop)
    {
        var connection = scope.Facts.Connection;
        ImmutableArray<string> ids = [.. creates.Select(r => connection.ExternalId(r.Task.Id))];
        var records = await scope.Session.LookUpAsync(ids, stop);
        var byTask = records.ToLookup(r => connection.TaskIdOf(r.ExternalId));
        return creates.ToImmutableDictionary(r => r.Task.Id, r => new Found([.. byTask[r.Task.Id]], NearMiss: false));
    }

    private async Task<ImmutableDictionary<Guid, Found>> ByNaturalKeyAsync(
        IReadOnlyCollection<StagedTask> creates, CancellationToken stop)
    {
        var since = creates.Min(r => r.Intent!.At) + scope.Facts.ClockOffset - ClockSlack;
        var records = await scope.Session.LookUpCreatedAsync(since, stop);
        var linked = await scope.Services.Store.FindBySalesforceIdsAsync(
            scope.Facts.Connection.Id, [.. records.Select(r => r.Id)], stop);
        var free = records.Where(r => !linked.ContainsKey(r.Id)).ToList();
        return creates.ToImmutableDictionary(r => r.Task.Id, r => Match(r, free));
    }

    private static Found Match(StagedTask row, List<SalesforceTask> free)
    {
        var sent = row.Intent!.Sent;
        var alike = free.Where(r => r.Content.Subject == sent.Subject).ToList();
        var exact = alike.Where(r => r.Content.ActivityDate == sent.ActivityDate
            && r.Content.WhoId == sent.WhoId).ToImmutableArray();
        return exact.Length == 1 ? new Found(exact, NearMiss: false) : new Found([], NearMiss: alike.Count > 0);
    }
}
