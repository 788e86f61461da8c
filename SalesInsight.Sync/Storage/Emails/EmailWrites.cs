using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Emails;

/// <summary>Writes what a logging run settled, inside its transaction.</summary>
internal static class EmailWrites
{
    public static async Task WriteAsync(this AppDb db, EmailChanges changes, CancellationToken stop)
    {
        var now = await db.NowAsync(stop);
        await db.WriteEntriesAsync(changes, stop);
        await db.SettleAsync(changes.Settlements, now, stop);
        await db.SaveChangesAsync(stop);
        await db.WakeAsync(changes.Wakes, stop);
        await db.DropTextsAsync([.. changes.Settlements.Select(s => s.EmailId).Distinct()], stop);
    }

    public static async Task WriteIntentsAsync(
        this AppDb db, IReadOnlyCollection<Intent> intents, CancellationToken stop)
    {
        db.AddRange(intents.Select(i => EmailLogRow.From(i.Entry)));
        var emailIds = intents.Select(i => i.Entry.EmailId).Distinct().ToList();
        var rows = await db.Set<EmailRecipientRow>().Where(r => emailIds.Contains(r.EmailId))
            .ToDictionaryAsync(r => (r.EmailId, r.Address), stop);
        foreach (var intent in intents)
            if (rows.TryGetValue((intent.Entry.EmailId, intent.Entry.Address), out var row))
                row.Decided = intent.Reason;
        await db.SaveChangesAsync(stop);
    }

    private static async Task WriteEntriesAsync(this AppDb db, EmailChanges changes, CancellationToken stop)
    {
        if (changes.Drops.Count > 0)
            await db.Set<EmailLogRow>().Where(r => changes.Drops.Contains(r.LogId)).ExecuteDeleteAsync(stop);
        var ids = changes.Puts.Select(p => p.Id).ToList();
        var known = await db.Set<EmailLogRow>().Where(r => ids.Contains(r.LogId))
            .ToDictionaryAsync(r => r.LogId, stop);
        foreach (var entry in changes.Puts)
            if (known.TryGetValue(entry.Id, out var row)) row.Write(entry);
            else known[entry.Id] = db.Add(EmailLogRow.From(entry)).Entity;
    }

    private static async Task SettleAsync(
        this AppDb db, IReadOnlyCollection<Settlement> settlements, DateTimeOffset now, CancellationToken stop)
    {
        var emailIds = settlements.Select(s => s.EmailId).Distinct().ToList();
        var rows = await db.Set<EmailRecipientRow>().Where(r => emailIds.Contains(r.EmailId))
            .ToDictionaryAsync(r => (r.EmailId, r.Address), stop);
        foreach (var settled in settlements)
        {
            if (!rows.TryGetValue((settled.EmailId, settled.Address), out var row)) continue;
            (row.State, row.Reason, row.Decided) = (settled.State, settled.Reason, settled.Decided);
            (row.Fault, row.ErrorCode) = (settled.Fault?.Code, settled.Fault?.ErrorCode);
            (row.Message, row.RetryAt) = (settled.Fault?.Message, settled.RetryAt);
            (row.Attempts, row.SettledAt) = (settled.Attempts, now);
        }
    }

    private static async Task WakeAsync(
        this AppDb db, IEnumerable<(Guid EmailId, string Address)> wakes, CancellationToken stop)
    {
        foreach (var mail in wakes.GroupBy(w => w.EmailId, w => w.Address))
        {
            var addresses = mail.ToList();
            await db.Set<EmailRecipientRow>()
                .Where(r => r.EmailId == mail.Key && addresses.Contains(r.Address) && r.State == EmailState.Waiting)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.RetryAt, (DateTimeOffset?)null), stop);
        }
    }

    /// <summary>
    /// The text is kept for logging only: it goes with the last address that could still need it, one that Salesforce
    /// refused or nobody has included.
    /// </summary>
    private static async Task DropTextsAsync(
        this AppDb db, IReadOnlyCollection<Guid> emailIds, CancellationToken stop)
    {
        if (emailIds.Count == 0) return;
        var needed = db.Set<EmailRecipientRow>().Where(r => r.State == EmailState.Waiting
            || r.Reason == EmailReason.Refused || r.Reason == EmailReason.LeadRefused
            || r.Reason == EmailReason.NoMatch || r.Reason == EmailReason.OtherKind
            || r.Reason == EmailReason.ConvertedOutOfSight);
        await db.Set<EmailRow>()
            .Where(e => emailIds.Contains(e.EmailId) && e.Body != null && !needed.Any(r => r.EmailId == e.EmailId))
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Body, (string?)null), stop);
    }
}
