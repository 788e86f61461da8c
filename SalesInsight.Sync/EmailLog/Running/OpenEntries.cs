using System.Collections.Immutable;
using System.Globalization;
using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.EmailLog.Running;

/// <summary>
/// What was sent and never answered, or never sent because the process died: looked for in Salesforce before anything
/// is sent again. Leads are not looked for here; the address that needs one finds it.
/// </summary>
internal sealed class OpenEntries(LogScope scope)
{
    /// <summary>Salesforce's clock may be this far from ours.</summary>
    private static readonly TimeSpan ClockMargin = TimeSpan.FromMinutes(5);

    public async Task ResolveAsync(CancellationToken stop)
    {
        var open = (await scope.Store.ListOpenAsync(scope.Connection.Id, LogLimits.OpenMax, stop))
            .RemoveAll(e => e.Kind == LogEntry.Entity.Lead);
        if (open.IsEmpty) return;

        var found = scope.Org.CreateMode == CreateMode.NaturalKey
            ? await FindByContentAsync(open, stop)
            : await FindByIdAsync(open, stop);
        var changes = new EmailChanges();
        foreach (var entry in open) Resolve(entry, found.GetValueOrDefault(entry.Id), changes);
        await scope.CommitAsync(changes, stop);
    }

    private void Resolve(LogEntry entry, string? salesforceId, EmailChanges changes)
    {
        var deadline = entry.At + scope.IntentDeadline;
        if (salesforceId is not null || entry.DuplicateSeen)
            changes.Puts.Add(scope.Done(entry, salesforceId));
        else if (scope.Now >= deadline) changes.Drops.Add(entry.Id);
        else return;

        // Due again: the rule is asked anew and finds what is there.
        changes.Wakes.Add((entry.EmailId, entry.Address));
    }

    /// <summary>A record in the bin was logged all the same, and somebody deleted it since.</summary>
    private async Task<Dictionary<Guid, string>> FindByIdAsync(
        ImmutableArray<LogEntry> open, CancellationToken stop)
    {
        var byExternalId = open.ToDictionary(
            e => scope.Connection.ExternalId(e.Id), e => e.Id, StringComparer.OrdinalIgnoreCase);
        var records = await scope.Session.Tasks.LookUpAsync([.. byExternalId.Keys], stop);
        return records.Where(r => r.ExternalId is { } id && byExternalId.ContainsKey(id))
            .GroupBy(r => byExternalId[r.ExternalId!])
            .ToDictionary(g => g.Key, g => g.OrderBy(r => r.IsDeleted).First().Id);
    }

    /// <summary>Without a place for an id: the same subject, day and person, created since; each record once.</summary>
    private async Task<Dictionary<Guid, string>> FindByContentAsync(
        ImmutableArray<LogEntry> open, CancellationToken stop)
    {
        var since = open.Min(e => e.At) - ClockMargin;
        var records = (await scope.Session.Tasks.LookUpCreatedAsync(since, stop))
            .RemoveAll(r => r.TaskSubtype is not (null or "Email"));
        var known = await scope.Store.FindKnownAsync(scope.Connection.Id, [.. records.Select(r => r.Id)], stop);
        var free = records.Where(r => !known.Contains(r.Id)).ToLookup(Natural);
        var found = new Dictionary<Guid, string>();
        foreach (var alike in open.GroupBy(Natural))
            foreach (var (entry, record) in alike.Zip(free[alike.Key]))
                found[entry.Id] = record.Id;
        return found;
    }

    private static (string?, string?, string?) Natural(LogEntry entry) =>
        (entry.Subject, entry.PersonId, entry.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static (string?, string?, string?) Natural(SalesforceTask record) =>
        (record.Content.Subject, record.Content.WhoId, record.Content.ActivityDate);
}
